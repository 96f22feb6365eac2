"""A long layer that another process reads: what is typed until it is there."""

import os
from pathlib import Path

import pytest

from reader.model.article import Article
from reader.model.compact import CompactLayer
from reader.sources import open_article
from reader.store import ahead
from reader.store.layers import load_compact_for
from reader.tui.app import NewsreaderApp
from reader.tui.beginning import begin
from reader.tui.loading import LayerState
from reader.tui.screens.article import ArticleScreen


async def test_steps_to_quotes_wait_for_the_layer(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()

    def late(article: Article) -> CompactLayer | None:
        os.read(reading, 1)
        return load_compact_for(article)

    monkeypatch.setattr(ahead, "load_compact_for", late)
    article = open_article(harbour)
    beginning = begin(article, folder=None, ahead=ahead.LayerAhead(article))
    app = NewsreaderApp(beginning)
    async with app.run_test() as pilot:
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        await pilot.press("]", "]")
        assert screen.layer_state == LayerState.READING
        assert screen.cursor.position.quote is None
        os.write(writing, b"x")
        while screen.cursor.position.quote is None:
            await pilot.pause(0.01)
        assert screen.layer_state == LayerState.OK
        assert screen.cursor.position.quote == 1
    os.close(reading)
    os.close(writing)
