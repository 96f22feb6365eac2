"""The library: what it says of articles, good and bad, and how it is narrowed."""

import shutil
from pathlib import Path

import msgspec
from textual.pilot import Pilot

from reader.store.layers import layer_path, write_layer
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.line_list import LineList
from tests import samples
from tests.tui.conftest import app_on


async def library_words(pilot: Pilot[None]) -> str:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    rows = pilot.app.screen.query_one(LineList).rows
    return "\n".join("".join(p.text for p in line) for row in rows for line in row.render(100))


async def test_what_cannot_be_opened_is_said_below(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    app = app_on([tmp_path / "bad.txt"], tmp_path)
    async with app.run_test(size=(200, 30)) as pilot:
        line = app.screen.query_one(KeyLine)
        await pilot.press("enter")
        assert "bad.txt is a binary file" in line.note
        await pilot.press("ctrl+c")
        assert line.note == "nothing is selected; Q quits"


async def test_one_of_a_kind_is_said_in_the_singular(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(samples.TEXT)
    layer = samples.layer()
    layer = msgspec.structs.replace(layer, quotes=layer.quotes[:1], entities=layer.entities[:1])
    whose = tuple(mention for mention in layer.mentions if mention.entity == layer.entities[0].id)
    write_layer(layer_path(path), msgspec.structs.replace(layer, mentions=whose))
    app = app_on([path], tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        assert " · 1 person · 1 quote" in await library_words(pilot)
        await pilot.press("enter")
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        words = screen.drawer.render_line(0).text
        assert words.strip() == "1 quote, 1 person, place or other name"


async def test_library_says_what_is_in_it(harbour: Path) -> None:
    folder = harbour.parent
    (folder / "a-bad-one.txt").write_bytes(b"\x00\x01")
    (folder / "plain.txt").write_text("Nothing much.\n")
    shutil.copy(harbour, folder / "stale.txt")
    (folder / "stale.layer.json").write_text("{")
    app = app_on(sorted(folder.glob("*.txt")), folder)
    async with app.run_test(size=(110, 30)) as pilot:
        words = await library_words(pilot)
        assert "a-bad-one.txt is a binary file" in words
        assert "Northport Gazette · 12 Mar 2026 · 250 words · 3 people · 13 quotes" in words
        assert "2 words · not annotated" in words
        assert "layer does not fit" in words
        await pilot.press("j", "enter", "G", "q")
        assert isinstance(app.screen, LibraryScreen)
        assert "  read" in await library_words(pilot)
        await pilot.press("?", "escape", "/", *"much", "enter")
        assert len(app.screen.query_one(LineList).rows) == 1
        await pilot.press("escape")
        assert len(app.screen.query_one(LineList).rows) == 4
