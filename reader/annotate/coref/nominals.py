"""Descriptions: "the president", "the Chinese general", "the company", "the suspect".

A person's description leads to whoever the text gives that role; a body's to the last one of
that kind; any other to an earlier description with the same noun and no other qualities.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field

from reader.annotate.coref.bodies import Bodies, find_body
from reader.annotate.coref.candidates import Candidate, is_joined
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.known import Known, read_known
from reader.annotate.coref.lexicon import singular
from reader.annotate.coref.naming import genders_agree
from reader.annotate.coref.nationals import find_national
from reader.annotate.coref.phrases import is_predicate
from reader.annotate.coref.roles import (
    RANKS,
    Role,
    age_of,
    fits,
    is_specific,
    is_telling,
    read_role,
)
from reader.word_lists import listed

_KNOWN = frozenset(("the", "this"))
_NEAR, _FAR = 3, 30
"""Sentences back that a body's and a repeated description look."""
_PAIRS = frozenset(("pair", "duo", "couple", "twosome"))
_TWO = frozenset(("two", "both"))
_REMEMBERED = 6
_VAGUE = listed("thing way part lot number kind sort case fact reason point end side one other")


@dataclass(slots=True)
class _Memory:
    """What was met so far, by noun."""

    known: Known
    seen: dict[int, int] = field(default_factory=dict)
    """Where each cluster was last met."""
    bodies: Bodies = field(default_factory=Bodies)
    pairs: deque[int] = field(default_factory=lambda: deque(maxlen=4))
    """The last coordinations of two."""
    said: dict[str, deque[int]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_REMEMBERED))
    )


def link_nominals(evidence: Evidence) -> Known:
    """Join descriptions with what they describe, in text order.

    Returns:
        What the text says of the people it names.
    """
    known = read_known(evidence)
    memory = _Memory(known)
    for i, one in enumerate(evidence.candidates):
        if is_joined(one):
            if one.word:
                memory.pairs.append(i)
        elif one.form == "name":
            if one.definite != "no":
                memory.bodies.add(i, one, evidence.lexicon)
        elif (
            one.form == "nominal"
            and not is_predicate(one.head, evidence.words)
            and one.head not in known.beside
        ):
            found = (
                _somebody(i, one, memory, evidence)
                or _pair(one, memory, evidence)
                or _repeated(one, memory, evidence)
            )
            if found:
                evidence.clusters.join(i, *found)
            memory.said[singular(one.word)].append(i)
        memory.seen[evidence.clusters.find(i)] = one.head
    return known


def _somebody(
    i: int, one: Candidate, memory: _Memory, evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the one person or body that a description means."""
    if one.plural:
        return None
    if one.kind == "person":
        return _person(i, one, memory, evidence)
    return find_body(one, memory.bodies, memory.known.local, evidence)


def _person(i: int, one: Candidate, memory: _Memory, evidence: Evidence) -> tuple[int, Link] | None:
    """Return whom a description of a person means by role."""
    if one.definite not in ("the", "this", "poss") or _is_narrowed(one, evidence):
        return None
    role = read_role(one.first, one.last, evidence.words, evidence.lexicon)
    if role is not None and age_of(role.noun):
        return _of_age(i, one, role, memory, evidence)
    if role is None or role.noun not in memory.known.holders:
        return find_national(one, memory.known.nationals, evidence)
    if one.definite == "poss" and not is_specific(role):
        return None
    before, behind = memory.known.near(i, role.noun)

    def suits(j: int, known: Role) -> bool:
        return fits(role, known) and genders_agree(one.gender, evidence.candidates[j].gender)

    found = [j for j, known in before if is_telling(known) and suits(j, known)]
    if not found and is_specific(role):
        # "Russia's defense minister had said": named further on.
        found = [j for j, known in behind if known.owner & role.owner and suits(j, known)]
    if not found:
        return None
    find = evidence.clusters.find
    best = max(found, key=lambda j: (memory.seen.get(find(j), -1), -j))
    sure = 0.85 if len({find(j) for j in found}) == 1 else 0.65
    return best, Link(f"role of {evidence.name_of(best)}", sure)


def _of_age(
    i: int, one: Candidate, role: Role, memory: _Memory, evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the only person named so far who is called a boy, if it is "the kid"."""
    age, find = age_of(role.noun), evidence.clusters.find
    before, _ = memory.known.near(i, age)
    called = {find(j): j for j, _ in before}
    if len(called) != 1 or role.narrower or role.owner or one.definite == "poss":
        return None
    j = called.popitem()[1]
    if not genders_agree(one.gender, evidence.candidates[j].gender):
        return None
    said = evidence.name_of(j)
    return j, Link(f"role of {said}, the only one called so", 0.65)


def _is_narrowed(one: Candidate, evidence: Evidence) -> bool:
    """Return whether a clause says which one is meant: "the member who wishes to leave"."""
    words = evidence.words
    clauses = words.below(one.head, "relcl")
    return any(words.text[words.left[clause] - 1] != "," for clause in clauses)


def _pair(one: Candidate, memory: _Memory, evidence: Evidence) -> tuple[int, Link] | None:
    """Return which two "the pair" or "both leaders" means."""
    words = evidence.words
    before = set(words.lower[one.first : one.head])
    if one.word not in _PAIRS and not (one.plural and before & _TWO and before <= _TWO | _KNOWN):
        return None
    for j in reversed(memory.pairs):
        other = evidence.candidates[j]
        if words.sentence[one.head] - words.sentence[other.head] > _NEAR:
            return None
        if one.word in _PAIRS or other.kind == one.kind:
            said = words.between(other.first, other.last)
            return j, Link(f"the two named together: {said}", 0.6)
    return None


def _repeated(one: Candidate, memory: _Memory, evidence: Evidence) -> tuple[int, Link] | None:
    """Return the earlier description that this one repeats: "a robot" ... "the robot"."""
    if one.definite not in _KNOWN or one.word in _VAGUE:
        return None
    words = evidence.words
    own = _qualities(one, evidence)
    for j in reversed(memory.said.get(singular(one.word), ())):
        other = evidence.candidates[j]
        if words.sentence[one.head] - words.sentence[other.head] > _FAR:
            break
        if other.plural != one.plural or other.first <= one.head <= other.last:
            continue
        qualities = _qualities(other, evidence)
        if own <= qualities and not (qualities - own) & RANKS:
            return j, Link(f"same words as {_short(other, evidence)}", 0.7)
    return None


def _qualities(one: Candidate, evidence: Evidence) -> set[str]:
    words = evidence.words
    return {
        words.lower[i]
        for i in range(one.first, one.last + 1)
        if i != one.head and words.pos[i] not in ("DET", "ADP", "PUNCT", "PART", "PRON", "SPACE")
    }


def _short(one: Candidate, evidence: Evidence) -> str:
    return evidence.words.between(one.first, one.head)
