"""Eight walks through the program, as a reader takes them."""

import shutil
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.sources import read_stdin
from reader.store.layers import layer_path
from reader.tui.screens.annotating import AnnotatingScreen
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.library import LibraryScreen
from tests.tui.conftest import app_on, screen_of

FAKE_ANNOTATOR = Path(__file__).parent / "fake_annotator.py"


async def until_annotated(pilot: Pilot[None], screen: ArticleScreen) -> None:
    for _ in range(500):
        if screen.layer_state == "layer ok":
            return
        await pilot.pause(0.02)
    pytest.fail(f"no layer: {screen.banner.text}")


async def test_who_is_in_it(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("1", "j", "enter")
        assert screen.position_words() == "“Its director” 1/6"
        await pilot.press("m")
        assert screen.position_words() == "“Tom Reyes” 2/6"
        await pilot.press("m")
        assert screen.position_words() == "“Reyes” 3/6"
        assert screen.cursor.position.quote is None
        await pilot.press("`")
        assert screen.position_words() == "“Tom Reyes” 2/6"
        await pilot.press("`", "`", "`")
        assert screen.position_words() == ""


async def test_who_said_what(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("2", "]", "]")
        assert screen.position_words() == "quote 2/13"
        assert screen.quotes_panel.chosen == 1
        await pilot.press("s")
        assert screen.filter_words == "solo Tom Reyes"
        assert list(screen.cursor.visible) == [1, 2, 5, 11]
        await pilot.press("}")
        assert screen.position_words() == "quote 3/13"
        await pilot.press("y")
        assert app.clipboard == (
            "members had not been consulted\n"
            "— Tom Reyes, in “Council backs harbour plan”, Northport Gazette, 12 Mar 2026"
        )
        await pilot.press("F")
        assert screen.filter_words == ""
        assert len(screen.cursor.visible) == 13


async def test_find(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 20)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"harbour")
        assert screen.match_words() == "1 of 5"
        await pilot.press("enter", "n", "n")
        assert screen.match_words() == "3 of 5"
        await pilot.press("N")
        assert screen.match_words() == "2 of 5"
        await pilot.press("escape")
        assert screen.match_words() == ""


async def test_a_find_that_is_cancelled_returns_to_the_place(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 14)) as pilot:
        screen = screen_of(app)
        await pilot.press("space")
        place = screen.view.place
        await pilot.press("/", *"Northport", "space", *"Harbour")
        assert screen.view.place != place
        await pilot.press("escape")
        assert screen.view.place == place
        assert screen.view.has_focus


async def test_standard_input() -> None:
    with Path(__file__).open("rb") as file:
        article = read_stdin(file)
    app = app_on(article)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        assert screen.layer_state == "annotating"
        await pilot.press("space", "q")
    assert app.return_code == 0


async def test_library(harbour: Path) -> None:
    folder = harbour.parent
    shutil.copy(harbour, folder / "second.txt")
    (folder / "broken.txt").write_bytes(b"\xff\xfe\x00binary")
    app = app_on(sorted(folder.glob("*.txt")), folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        assert isinstance(app.screen, LibraryScreen)  # the first one cannot be opened
        await pilot.press("j", "enter")
        screen = screen_of(app)
        assert screen.layer_state == "layer ok"
        await pilot.press("J")
        assert screen_of(app).layer_state == "annotating"
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("/", *"council", "enter")
        await pilot.press("q")
    assert app.return_code == 0


async def test_resize_in_the_middle(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(160, 20)) as pilot:
        screen = screen_of(app)
        await pilot.press(*["]"] * 7)
        quote = screen.cursor.offset
        assert quote is not None
        for size in ((120, 40), (80, 24), (60, 12), (160, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.view.is_visible(quote)
            assert screen.position_words() == "quote 7/13"


async def test_panels_hidden_and_shown(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        panels = (screen.entities_panel, screen.quotes_panel)
        assert all(panel.display for panel in panels)
        await pilot.press("1", "1")
        assert [panel.display for panel in panels] == [False, True]
        assert screen.view.has_focus
        await pilot.press("z")
        assert [panel.display for panel in panels] == [False, False]
        await pilot.press("z")
        assert [panel.display for panel in panels] == [False, True]
        await pilot.press("1", "tab")
        assert [panel.display for panel in panels] == [True, True]
        width = screen.quotes_panel.size.width
        await pilot.press(">", ">")
        assert screen.quotes_panel.size.width == width + 4


async def test_panels_open_over_the_drawer_where_there_is_no_room(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        assert screen.drawer.display
        await pilot.press("]")
        assert "Maria Chen · said" in screen.drawer.render_line(0).text
        await pilot.press("2")
        assert screen.quotes_panel.display
        assert screen.quotes_panel.has_focus
        await pilot.press("j")
        assert screen.position_words() == "quote 2/13"
        await pilot.press("escape")
        assert not screen.quotes_panel.display
        assert "Tom Reyes · warned" in screen.drawer.render_line(0).text


async def test_an_article_without_a_layer(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = harbour.with_name("made.json")
    layer_path(harbour).rename(layer)
    command = (sys.executable, str(FAKE_ANNOTATOR), str(layer))
    monkeypatch.setattr(AnnotatingScreen, "ANNOTATE_COMMAND", command)
    app = app_on([harbour])
    async with app.run_test(size=(80, 14)) as pilot:
        screen = screen_of(app)
        assert screen.layer_state == "annotating"
        await pilot.press("space")
        place = screen.view.place
        await until_annotated(pilot, screen)
        assert screen.view.place == place
        await pilot.press("]")
        assert screen.cursor.position.quote is not None
        await app.workers.wait_for_complete()
    assert layer_path(harbour).exists()
