"""From gold articles to the weights of the models, and how sure they may be."""

import logging
from collections.abc import Sequence

from reader.annotate.evaluate.quote_gold import GoldQuote
from reader.annotate.evaluate.speaker_match import same_speaker
from reader.annotate.quoting.passage_features import passage_features
from reader.annotate.quoting.passages import Models
from reader.annotate.quoting.speaker_candidates import (
    Candidate,
    History,
    candidates,
    speaker_phrase,
)
from reader.annotate.quoting.speaker_features import (
    ASKED,
    CHANNEL,
    LABELLED,
    QUESTIONED,
    TURN,
    speaker_features,
)
from reader.annotate.quoting.story import Quoted
from reader.annotate.quoting.trees import Forest
from reader.annotate.ranker import Linear
from reader.annotate.training.boost import fit_forest
from reader.annotate.training.clause_models import fit_clauses
from reader.annotate.training.examples import Example, joined, others
from reader.annotate.training.fit import Case, Choice, fit_choices, fit_slope

SPEAKER_PENALTY = 3.0
LEAST_SEEN = 8
"""Circumstances seen less often are not learned: they would be there for single articles."""
BY_HAND = {CHANNEL: -2.5, TURN: 6.0, ASKED: 4.0, LABELLED: 8.0, QUESTIONED: -3.0}
SCARE_SHARE = 0.265
"""Share of passages without speech that may be taken for speech."""
_PARTS = 4
_log = logging.getLogger(__name__)


def fit_models(train: Sequence[Example]) -> Models:
    """Fit all models on ``train``; thresholds and slopes on what each did not see of it.

    The articles are cut into parts. What a later model is fitted on (who spoke before, the
    likeliest speaker) is guessed for each part by models of the other parts, so that it learns to
    live with the errors that there will be.
    """
    parts = [train[number::_PARTS] for number in range(_PARTS)]
    told = [_Walk(part, None).choices for part in parts]
    guessed = [
        _Walk(part, _fit_speaker(rest)).choices
        for part, rest in zip(parts, others(told), strict=True)
    ]
    choices = [a + b for a, b in zip(told, guessed, strict=True)]
    walks = [
        _Walk(part, _fit_speaker(rest)) for part, rest in zip(parts, others(choices), strict=True)
    ]
    return Models(
        _with_slope(_fit_speaker(joined(choices)), choices, walks),
        _fit_passage([walk.cases for walk in walks]),
        *fit_clauses(parts, LEAST_SEEN),
    )


def _fit_speaker(choices: Sequence[Choice]) -> Linear:
    return Linear(fit_choices(choices, SPEAKER_PENALTY, LEAST_SEEN) | BY_HAND, 0.0, 1.0)


def _with_slope(model: Linear, choices: Sequence[list[Choice]], walks: Sequence["_Walk"]) -> Linear:
    """Return ``model`` with the slope that fits what models of other parts say of each part."""
    scores: list[list[float]] = []
    right: list[Sequence[bool]] = []
    for walk, rest in zip(walks, others(choices), strict=True):
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
    wrong: list[float] = []
    for part, rest in zip(cases, others(cases), strict=True):
        judge = fit_forest(rest)
        wrong += [judge.score(case.features) for case in part if not case.truth]
    wrong.sort(reverse=True)
    shift = wrong[min(len(wrong) - 1, int(SCARE_SHARE * len(wrong)))] if wrong else 0.0
    _log.info("passage threshold, cross-validated: %.3f", shift)
    forest = fit_forest(joined(cases))
    return Forest(forest.trees, forest.bias - shift)


class _Walk:
    """What one pass over the articles collects: choices of speakers and cases of passages.

    Args:
        examples: The articles.
        model: Who says the quotes before is guessed by it; None takes the truth.
    """

    def __init__(self, examples: Sequence[Example], model: Linear | None) -> None:
        self._model = model
        self.choices: list[Choice] = []
        self.cases: list[Case] = []
        for example in examples:
            history = History([])
            previous: tuple[Quoted, bool] | None = None
            for quoted, gold in example.passages():
                speaker = self._visit(example, quoted, gold, history, previous)
                if gold is not None and speaker is not None:
                    history.spoken.append((quoted, speaker))
                previous = (quoted, gold is not None)

    def _visit(
        self,
        example: Example,
        quoted: Quoted,
        gold: GoldQuote | None,
        history: History,
        previous: tuple[Quoted, bool] | None,
    ) -> Candidate | None:
        """Collect what a passage teaches and return who says it, by the truth or the model."""
        story = example.story
        rivals = candidates(story, quoted, history)
        named = speaker_features(story, quoted, rivals, history)
        right = [_right(example, rival, gold) for rival in rivals]
        if gold is not None and gold.source:
            self.choices.append(Choice(named, right))
        if self._model is None:
            return rivals[right.index(True)] if any(right) else None
        scores = [self._model.score(names) for names in named]
        best = scores.index(max(scores)) if scores else None
        circumstances = named[best] if best is not None else []
        names = passage_features(story, quoted, circumstances, previous)
        self.cases.append(Case(names, float(gold is not None)))
        return rivals[best] if best is not None else None


def _right(example: Example, rival: Candidate, gold: GoldQuote | None) -> bool:
    if gold is None or not gold.source:
        return False
    words = speaker_phrase(example.story, rival)
    return same_speaker(example.article.text, words, gold.source)
