"""What another process has read is the layer, and what is wrong with it is said as usual."""

from pathlib import Path

import pytest

from reader.errors import LayerError
from reader.model.check import StaleLayerError
from reader.model.index import Annotations
from reader.store import ahead
from reader.store.ahead import LayerAhead, load_ahead
from reader.store.layers import layer_path, write_layer
from tests import samples


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(samples.TEXT)
    write_layer(layer_path(path), samples.layer())
    return path


def test_what_the_other_process_read_is_the_layer(path: Path) -> None:
    article = samples.article(path=path)
    known = LayerAhead(article).take()
    here = Annotations(article, samples.layer())
    assert known is not None
    assert known.article is article
    assert list(known.quotes) == list(here.quotes)
    assert list(known.mentions) == list(here.mentions)
    for offset in range(len(article.text)):
        assert known.quotes_at(offset) == here.quotes_at(offset)
        assert known.mentions_at(offset) == here.mentions_at(offset)
    assert known.speakers == here.speakers


def test_a_stale_layer_is_told_from_a_damaged_one(path: Path) -> None:
    with pytest.raises(StaleLayerError):
        LayerAhead(samples.article("Other words.", path)).take()
    layer_path(path).write_text("{}")
    with pytest.raises(LayerError):
        LayerAhead(samples.article(path=path)).take()


def test_a_layer_that_has_gone_is_none(path: Path) -> None:
    layer_path(path).unlink()
    assert LayerAhead(samples.article(path=path)).take() is None


def test_only_long_layers_are_worth_a_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_ahead(samples.article(path=path)) is None
    assert load_ahead(samples.article()) is None
    monkeypatch.setattr(ahead, "LARGE", 10)
    found = load_ahead(samples.article(path=path))
    assert found is not None
    assert found.take() is not None
