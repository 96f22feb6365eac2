"""What is known of each cluster at a point of the text, for pronouns to choose by."""

from dataclasses import dataclass, field

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.naming import Gender

_NOBODY = frozenset(("time", "amount"))


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
                if may_stand(word, other) and j not in self.evidence.offices
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


def may_stand(word: str, other: Candidate) -> bool:
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
