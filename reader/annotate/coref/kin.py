"""Relatives: "his daughter" is whom the text calls so by name, else the woman of his surname."""

from collections import defaultdict

from reader.annotate.coref.candidates import Candidate, is_joined, is_person
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import KIN, singular
from reader.annotate.coref.naming import Gender, genders_agree
from reader.annotate.coref.person_name import split_name
from reader.annotate.coref.voices import is_named
from reader.word_lists import by_word

_SAME = by_word(
    {
        "child": "child son daughter baby boy girl toddler infant newborn teenager kid",
        "parent": "parent father mother dad mum mom",
        "spouse": "spouse wife husband partner widow widower",
        "sibling": "sibling brother sister twin",
    }
)
"""What one relative may be called, seen from the other."""
_REVERSE = {"child": "parent", "parent": "child", "spouse": "spouse", "sibling": "sibling"}
_RELATIVES = KIN | _SAME.keys()
_FAMILY = 4
"""More full names of one surname than this are no family."""
_TOPIC = 4
"""Somebody mentioned so many times as often as other relatives is who is meant."""


def link_kin(evidence: Evidence) -> None:
    """Join "his daughter" with the person by name who is that."""
    known, families = _relations(evidence), _Families(evidence)
    # The numbers of clusters change with every join.
    joins = [
        (i, *found)
        for i, one in enumerate(evidence.candidates)
        if one.form == "nominal" and not one.plural and singular(one.word) in _RELATIVES
        for found in [_relative(i, known, families, evidence)]
        if found is not None
    ]
    for nominal, j, link in joins:
        evidence.clusters.join(nominal, j, link)


def _relative(
    i: int,
    known: dict[tuple[int, str], list[int]],
    families: "_Families",
    evidence: Evidence,
) -> tuple[int, Link] | None:
    one = evidence.candidates[i]
    noun = singular(one.word)
    owner = owner_of(one.head, evidence)
    if owner is None or is_named(i, evidence):
        return None
    find = evidence.clusters.find
    home = find(owner)
    homes = {
        find(j): j
        for j in known.get((home, _SAME.get(noun, noun)), ())
        if genders_agree(one.gender, evidence.candidates[j].gender)
    }
    if len(homes) == 1:
        j = homes.popitem()[1]
        return j, Link(f"said to be so: {evidence.name_of(j)}", 0.75)
    if homes or noun not in KIN:
        return None
    others = {find(j) for (whose, _), ks in known.items() if whose == home for j in ks}
    found = families.relative(one, home, others)
    if found is None:
        return None
    said = evidence.name_of(found)
    return found, Link(f"of one surname with {said}", 0.6)


def owner_of(head: int, evidence: Evidence) -> int | None:
    """Return the mention of whoever a noun belongs to: "*his* mother", "*Lee*'s mother"."""
    owner = next(evidence.words.below(head, "poss"), None)
    return None if owner is None else evidence.by_head.get(owner)


def _relations(evidence: Evidence) -> dict[tuple[int, str], list[int]]:
    """Return people by name, by the cluster of whose relatives they are and what they are."""
    words, find = evidence.words, evidence.clusters.find
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, one in enumerate(evidence.candidates):
        if not is_person(one):
            continue
        last = max(evidence.reach.get(i, 0), one.last)
        for at in (*range(one.first, one.core), *range(one.last + 1, last + 1)):
            noun = singular(words.lower[at])
            if noun not in _RELATIVES:
                continue
            owner = _owner_beside(at, one, evidence)
            for j in _each(owner, evidence) if owner is not None else ():
                if find(j) != find(i):
                    group = _SAME.get(noun, noun)
                    found[find(j), group].append(i)
                    if group in _REVERSE:
                        found[find(i), _REVERSE[group]].append(j)
            break
    return found


def _owner_beside(at: int, one: Candidate, evidence: Evidence) -> int | None:
    """Return whose relative a name's description says that it is of."""
    words = evidence.words
    owner = owner_of(at, evidence)
    if owner is None and one.first < one.core and at < one.core:
        # "his wife Ann Lee": the name may be the phrase's head.
        owner = owner_of(one.head, evidence)
    if owner is None:
        behind = (child for child in words.below(at, "nmod") if child > at)
        owner = next((evidence.by_head[c] for c in behind if c in evidence.by_head), None)
    return owner


def _each(owner: int, evidence: Evidence) -> list[int]:
    """Return a mention, or those in the coordination that it stands for ("their")."""
    members = evidence.clusters.members[evidence.clusters.find(owner)]
    joined = next((j for j in members[:20] if is_joined(evidence.candidates[j])), None)
    if joined is None:
        return [owner]
    head, words = evidence.candidates[joined].head, evidence.words
    parts = [head, *words.below(head, "conj")]
    return [owner, *(evidence.by_head[part] for part in parts if part in evidence.by_head)]


class _Families:
    """People by surname."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.by_surname: dict[str, dict[int, int]] = defaultdict(dict)
        self.surname: dict[int, str] = {}
        self.given: dict[int, set[str]] = defaultdict(set)
        self.gender: dict[int, Gender] = {}
        find = evidence.clusters.find
        for i, one in enumerate(evidence.candidates):
            home = find(i)
            if one.gender in ("m", "f"):
                self.gender.setdefault(home, one.gender)
            if is_person(one) and len(one.name) > 1:
                name = split_name(one.name)
                self.by_surname[name.surname].setdefault(home, i)
                self.surname.setdefault(home, name.surname)
                self.given[home].update(name.given)

    def relative(self, one: Candidate, home: int, others: set[int]) -> int | None:
        """Return the one other person of somebody's surname and of a description's gender.

        Args:
            one: The description.
            home: The cluster of the somebody.
            others: Clusters of people who are other relatives.
        """
        family = self.by_surname.get(self.surname.get(home, ""), {})
        if len(family) > _FAMILY:
            return None
        fits = [
            other
            for other in family
            if other != home
            and other not in others
            and self.gender.get(other, "?") == one.gender
            and not self.given[other] & self.given[home]
        ]
        members = self.evidence.clusters.members
        by_size = sorted(fits, key=lambda other: -len(members[other]))
        sizes = [len(members[other]) for other in by_size] + [0]
        return family[by_size[0]] if by_size and sizes[0] > sizes[1] * _TOPIC else None
