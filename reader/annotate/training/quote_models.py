"""From gold articles to the weights of the three models, and how sure they may be."""

import logging
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from spacy.tokens import Doc

from reader.annotate.clause_features import cue_features, extent_features
from reader.annotate.clauses import Clause, clauses
from reader.annotate.decode import Models
from reader.annotate.evaluate.quote_gold import GoldArticle, GoldQuote
from reader.annotate.evaluate.speaker_match import same_speaker
from reader.annotate.indirect import likeliest
from reader.annotate.passage_features import passage_features
from reader.annotate.ranker import Linear
from reader.annotate.speaker_candidates import Candidate, History, candidates, speaker_phrase
from reader.annotate.speaker_features import ASKED, CHANNEL, LABELLED, QUESTIONED, TURN, weigh
from reader.annotate.story import Quoted, Story, read_story
from reader.annotate.training.boost import fit_forest
from reader.annotate.training.fit import Case, Choice, fit_cases, fit_choices, fit_slope
from reader.annotate.trees import Forest

SPEAKER_PENALTY, CLAUSE_PENALTY = 3.0, 3.0
LEAST_SEEN = 8
"""Circumstances seen less often are not learned: they would be there for single articles."""
BY_HAND = {CHANNEL: -2.5, TURN: 6.0, ASKED: 4.0, LABELLED: 8.0, QUESTIONED: -3.0}
SCARE_SHARE = 0.265
"""Share of passages without speech that may be taken for speech."""
_ABOUT = "Weights over structure and this project's cue lists, fitted on PolNeAR 1.0 (train)."
_LEAST_WEIGHT = 0.02
_LEAST_OVERLAP, _GOOD_OVERLAP = 0.3, 0.5
T = TypeVar("T")
_PARTS = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Example:
    """A parsed article with its gold attributions, by passage."""

    article: GoldArticle
    story: Story
    gold: dict[tuple[int, int], GoldQuote | None]


@dataclass(frozen=True, slots=True)
class Rival:
    """A clause that a cue may report."""

    extent: list[str]
    cue: list[str]
    truth: float
    """Its overlap with what the cue does report."""


@dataclass(slots=True)
class _Walk:
    """What one pass over the articles collects."""

    choices: list[Choice]
    cases: list[Case]


def load_examples(articles: Sequence[GoldArticle], docs: Sequence[Doc]) -> list[Example]:
    """Put articles and their parses together."""
    examples = []
    for article, doc in zip(articles, docs, strict=True):
        story = read_story(doc)
        gold = {(p.start, p.end): quote for p, quote in article.passages}
        examples.append(Example(article, story, gold))
    return examples


def fit_models(train: Sequence[Example]) -> Models:
    """Fit all models on ``train``; thresholds and slopes on what each did not see of it.

    The articles are cut into parts. What a later model is fitted on (who spoke before, the
    likeliest speaker) is guessed for each part by models of the other parts, so that it learns to
    live with the errors that there will be.
    """
    parts = [train[number::_PARTS] for number in range(_PARTS)]
    told = [_walk(part, None).choices for part in parts]
    guessed = [
        _walk(part, _fit_speaker(rest)).choices
        for part, rest in zip(parts, _others(told), strict=True)
    ]
    choices = [a + b for a, b in zip(told, guessed, strict=True)]
    walks = [
        _walk(part, _fit_speaker(rest)) for part, rest in zip(parts, _others(choices), strict=True)
    ]
    return Models(
        _with_slope(_fit_speaker(_joined(choices)), choices, walks),
        _fit_passage([walk.cases for walk in walks]),
        *_fit_clauses([clause_rivals(part) for part in parts]),
    )


def _others(parts: Sequence[list[T]]) -> Iterator[list[T]]:
    """Yield for each part what is in the others."""
    for number in range(len(parts)):
        yield _joined([part for other, part in enumerate(parts) if other != number])


def _joined(parts: Sequence[list[T]]) -> list[T]:
    return [item for part in parts for item in part]


def _fit_speaker(choices: Sequence[Choice]) -> Linear:
    return Linear(fit_choices(choices, SPEAKER_PENALTY, LEAST_SEEN) | BY_HAND, 0.0, 1.0)


def _with_slope(model: Linear, choices: Sequence[list[Choice]], walks: Sequence[_Walk]) -> Linear:
    """Return ``model`` with the slope that fits what models of other parts say of each part."""
    scores: list[list[float]] = []
    right: list[Sequence[bool]] = []
    for walk, rest in zip(walks, _others(choices), strict=True):
        judge = _fit_speaker(rest)
        usable = [choice for choice in walk.choices if choice.features]
        scores += [[judge.score(names) for names in choice.features] for choice in usable]
        right += [choice.right for choice in usable]
    pairs = zip(scores, right, strict=True)
    hits = sum(truths[values.index(max(values))] for values, truths in pairs)
    _log.info("speakers, cross-validated: %.4f", hits / len(scores))
    return Linear(model.weights, model.bias, fit_slope(scores, right))


def _fit_passage(cases: Sequence[list[Case]]) -> Forest:
    """Fit the model of speech; its bias lets through at most ``SCARE_SHARE`` of what is not."""
    others: list[float] = []
    for part, rest in zip(cases, _others(cases), strict=True):
        judge = fit_forest(rest)
        others += [judge.score(case.features) for case in part if not case.truth]
    others.sort(reverse=True)
    shift = others[min(len(others) - 1, int(SCARE_SHARE * len(others)))] if others else 0.0
    _log.info("passage threshold, cross-validated: %.3f", shift)
    forest = fit_forest(_joined(cases))
    return Forest(forest.trees, forest.bias - shift)


def _fit_clauses(rivals: Sequence[list[list[Rival]]]) -> tuple[Linear, Linear]:
    """Fit which clause a cue reports, and whether it reports it."""
    cases = []
    for part, rest in zip(rivals, _others(rivals), strict=True):
        cases += clause_cases(part, _fit_extent(rest))
    weights, bias = fit_cases(cases, CLAUSE_PENALTY, LEAST_SEEN)
    return _fit_extent(_joined(rivals)), Linear(weights, bias, 1.0)


def _fit_extent(rivals: Sequence[list[Rival]]) -> Linear:
    return Linear(fit_choices(extent_choices(rivals), CLAUSE_PENALTY, LEAST_SEEN), 0.0, 1.0)


def _walk(examples: Sequence[Example], model: Linear | None) -> _Walk:
    """Collect the choices of speakers and the cases of passages.

    Args:
        examples: The articles.
        model: Who says the quotes before is guessed by it; None takes the truth.
    """
    walk = _Walk([], [])
    for example in examples:
        history = History([])
        previous: tuple[Quoted, bool] | None = None
        for quoted in example.story.outer:
            key = (quoted.passage.start, quoted.passage.end)
            if key not in example.gold:
                continue
            spoken = _visit(example, quoted, example.gold[key], history, previous, model, walk)
            previous = (quoted, spoken)
    return walk


def _visit(
    example: Example,
    quoted: Quoted,
    gold: GoldQuote | None,
    history: History,
    previous: tuple[Quoted, bool] | None,
    model: Linear | None,
    walk: _Walk,
) -> bool:
    story = example.story
    rivals = candidates(story, quoted, history)
    named = weigh(story, quoted, rivals, history)
    right = [_right(example, rival, gold) for rival in rivals]
    if gold is not None and gold.source:
        walk.choices.append(Choice(named, right))
    scores = [model.score(names) for names in named] if model is not None else []
    best = scores.index(max(scores)) if scores else None
    if model is not None:
        names = passage_features(story, quoted, named[best] if best is not None else [], previous)
        walk.cases.append(Case(names, float(gold is not None)))
    if model is None:
        best = right.index(True) if any(right) else None
    if gold is not None and best is not None:
        history.spoken.append((quoted, rivals[best]))
    return gold is not None


def _right(example: Example, rival: Candidate, gold: GoldQuote | None) -> bool:
    if gold is None or not gold.source:
        return False
    words = speaker_phrase(example.story, rival)
    return same_speaker(example.article.text, words, gold.source)


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


def packed(model: Linear | Forest) -> dict[str, object]:
    """Return what a file of weights holds: rounded, without what weighs nothing."""
    if isinstance(model, Forest):
        names = sorted({name for tree in model.trees for name in tree.asks})
        index = {name: number for number, name in enumerate(names)}
        trees = [[[index[name] for name in tree.asks], tree.leaves] for tree in model.trees]
        return {"about": _ABOUT, "bias": round(model.bias, 3), "names": names, "trees": trees}
    weights = {
        name: round(weight, 3)
        for name, weight in sorted(model.weights.items())
        if abs(weight) >= _LEAST_WEIGHT
    }
    return {
        "about": _ABOUT,
        "bias": round(model.bias, 3),
        "slope": round(model.slope, 3),
        "weights": weights,
    }
