"""Speech without marks: which clause a cue reports, and whether it does.

For each cue the clauses that it may govern are listed, and logistic models over cue, clause type,
marker and side judge them (Pareti et al. 2013 learn the same from words; here the cue list is
closed).
"""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from reader.annotate.quoting.clause_features import bare_words, cue_features, extent_features
from reader.annotate.quoting.clauses import Clause, clauses
from reader.annotate.quoting.cues import SPEECH
from reader.annotate.quoting.story import Story
from reader.annotate.ranker import Linear

_REPORTING = SPEECH | {"according", "noun", "label"}
_OTHER_MARGIN, _NOMINAL_MARGIN = 0.12, 0.3


class Reported(msgspec.Struct, frozen=True, gc=False):
    """A clause that a cue reports, with the probability that it does."""

    clause: Clause
    probability: float


def report_clauses(
    story: Story, extent: Linear, model: Linear, threshold: float, taken: frozenset[int]
) -> list[Reported]:
    """Return the indirect speech of ``story`` in text order, none inside another.

    Args:
        story: The text.
        extent: Weights over ``extent_features`` that choose among the clauses of one cue.
        model: Weights over these and ``cue_features`` that say whether it reports the one chosen.
        threshold: Least probability of what is returned.
        taken: Cues that introduce a quoted passage, and so report no other clause.
    """
    found: list[Reported] = []
    for cue, sites in groupby(story.sites, key=lambda site: site.cue):
        if cue in taken or story.covered[cue]:
            continue
        rivals = [clause for site in sites for clause in clauses(story, site)]
        named = [extent_features(story, clause) for clause in rivals]
        best = likeliest(extent, named)
        if best is not None:
            told = named[best] + cue_features(story, rivals[best].site)
            probability = model.probability(told)
            if probability >= threshold + _margin(story, rivals[best]):
                found.append(Reported(rivals[best], probability))
    return _outermost(found)


def _margin(story: Story, clause: Clause) -> float:
    """Return how much surer the model must be of what is hardly speech.

    It learned from a corpus that counts thoughts, wishes and decrees as attributions. A reader who
    asks who said what wants "she said it would rain", not "she painted a line".
    """
    site, bare = clause.site, bare_words(story.words, clause)
    if site.group == "label" and site.start not in story.paragraphs:
        return 1.0
    if bare in ("name", "pronoun"):  # whom somebody welcomes or attacks
        return 1.0
    if site.group in _REPORTING:
        return 0.0
    return _OTHER_MARGIN if bare == "clause" else _NOMINAL_MARGIN


def likeliest(extent: Linear, named: Sequence[Sequence[str]]) -> int | None:
    """Return the number of the clause with the best score, if there is any."""
    if len(named) < 2:
        return 0 if named else None
    scores = [extent.score(names) for names in named]
    return scores.index(max(scores))


def _outermost(found: list[Reported]) -> list[Reported]:
    """Keep clauses that lie in no other; of two that cross or are the same, the likelier."""
    found.sort(key=lambda one: (one.clause.start, -one.clause.end, -one.probability))
    kept: list[Reported] = []
    for reported in found:
        first = reported.clause.ranges[0][0]
        if kept and reported.clause.ahead is not None and first < kept[-1].clause.end:
            kept.pop()
        last = kept[-1] if kept else None
        if last is None or reported.clause.start >= last.clause.end:
            kept.append(reported)
        elif reported.clause.end > last.clause.end and reported.probability > last.probability:
            kept[-1] = reported
    return kept
