"""From gold articles to the weights of the three models, and how sure they may be."""

import logging
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc

from reader.annotate.decode import weigh
from reader.annotate.evaluate.quote_gold import GoldArticle, GoldQuote
from reader.annotate.evaluate.speaker_match import same_speaker
from reader.annotate.indirect import Clause, clause_features, clauses, likeliest
from reader.annotate.passage_features import passage_features
from reader.annotate.ranker import Linear
from reader.annotate.speaker_candidates import Candidate, History, candidates, speaker_phrase
from reader.annotate.speaker_features import CHANNEL, LABELLED, TURN, Ruler, make_ruler
from reader.annotate.story import Quoted, Story, read_story
from reader.annotate.training.fit import Case, Choice, fit_cases, fit_choices, fit_slope

SPEAKER_PENALTY, PASSAGE_PENALTY, CLAUSE_PENALTY = 3.0, 3.0, 3.0
BY_HAND = {CHANNEL: -2.5, TURN: 4.0, LABELLED: 8.0}
LABELLED_PASSAGE = 4.0
SCARE_SHARE = 0.22
"""Share of passages without speech that may be taken for speech."""
_ABOUT = "Weights over structure and this project's cue lists, fitted on PolNeAR 1.0 (train)."
_LEAST_WEIGHT = 0.02
_LEAST_OVERLAP, _GOOD_OVERLAP = 0.3, 0.5
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Example:
    """A parsed article with its gold attributions, by passage."""

    article: GoldArticle
    story: Story
    ruler: Ruler
    gold: dict[tuple[int, int], GoldQuote | None]


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
        examples.append(Example(article, story, make_ruler(story), gold))
    return examples


def fit_models(train: Sequence[Example], dev: Sequence[Example]) -> dict[str, dict[str, object]]:
    """Fit on ``train``, set slopes and the threshold on ``dev``; return what the files hold."""
    first = Linear(fit_choices(_walk(train, None).choices, SPEAKER_PENALTY), 0.0, 1.0)
    choices = _walk(train, None).choices + _walk(train, first).choices
    weights = fit_choices(choices, SPEAKER_PENALTY) | BY_HAND
    speaker = Linear(weights, 0.0, 1.0)
    seen = _walk(dev, speaker)
    _log.info("speakers on dev: %.4f", _accuracy(seen.choices, speaker))
    weights, bias = fit_cases(_walk(train, speaker).cases, PASSAGE_PENALTY)
    weights[LABELLED] = LABELLED_PASSAGE
    passage = Linear(weights, _shifted(Linear(weights, bias, 1.0), seen.cases), 1.0)
    rivals = clause_rivals(train)
    extent = Linear(fit_choices(extent_choices(rivals), CLAUSE_PENALTY), 0.0, 1.0)
    weights, bias = fit_cases(clause_cases(rivals, extent), CLAUSE_PENALTY)
    return {
        "speaker_weights": _packed(speaker, _slope(seen.choices, speaker)),
        "passage_weights": _packed(passage, 1.0),
        "extent_weights": _packed(extent, 1.0),
        "clause_weights": _packed(Linear(weights, bias, 1.0), 1.0),
    }


def _walk(examples: Sequence[Example], model: Linear | None) -> _Walk:
    """Collect the choices of speakers and the cases of passages.

    Args:
        examples: The articles.
        model: Who says the quotes before is guessed by it; None takes the truth.
    """
    walk = _Walk([], [])
    for example in examples:
        history, spoken = History([]), None
        for quoted in example.story.outer:
            key = (quoted.passage.start, quoted.passage.end)
            if key not in example.gold:
                continue
            spoken = _visit(example, quoted, example.gold[key], history, spoken, model, walk)
    return walk


def _visit(
    example: Example,
    quoted: Quoted,
    gold: GoldQuote | None,
    history: History,
    spoken: bool | None,
    model: Linear | None,
    walk: _Walk,
) -> bool:
    story = example.story
    rivals = candidates(story, quoted, history)
    named = weigh(story, example.ruler, quoted, rivals, history)
    right = [_right(example, rival, gold) for rival in rivals]
    if gold is not None and gold.source:
        walk.choices.append(Choice(named, right))
    scores = [model.score(names) for names in named] if model is not None else []
    best = scores.index(max(scores)) if scores else None
    if model is not None:
        names = passage_features(story, quoted, named[best] if best is not None else [], spoken)
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


def _accuracy(choices: Sequence[Choice], model: Linear) -> float:
    right = 0
    for choice in choices:
        scores = [model.score(names) for names in choice.features]
        right += bool(scores) and choice.right[scores.index(max(scores))]
    return right / len(choices)


def _slope(choices: Sequence[Choice], model: Linear) -> float:
    usable = [choice for choice in choices if choice.features]
    scores = [[model.score(names) for names in choice.features] for choice in usable]
    return fit_slope(scores, [choice.right for choice in usable])


def _shifted(model: Linear, cases: Sequence[Case]) -> float:
    """Return the bias that lets through no more than ``SCARE_SHARE`` of what is not speech."""
    others = sorted((model.score(case.features) for case in cases if not case.truth), reverse=True)
    limit = others[min(len(others) - 1, int(SCARE_SHARE * len(others)))] if others else 0.0
    _log.info("passage threshold on dev: %.3f", limit)
    return model.bias - max(0.0, limit + 1e-6)


def clause_rivals(examples: Sequence[Example]) -> list[list[Case]]:
    """Return, cue by cue, the clauses it may report with their overlap with what it does report."""
    rivals: list[list[Case]] = []
    for example in examples:
        by_cue = _quotes_by_cue(example)
        story = example.story
        for cue, sites in groupby(story.sites, key=lambda site: site.cue):
            if story.outer_at(cue) is None:
                quotes = by_cue.get(cue, [])
                found = [clause for site in sites for clause in clauses(story, site)]
                rivals.append(
                    [Case(clause_features(story, c), _overlap(example, c, quotes)) for c in found]
                )
    return [group for group in rivals if group]


def extent_choices(rivals: Sequence[Sequence[Case]]) -> list[Choice]:
    """Return for each cue that reports something which of its clauses fit best."""
    choices = []
    for group in rivals:
        best = max(case.truth for case in group)
        if best >= _GOOD_OVERLAP:
            right = [case.truth >= max(_GOOD_OVERLAP, best - 0.03) for case in group]
            choices.append(Choice([case.features for case in group], right))
    return choices


def clause_cases(rivals: Sequence[Sequence[Case]], extent: Linear) -> list[Case]:
    """Return the likeliest clause of each cue, and how far it is what the cue reports."""
    cases = []
    for group in rivals:
        best = likeliest(extent, [case.features for case in group])
        if best is not None:
            truth = group[best].truth
            cases.append(Case(group[best].features, truth if truth > _LEAST_OVERLAP else 0.0))
    return cases


def _quotes_by_cue(example: Example) -> dict[int, list[GoldQuote]]:
    """Return the gold attributions by the tokens of their cues."""
    by_cue: defaultdict[int, list[GoldQuote]] = defaultdict(list)
    offsets = example.story.offsets
    for quote in example.article.quotes:
        for start, end in quote.cue:
            for token in range(max(0, bisect_left(offsets, start)), bisect_left(offsets, end)):
                by_cue[token].append(quote)
    return by_cue


def _overlap(example: Example, clause: Clause, quotes: Sequence[GoldQuote]) -> float:
    words = example.article.words(tuple(example.story.chars(*part) for part in clause.ranges))
    shares = [len(words & quote.words) / len(words | quote.words) for quote in quotes]
    return max(shares, default=0.0)


def _packed(model: Linear, slope: float) -> dict[str, object]:
    weights = {
        name: round(weight, 3)
        for name, weight in sorted(model.weights.items())
        if abs(weight) >= _LEAST_WEIGHT
    }
    return {
        "about": _ABOUT,
        "bias": round(model.bias, 3),
        "slope": round(slope, 3),
        "weights": weights,
    }
