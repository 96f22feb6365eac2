"""What an article says of the people whom it names: their roles, countries and ages."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reader.annotate.coref.bodies import local_bodies
from reader.annotate.coref.candidates import is_person
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.naming import gender_of
from reader.annotate.coref.nationals import by_country
from reader.annotate.coref.roles import (
    Role,
    age_of,
    apposition,
    described_behind,
    fates_of,
    roles_of,
)

Holder = tuple[int, Role]
"""A name and a role that the text gives it."""
_HOLDERS = 40
"""So many people with one role are looked at, the nearest."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the text says of the people it names."""

    holders: dict[str, list[Holder]]
    """Names with a role, by its noun and by the age that it tells, in text order."""
    roles: dict[int, list[Role]]
    """The roles beside each name."""
    nationals: dict[str, list[int]]
    """The names of people by their countries."""
    local: dict[str, int]
    """By kind the only body that is named by it and by a place, wherever the text names it."""
    beside: set[int]
    """The nouns of descriptions that stand beside a name, and are part of its mention."""

    def near(self, i: int, noun: str) -> tuple[list[Holder], list[Holder]]:
        """Return the names nearest before and behind a mention that have a role by that noun."""
        holders = self.holders.get(noun, [])
        here = bisect_left(holders, i, key=lambda holder: holder[0])
        return holders[max(here - _HOLDERS, 0) : here], holders[here : here + _HOLDERS]


def read_known(evidence: Evidence) -> Known:
    """Read what stands beside people's names, and note in `evidence` how far it reaches."""
    people = [i for i, one in enumerate(evidence.candidates) if is_person(one)]
    is_title = [False] * len(evidence.words)
    for one in (evidence.candidates[i] for i in people):
        is_title[one.first : one.core] = [True] * (one.core - one.first)
    holders: dict[str, list[Holder]] = defaultdict(list)
    beside: set[int] = set()
    roles: dict[int, list[Role]] = {}
    for i in people:
        one = evidence.candidates[i]
        span = apposition(one, evidence.words, evidence.lexicon, is_title)
        roles[i] = roles_of(one, span, evidence.words, evidence.lexicon)
        for fate in fates_of(one, evidence.words):
            holders[age_of(fate)].append((i, Role(fate, frozenset(), frozenset())))
        for role in roles[i]:
            _note_role(i, role, holders, evidence)
        if span:
            evidence.reach[i] = span[1]
            beside.update(_heads(span, evidence))
    beside.update(_described_behind(evidence))
    return Known(holders, roles, by_country(roles), local_bodies(evidence), beside)


def _note_role(i: int, role: Role, holders: dict[str, list[Holder]], evidence: Evidence) -> None:
    holders[role.noun].append((i, role))
    if age_of(role.noun):
        holders[age_of(role.noun)].append((i, role))
    gender = gender_of(evidence.lexicon.person.get(role.word))
    if gender != "?":
        evidence.told.setdefault(i, gender)


def _described_behind(evidence: Evidence) -> Iterator[int]:
    """Yield the nouns of appositions that the parse alone tells; note how far they reach."""
    words = evidence.words
    for i, one in enumerate(evidence.candidates):
        last = described_behind(one, words) if one.form == "name" else None
        if last is not None and i not in evidence.reach:
            evidence.reach[i] = last
            yield from words.below(one.head, "appos")


def _heads(span: tuple[int, int], evidence: Evidence) -> list[int]:
    """Return the person's nouns of an apposition that are no part of a phrase inside it."""
    words = evidence.words
    return [
        i
        for i in range(span[0], span[1] + 1)
        if evidence.lexicon.person_gender(words.lower[i])
        and not span[0] <= words.head[i] <= span[1]
    ]
