"""The articles that the benchmarks make: always the same, and with layers that hold."""

from reader.model.check import check_layer
from tests.benchmarks.generate import NEEDLE, generate


def test_the_same_seed_tells_the_same_story() -> None:
    assert generate(20_000) == generate(20_000)
    assert generate(20_000)[0] != generate(20_000, seed=2)[0]


def test_layers_fit_their_texts() -> None:
    text, layer = generate(30_000, marks=200)
    check_layer(layer, text, "generated")
    assert abs(len(text.encode()) - 30_000) < 2_000
    assert 100 < len(layer.mentions) + len(layer.quotes) < 400
    assert text.count(NEEDLE) == 1
