from collections.abc import Callable

import msgspec
import pytest

from reader.errors import LayerError
from reader.model.check import StaleLayerError, check_layer
from reader.model.layer import Layer, Quote
from tests import samples

change = msgspec.structs.replace


def test_a_layer_that_fits_passes() -> None:
    check_layer(samples.layer(), samples.TEXT, "x")


def test_a_layer_of_another_text_is_stale() -> None:
    with pytest.raises(StaleLayerError, match="made for another text"):
        check_layer(samples.layer(), samples.TEXT + "More.", "x")


def _far(layer: Layer) -> Layer:
    return change(layer, mentions=(change(layer.mentions[0], end=9999), *layer.mentions[1:]))


def _backwards(layer: Layer) -> Layer:
    return change(layer, mentions=(change(layer.mentions[0], start=9, end=3),))


def _moved(layer: Layer) -> Layer:
    return change(layer, mentions=(change(layer.mentions[0], start=1, end=11),))


def _orphan(layer: Layer) -> Layer:
    return change(layer, entities=layer.entities[1:])


def _quote(layer: Layer, quote: Quote) -> Layer:
    return change(layer, quotes=(quote,))


def _nobody(layer: Layer) -> Layer:
    speaker = change(layer.quotes[0].speaker, entity="e9")
    return _quote(layer, change(layer.quotes[0], speaker=speaker))


def _lost_mention(layer: Layer) -> Layer:
    speaker = change(layer.quotes[0].speaker, mention="m9")
    return _quote(layer, change(layer.quotes[0], speaker=speaker))


def _spanless(layer: Layer) -> Layer:
    return _quote(layer, change(layer.quotes[0], spans=()))


def _body(layer: Layer) -> Layer:
    return change(layer, text=change(layer.text, body=(0, 9999)))


DAMAGES: list[tuple[Callable[[Layer], Layer], str]] = [
    (_far, "[0, 9999) lies outside the text's"),
    (_backwards, "lies outside"),
    (_moved, "should read 'Maria Chen' but the text has 'aria Chen '"),
    (_orphan, "names entity e1, which is not there"),
    (_nobody, "names entity e9, which is not there"),
    (_lost_mention, "names mention m9, which is not there"),
    (_spanless, "has no spans"),
    (_body, "body [0, 9999) lies outside"),
]
"""What can be wrong with a layer, and what is said about it."""


@pytest.mark.parametrize(("damage", "said"), DAMAGES)
def test_what_is_wrong_is_said(damage: Callable[[Layer], Layer], said: str) -> None:
    with pytest.raises(LayerError) as caught:
        check_layer(damage(samples.layer()), samples.TEXT, "x.layer.json")
    assert said in caught.value.message
    assert not isinstance(caught.value, StaleLayerError)
