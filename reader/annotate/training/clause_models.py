"""Fitting which clause a cue reports, and whether it reports it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.annotate.evaluate.quote_gold import GoldQuote
from reader.annotate.quoting.clause_features import cue_features, extent_features
from reader.annotate.quoting.clauses import Clause, clauses
from reader.annotate.quoting.indirect import likeliest
from reader.annotate.ranker import Linear
from reader.annotate.training.examples import Example, joined, others
from reader.annotate.training.fit import Case, Choice, fit_cases, fit_choices

_PENALTY = 3.0
_LEAST_OVERLAP, _GOOD_OVERLAP = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Rival:
    """A clause that a cue may report."""

    extent: list[str]
    cue: list[str]
    truth: float
    """Its overlap with what the cue does report."""


def fit_clauses(parts: Sequence[Sequence[Example]], least: int) -> tuple[Linear, Linear]:
    """Fit which clause a cue reports, and whether it reports it.

    Args:
        parts: Parts of the articles; whether is fitted on what models of the others choose.
        least: Features seen less often are left out.
    """
    rivals = [clause_rivals(part) for part in parts]
    cases = []
    for part, rest in zip(rivals, others(rivals), strict=True):
        cases += clause_cases(part, _fit_extent(rest, least))
    weights, bias = fit_cases(cases, _PENALTY, least)
    return _fit_extent(joined(rivals), least), Linear(weights, bias, 1.0)


def _fit_extent(rivals: Sequence[list[Rival]], least: int) -> Linear:
    return Linear(fit_choices(extent_choices(rivals), _PENALTY, least), 0.0, 1.0)


def clause_rivals(examples: Sequence[Example]) -> list[list[Rival]]:
    """Return, cue by cue, the clauses it may report."""
    rivals: list[list[Rival]] = []
    for example in examples:
        by_cue = _quotes_by_cue(example)
        story = example.story
        for cue, sites in groupby(story.sites, key=lambda site: site.cue):
            if not story.covered[cue]:
                quotes = by_cue.get(cue, [])
                found = [clause for site in sites for clause in clauses(story, site)]
                rivals.append(
                    [
                        Rival(
                            extent_features(story, clause),
                            cue_features(story, clause.site),
                            _overlap(example, clause, quotes),
                        )
                        for clause in found
                    ]
                )
    return [group for group in rivals if group]


def extent_choices(rivals: Sequence[Sequence[Rival]]) -> list[Choice]:
    """Return for each cue that reports something which of its clauses fit best."""
    choices = []
    for group in rivals:
        best = max(case.truth for case in group)
        if best >= _GOOD_OVERLAP:
            right = [case.truth >= max(_GOOD_OVERLAP, best - 0.03) for case in group]
            choices.append(Choice([case.extent for case in group], right))
    return choices


def clause_cases(rivals: Sequence[Sequence[Rival]], extent: Linear) -> list[Case]:
    """Return the likeliest clause of each cue, and how far it is what the cue reports."""
    cases = []
    for group in rivals:
        best = likeliest(extent, [case.extent for case in group])
        if best is not None:
            chosen, truth = group[best], group[best].truth
            cases.append(Case(chosen.extent + chosen.cue, truth if truth > _LEAST_OVERLAP else 0.0))
    return cases


def _quotes_by_cue(example: Example) -> dict[int, list[GoldQuote]]:
    """Return the gold attributions by the tokens of their cues."""
    by_cue: defaultdict[int, list[GoldQuote]] = defaultdict(list)
    offsets = example.story.words.start
    for quote in example.article.quotes:
        for start, end in quote.cue:
            for token in range(max(0, bisect_left(offsets, start)), bisect_left(offsets, end)):
                by_cue[token].append(quote)
    return by_cue


def _overlap(example: Example, clause: Clause, quotes: Sequence[GoldQuote]) -> float:
    words = example.article.words(tuple(example.story.chars(*part) for part in clause.ranges))
    shares = [len(words & quote.words) / len(words | quote.words) for quote in quotes]
    return max(shares, default=0.0)
