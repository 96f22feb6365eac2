"""The dialogs over an article, and what they say."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from reader.model.index import Annotations
from reader.tui import bars
from reader.tui.cursor import Position
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.dialog import Dialog
from reader.tui.screens.filter_menu import FilterMenu
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.legend import LegendScreen
from reader.tui.screens.why import WhyScreen
from reader.tui.words import CHOSEN, GUTTER
from tests import samples
from tests.tui.conftest import app_on, screen_of


def words_of(dialog: Dialog) -> Iterator[str]:
    for row in dialog.rows:
        for line in row.render(80):
            yield "".join(piece.text for piece in line)


async def test_filter_menu(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 50)) as pilot:
        screen = screen_of(app)
        await pilot.press("f")
        assert isinstance(app.screen, FilterMenu)
        await pilot.press("j", "j", "enter")
        assert screen.filter_words == "Tom Reyes"
        await pilot.press("escape")
        await pilot.press("]")
        assert screen.position_words() == "quote 2/13"
        await pilot.press("escape")
        assert screen.filter_words == ""


async def test_why_a_quote_is_there(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("i")
        assert screen_of(app).key_line.note.startswith("nothing is chosen")
        await pilot.press(*["]"] * 5, "i")
        assert isinstance(app.screen, WhyScreen)
        words = "\n".join(words_of(app.screen))
        for part in ("marks: paired, after a colon", "“told” (tell)", "0.51", "Ines Okafor 0.22"):
            assert part in words
        await pilot.press("q")
        assert isinstance(app.screen, ArticleScreen)


async def test_why_a_mention_is_there(harbour: Path, annotations: Annotations) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("1", "enter", "i")
        assert isinstance(app.screen, WhyScreen)
        words = "\n".join(words_of(app.screen))
        assert "Maria Chen (PERSON)" in words
        assert "name: full name" in words


def test_rules_are_said_in_plain_words() -> None:
    layer = samples.layer()
    quote = msgspec.structs.replace(layer.quotes[0], rule="ccomp of find")
    mention = msgspec.structs.replace(layer.mentions[0], rule="first of several")
    known = msgspec.structs.replace(layer, quotes=(quote,), mentions=(mention,))
    annotations = Annotations(samples.article(), known)
    words = "\n".join(words_of(WhyScreen(annotations, Position(quote=0, mention=0))))
    assert "the clause that “find” reports" in words
    assert "the first word for what has no name" in words
    below = bars.drawer(annotations, Position(mention=0), (60, 3), "")
    assert below[1][1].text == "the first word for what has no name"


@pytest.mark.parametrize(
    ("key", "screen"), [("?", HelpScreen), ("f1", HelpScreen), ("L", LegendScreen)]
)
async def test_dialogs_open_and_close(harbour: Path, key: str, screen: type[Dialog]) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert isinstance(app.screen, screen)
        await pilot.press("j", "k", "space", "G", "g", "enter")
        assert isinstance(app.screen, screen)  # there is nothing to choose
        await pilot.press("escape")
        assert isinstance(app.screen, ArticleScreen)


async def test_the_legend_has_every_mark_and_fits(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("L")
        legend = app.screen
        assert isinstance(legend, LegendScreen)
        assert legend.list.max_scroll_y == 0
        words = [line.split()[0] for line in words_of(legend) if line.startswith("  ")]
        shown = {mark for mark in GUTTER.values() if mark.strip()}
        assert {*shown, CHOSEN, "?", "mixed", "scare", "●"} <= set(words)
