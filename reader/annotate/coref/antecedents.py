"""What a pronoun may stand for: candidates nearby that agree and that syntax does not forbid."""

from bisect import bisect_left
from dataclasses import dataclass, field

import msgspec

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.naming import Gender
from reader.annotate.words import Words
from reader.word_lists import listed

_REACH = {"he": 8, "she": 8, "it": 4, "they": 5}
"""How many sentences back each pronoun looks."""
_LEADING = 3
"""Mentions that make somebody a person whom a pronoun far away may mean."""
_MOST_LOOKED_AT = 120
_MOST_CHOICES = 6
_SURE = 0.6
"""So likely is a speaker who is no "he" in the quote."""
_MOST_CLIMBS = 30
_NOBODY = frozenset(("time", "amount"))
_REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves", "themself"))
_WHERE = listed("behind with around before after above below beside near over under about")
_CLAUSES = frozenset(("advcl", "acl", "xcomp"))


class Choice(msgspec.Struct, frozen=True, gc=False):
    """One thing that a pronoun may stand for, by its nearest mention."""

    mention: int
    rank: int
    """How many other choices stand nearer."""
    overtaken: str
    """What nearer choice may have taken its place: name (as a subject), other or none."""


@dataclass(slots=True)
class Discourse:
    """What is known of each cluster at a point of the text, by cluster number."""

    evidence: Evidence
    gender: dict[int, Gender] = field(default_factory=dict)
    size: dict[int, int] = field(default_factory=dict)
    """How often it was mentioned so far."""
    leading: dict[Gender, int] = field(default_factory=dict)
    """By gender the last mention of whoever was mentioned most."""
    told: dict[int, int] = field(default_factory=dict)
    """Where each cluster was last mentioned by name or description, as a token."""
    subjects: dict[int, int] = field(default_factory=dict)
    """The sentence in which each cluster was last a subject."""
    speaker: int | None = None
    """A mention of the last speaker."""
    standing: dict[str, list[int]] = field(default_factory=dict)
    """See `able`."""

    def able(self, word: str) -> list[int]:
        """Return the candidates that a pronoun of a group may stand for by form and kind.

        Of what somebody becomes, it is that somebody who is meant.
        """
        if word not in self.standing:
            self.standing[word] = [
                j
                for j, other in enumerate(self.evidence.candidates)
                if _may_stand(word, other) and j not in self.evidence.offices
            ]
        return self.standing[word]

    def learn(self) -> None:
        """Take the genders that names, titles and nouns tell."""
        clusters = self.evidence.clusters
        for i, one in enumerate(self.evidence.candidates):
            if one.gender in ("m", "f") and not one.plural:  # "two brothers" are no "he"
                self.gender.setdefault(clusters.find(i), one.gender)
        for i, gender in self.evidence.told.items():
            self.gender.setdefault(clusters.find(i), gender)

    def see(self, mention: int) -> None:
        """Count a mention as read."""
        home = self.evidence.clusters.find(mention)
        size = self.size[home] = self.size.get(home, 0) + 1
        one, words = self.evidence.candidates[mention], self.evidence.words
        if one.form != "pronoun":
            self.told[home] = one.head
        if words.role[one.head] == "subj":
            self.subjects[home] = words.sentence[one.head]
        gender = self.gender.get(home, "?")
        leader = self.leading.get(gender)
        if leader is None or size >= self.size.get(self.evidence.clusters.find(leader), 0):
            self.leading[gender] = mention

    def leads(self, home: int, gender: Gender) -> bool:
        """Return whether a cluster is the one of its gender that was mentioned most."""
        leader = self.leading.get(gender)
        return leader is not None and self.evidence.clusters.find(leader) == home

    def moved(self, old: int, new: int) -> None:
        """Carry what is known of a cluster over to the number it has after a join."""
        if old != new:
            self.size[new] = self.size.get(new, 0) + self.size.pop(old, 0)
            for last in (self.told, self.subjects):
                if old in last:
                    last[new] = max(last.pop(old), last.get(new, -1))
            gender = self.gender.pop(old, "?")
            if gender in ("m", "f"):
                self.gender.setdefault(new, gender)


def is_possessive(one: Candidate, words: Words) -> bool:
    """Return whether a pronoun is an owner ("his")."""
    return words.role[one.head] in ("poss", "det") or words.tag[one.head] == "PRP$"


def is_reflexive(one: Candidate, words: Words) -> bool:
    """Return whether a pronoun points back into its own clause ("himself")."""
    return words.lower[one.head] in _REFLEXIVES


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
            and _may_stand(one.word, other)
            and _hangs_below(one.head, words.head[other.head], words)
            and not is_forbidden(one, other, words)
        ):
            home = evidence.clusters.find(j)
            if home not in seen and _agrees(one, home, discourse):
                return [Choice(j, rank, "none")]
            break
    return []


def _may_stand(word: str, other: Candidate) -> bool:
    """Return whether a candidate's form and kind let a pronoun of a group stand for it."""
    if other.kind in _NOBODY or other.definite == "no":
        return False
    if other.form == "pronoun":
        return other.word == word
    if word in ("he", "she"):
        if other.plural or other.kind in ("place", "norp", "event"):
            return False
        return other.kind == "person" or (other.form == "name" and other.kind == "thing")
    if word == "it":
        return other.kind != "person" and not other.plural and other.kind != "norp"
    return other.plural or other.kind in ("person", "org", "norp", "place")


def _agrees(one: Candidate, home: int, discourse: Discourse) -> bool:
    gender = discourse.gender.get(home, "?")
    if one.word in ("he", "she"):
        return gender in ("?", one.gender)
    # A man or woman by name is no "it"; a person of unknown gender may be "they".
    return one.word == "they" or gender == "?"


def is_forbidden(one: Candidate, other: Candidate, words: Words) -> bool:
    """Return whether syntax keeps a pronoun and a candidate of its sentence apart.

    Two arguments of one verb differ ("he met *him*") unless the pronoun is reflexive; an owner is
    not what it owns; and the unsaid subject of a participle is its clause's subject, so that in
    "receiving the general, he said" the two differ.
    """
    pronoun, head = one.head, other.head
    if other.first <= pronoun <= other.last:
        return True
    if is_reflexive(one, words):
        return False
    if is_possessive(one, words):
        # "his" in "his brother Tom": neither brother nor Tom.
        owned = words.head[pronoun]
        return head == owned or (
            words.head[head] == owned and words.role[head] in ("appos", "flat")
        )
    ruler, other_ruler = words.governor(pronoun), words.governor(head)
    if ruler == other_ruler and words.role[head] != "poss":
        return not (words.role[head] == "subj" and _is_somewhere(pronoun, words))
    if words.role[head] == "conj" and words.governor(words.head[head]) == ruler:
        return True
    return (
        words.role[pronoun] == "subj"
        and words.role[head] in ("obj", "obl", "iobj", "appos")
        and words.role[other_ruler] in _CLAUSES
        and words.head[other_ruler] == ruler
        and next(words.below(other_ruler, "subj"), None) is None
    )


def _is_somewhere(pronoun: int, words: Words) -> bool:
    """Return whether a pronoun only says where: "she looked *around her*"."""
    if words.role[words.head[pronoun]] == "prep":
        return words.lower[words.head[pronoun]] in _WHERE
    cases = (words.lower[case] for case in words.below(pronoun, "case"))
    return words.role[pronoun] == "obl" and not _WHERE.isdisjoint(cases)


def _hangs_below(word: int, top: int, words: Words) -> bool:
    """Return whether a word stands under another in the tree."""
    for _ in range(_MOST_CLIMBS):
        if word == top:
            return True
        if words.head[word] == word:
            return False
        word = words.head[word]
    return False


def commands(other: int, pronoun: int, words: Words) -> bool:
    """Return whether a subject's clause holds the pronoun: "*Lee* said that she ..."."""
    return words.role[other] == "subj" and _hangs_below(pronoun, words.head[other], words)
