"""Columns give back what was put in, from structs or from a file; what is damaged, never."""

import io
import json
from collections.abc import Callable

import msgspec
import pytest

from reader.model.compact import CompactLayer, compact, read_compact
from reader.model.index import Annotations
from reader.model.layer import Layer, Mention, Quote
from reader.model.layer_json import encode_layer
from tests import samples
from tests.benchmarks.generate import generate
from tests.unit.model.test_check import DAMAGES

change = msgspec.structs.replace


def _sorted(layer: Layer) -> tuple[list[Mention], list[Quote]]:
    return (
        sorted(layer.mentions, key=lambda m: (m.start, -m.end)),
        sorted(layer.quotes, key=lambda q: (q.spans[0].start, -q.spans[-1].end)),
    )


def _ordered(layer: Layer) -> Layer:
    mentions, quotes = _sorted(layer)
    return change(layer, mentions=tuple(mentions), quotes=tuple(quotes))


def _items(made: CompactLayer) -> tuple[list[Mention], list[Quote]]:
    return list(made.mentions), list(made.quotes)


def _read(layer: Layer, text: str) -> CompactLayer | None:
    return read_compact(io.BytesIO(encode_layer(layer)), text)


@pytest.fixture(scope="module", params=["sample", "generated"])
def case(request: pytest.FixtureRequest) -> tuple[str, Layer]:
    if request.param == "sample":
        return samples.TEXT, samples.layer()
    return generate(300_000)  # longer than a chunk of the file


def test_columns_give_the_items_back(case: tuple[str, Layer]) -> None:
    text, layer = case
    assert _items(compact(layer, text)) == _sorted(layer)


def test_a_file_of_ours_is_read_without_the_whole(case: tuple[str, Layer]) -> None:
    text, layer = case
    made = _read(_ordered(layer), text)
    assert made is not None
    assert _items(made) == _sorted(layer)
    assert (made.runs, made.entities) == (layer.runs, layer.entities)


def test_a_layer_without_items_is_read() -> None:
    made = _read(change(samples.layer(), mentions=(), quotes=()), samples.TEXT)
    assert made is not None
    assert _items(made) == ([], [])


def test_a_file_of_another_form_is_left_to_others() -> None:
    pretty = json.dumps(json.loads(encode_layer(samples.layer())), indent=1).encode()
    assert read_compact(io.BytesIO(pretty), samples.TEXT) is None
    assert read_compact(io.BytesIO(b"no layer"), samples.TEXT) is None
    assert read_compact(io.BytesIO(b""), samples.TEXT) is None


def test_a_file_out_of_order_is_left_to_others() -> None:
    layer = _ordered(samples.layer())
    assert _read(change(layer, mentions=layer.mentions[::-1]), samples.TEXT) is None
    assert _read(change(layer, quotes=layer.quotes[::-1]), samples.TEXT) is None


@pytest.mark.parametrize("damage", [damage for damage, _ in DAMAGES])
def test_a_damaged_layer_is_never_shown(damage: Callable[[Layer], Layer]) -> None:
    assert _read(damage(_ordered(samples.layer())), samples.TEXT) is None


def test_a_layer_of_another_text_or_version_is_never_shown() -> None:
    layer = _ordered(samples.layer())
    assert _read(layer, samples.TEXT + "More.") is None
    assert _read(change(layer, version=99), samples.TEXT) is None
    assert _read(change(layer, format="other"), samples.TEXT) is None


def test_questions_about_a_quote_are_answered_without_its_struct() -> None:
    known = Annotations(samples.article(), samples.layer())
    for number, quote in enumerate(known.quotes):
        assert known.quotes.kind(number) == quote.kind
        assert known.quotes.speaker(number) == quote.speaker.entity
        assert known.quotes.start(number) == quote.spans[0].start
        assert known.quotes.is_speech(number) == (quote.kind != "scare")
    for number, mention in enumerate(known.mentions):
        assert known.mentions.entity(number) == mention.entity
        assert known.mentions.form(number) == mention.form


def test_columns_count_like_any_sequence() -> None:
    quotes = compact(samples.layer(), samples.TEXT).quotes
    assert quotes[-1] == quotes[len(quotes) - 1]
    assert list(quotes[:1]) == [quotes[0]]
    with pytest.raises(IndexError):
        quotes[len(quotes)]
