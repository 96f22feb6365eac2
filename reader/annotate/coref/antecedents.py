"""What a pronoun may stand for: candidates nearby that agree and that syntax does not forbid."""

from bisect import bisect_left

import msgspec

from reader.annotate.coref.binding import hangs_below, is_forbidden
from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.discourse import Discourse, may_stand
from reader.annotate.coref.evidence import Evidence

_REACH = {"he": 8, "she": 8, "it": 4, "they": 5}
"""How many sentences back each pronoun looks."""
_LEADING = 3
"""Mentions that make somebody a person whom a pronoun far away may mean."""
_MOST_LOOKED_AT = 120
_MOST_CHOICES = 6
_SURE = 0.6
"""So likely is a speaker who is no "he" in the quote."""


class Choice(msgspec.Struct, frozen=True, gc=False):
    """One thing that a pronoun may stand for, by its nearest mention."""

    mention: int
    rank: int
    """How many other choices stand nearer."""
    overtaken: str
    """What nearer choice may have taken its place: name (as a subject), other or none."""


def choices(pronoun: int, discourse: Discourse) -> list[Choice]:
    """Return what a third person pronoun may stand for, the nearest first."""
    evidence = discourse.evidence
    words, candidates, clusters = evidence.words, evidence.candidates, evidence.clusters
    one = candidates[pronoun]
    sentence = words.sentence[one.head]
    oldest = sentence - _REACH[one.word]
    found: list[Choice] = []
    seen = set()
    forbidden = _speakers(one, evidence)
    overtaken = "none"
    able = discourse.able(one.word)
    for k in range(bisect_left(able, pronoun) - 1, -1, -1):
        j = able[k]
        other = candidates[j]
        if (
            j < pronoun - _MOST_LOOKED_AT
            or words.sentence[other.head] < oldest
            or len(found) == _MOST_CHOICES
        ):
            break
        home = clusters.find(j)
        if home in seen:
            continue
        if words.sentence[other.head] == sentence and is_forbidden(one, other, words):
            forbidden.add(home)
        if home in forbidden or not _agrees(one, home, discourse):
            continue
        seen.add(home)
        found.append(Choice(j, len(found), overtaken))
        if other.form == "name" and words.role[other.head] in ("subj", "root"):
            overtaken = "name"
        elif overtaken == "none":
            overtaken = "other"
    found += _ahead(pronoun, discourse, seen | forbidden, len(found))
    return found + _leading(one, discourse, seen | forbidden, len(found))


def _speakers(one: Candidate, evidence: Evidence) -> set[int]:
    """Return the cluster of who surely speaks in a pronoun's quote: nobody is "he" to himself."""
    if one.quote < 0 or evidence.certain[one.quote] < _SURE:
        return set()
    speaker = evidence.speakers[one.quote]
    return set() if speaker is None else {evidence.clusters.find(speaker)}


def _leading(one: Candidate, discourse: Discourse, seen: set[int], rank: int) -> list[Choice]:
    """Return who was mentioned most of those that agree, if nobody near is that one."""
    last = discourse.leading.get(one.gender)
    if last is None or one.gender not in ("m", "f"):
        return []
    home = discourse.evidence.clusters.find(last)
    if home in seen or discourse.size.get(home, 0) < _LEADING:
        return []
    return [Choice(last, rank, "far")]


def _ahead(pronoun: int, discourse: Discourse, seen: set[int], rank: int) -> list[Choice]:
    """Return the subject that a pronoun in a phrase before it may stand for.

    "In his speech, Ann Lee ..." and "As he left, the mayor ..." both point forward.
    """
    evidence = discourse.evidence
    words, candidates = evidence.words, evidence.candidates
    one = candidates[pronoun]
    for j in range(pronoun + 1, min(pronoun + 12, len(candidates))):
        other = candidates[j]
        if words.sentence[other.head] != words.sentence[one.head]:
            break
        if (
            other.form == "name"
            and words.role[other.head] == "subj"
            and may_stand(one.word, other)
            and hangs_below(one.head, words.head[other.head], words)
            and not is_forbidden(one, other, words)
        ):
            home = evidence.clusters.find(j)
            if home not in seen and _agrees(one, home, discourse):
                return [Choice(j, rank, "none")]
            break
    return []


def _agrees(one: Candidate, home: int, discourse: Discourse) -> bool:
    gender = discourse.gender.get(home, "?")
    if one.word in ("he", "she"):
        return gender in ("?", one.gender)
    # A man or woman by name is no "it"; a person of unknown gender may be "they".
    return one.word == "they" or gender == "?"
