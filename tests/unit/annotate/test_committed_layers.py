"""Every committed layer is what ``newsreader annotate`` makes of the text today."""

from pathlib import Path

import msgspec
import pytest

from reader.annotate.batch import Annotator
from reader.model.layer import Layer
from reader.paths import sample_articles
from reader.sources import list_articles, open_article
from reader.store.layers import HAND, load_layer_for

CONFIDENCE_TOLERANCE = 0.02
ARTICLES = list_articles(sample_articles())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_committed_layer_is_what_annotate_makes_today(path: Path, annotator: Annotator) -> None:
    article = open_article(path)
    committed = load_layer_for(article)
    assert committed is not None, "commit its layer: newsreader annotate articles/"
    if any(run.tool == HAND for run in committed.runs):
        pytest.skip("corrected by hand, and says so")
    made = annotator.annotate(article)
    assert without_confidence(made) == without_confidence(committed)
    assert confidences(made) == pytest.approx(confidences(committed), abs=CONFIDENCE_TOLERANCE)


def without_confidence(layer: Layer) -> Layer:
    return msgspec.structs.replace(
        layer,
        runs=(),
        mentions=tuple(msgspec.structs.replace(m, confidence=0.0) for m in layer.mentions),
        quotes=tuple(
            msgspec.structs.replace(
                quote,
                confidence=0.0,
                speaker=msgspec.structs.replace(
                    quote.speaker,
                    confidence=0.0,
                    others=tuple((who, 0.0) for who, _ in quote.speaker.others),
                ),
            )
            for quote in layer.quotes
        ),
    )


def confidences(layer: Layer) -> list[float]:
    numbers = [mention.confidence for mention in layer.mentions]
    for quote in layer.quotes:
        numbers += [quote.confidence, quote.speaker.confidence]
        numbers += [score for _, score in quote.speaker.others]
    return numbers
