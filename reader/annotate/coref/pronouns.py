"""Whom he, she, it and they stand for: a small linear ranker over what stands near.

The weights are fitted on OntoGUM (see ``reader.annotate.training.mentions``); a pronoun is linked
only if the best choice is likelier than the threshold for its group.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.annotate.coref.antecedents import Choice, choices
from reader.annotate.coref.binding import is_possessive
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.discourse import Discourse
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.features import GROUPS, choice_features, nobody_features
from reader.annotate.ranker import Linear

_ROLES = {
    "subj": "subject", "obj": "object", "iobj": "object", "poss": "owner", "obl": "in a phrase",
    "nmod": "in a phrase", "conj": "one of several", "appos": "in apposition",
}  # fmt: skip
_CLEAR = 0.6
"""An owner is linked if one choice is far likelier than all others together."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """A fitted linear model of what a pronoun stands for, and how sure it must be."""

    model: Linear
    thresholds: dict[str, float]
    """For each group of pronouns the least probability of a link."""

    def best(self, pronoun: int, discourse: Discourse) -> tuple[Choice, float] | None:
        """Return the likeliest choice and its probability, or None where nobody is likelier."""
        found = choices(pronoun, discourse)
        if not found:
            return None
        named = [choice_features(pronoun, choice, discourse) for choice in found]
        named.append(nobody_features(pronoun, discourse))
        *shares, nobody = self.model.shares([self.model.score(names) for names in named])
        likely = max(shares)
        choice = found[shares.index(likely)]
        if likely >= self._bar(pronoun, choice, discourse):
            return choice, likely
        # An owner is somebody: "its" is never said of nobody.
        owner = is_possessive(discourse.evidence.candidates[pronoun], discourse.evidence.words)
        return (choice, likely) if owner and likely >= _CLEAR * (1 - nobody) else None

    def _bar(self, pronoun: int, choice: Choice, discourse: Discourse) -> float:
        """Return how likely a choice has to be; half as much where its gender is known."""
        group = GROUPS[discourse.evidence.candidates[pronoun].word]
        home = discourse.evidence.clusters.find(choice.mention)
        known = group == "he" and discourse.gender.get(home, "?") != "?"
        return self.thresholds[group] * (0.5 if known else 1.0)


@cache
def ranker() -> Ranker:
    """Return the ranker that ships."""
    path = files("reader.annotate.coref") / "data" / "pronouns.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    return Ranker(Linear(data["weights"], 0.0, 1.0), data["thresholds"])


def link_pronouns(evidence: Evidence, model: Ranker) -> None:
    """Join third person pronouns with what they stand for, in text order."""
    discourse = Discourse(evidence)
    discourse.learn()
    for i in range(len(evidence.candidates)):
        follow_speech(i, discourse)
        if evidence.candidates[i].word in GROUPS and evidence.candidates[i].form == "pronoun":
            found = model.best(i, discourse)
            if found:
                choice, likely = found
                join(i, choice, Link(_reason(i, choice, evidence), round(likely, 2)), discourse)
        discourse.see(i)


def follow_speech(mention: int, discourse: Discourse) -> None:
    """Note who spoke last once the reading leaves a quote or meets its speaker."""
    quote = discourse.evidence.candidates[mention].quote
    if quote >= 0 and discourse.evidence.speakers[quote] is not None:
        discourse.speaker = discourse.evidence.speakers[quote]


def join(pronoun: int, choice: Choice, link: Link, discourse: Discourse) -> None:
    """Put a pronoun into the cluster of a choice; its gender is then the cluster's."""
    clusters = discourse.evidence.clusters
    own, home = clusters.find(pronoun), clusters.find(choice.mention)
    new = clusters.join(pronoun, choice.mention, link)
    for old in (own, home):
        discourse.moved(old, new)
    gender = discourse.evidence.candidates[pronoun].gender
    if gender in ("m", "f"):
        discourse.gender.setdefault(new, gender)


def _reason(pronoun: int, choice: Choice, evidence: Evidence) -> str:
    words, candidates = evidence.words, evidence.candidates
    one, other = candidates[pronoun], candidates[choice.mention]
    far = words.sentence[one.head] - words.sentence[other.head]
    where = (
        "later in the sentence" if choice.mention > pronoun
        else "in the sentence" if far == 0
        else "in the sentence before" if far == 1
        else f"{far} sentences before"
    )  # fmt: skip
    said = evidence.name_of(choice.mention)
    role = _ROLES.get(words.role[other.head], "")
    return f"{words.lower[one.head]}: {said}, {role + ' ' if role else ''}{where}"
