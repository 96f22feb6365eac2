"""Going from article to article."""

from collections.abc import Sequence
from pathlib import Path

from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.line_list import LineList
from tests.tui.conftest import app_on, screen_of


async def test_next_article(two: Sequence[Path]) -> None:
    harbour, other = two
    (harbour.parent / "third.txt").write_bytes(b"\x00")
    app = app_on([harbour, other, harbour.parent / "third.txt"])
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("K")
        assert screen_of(app).key_line.note == "this is the first article"
        await pilot.press("J")
        assert screen_of(app).opened.annotations.article.path == other
        await pilot.press("J")
        assert "third.txt" in screen_of(app).banner.text
        assert screen_of(app).key_line.note == "this is the last article"
        assert screen_of(app).opened.annotations.article.path == other


async def test_articles_that_cannot_be_opened_are_passed_over(two: Sequence[Path]) -> None:
    harbour, other = two
    bad, worse = harbour.with_name("bad.txt"), harbour.with_name("worse.txt")
    bad.write_bytes(b"\x00")
    worse.write_text("")
    app = app_on([harbour, bad, worse, other])
    async with app.run_test(size=(200, 30)) as pilot:
        await pilot.press("J")
        assert screen_of(app).opened.annotations.article.path == other
        assert "bad.txt" in screen_of(app).banner.text
        assert "worse.txt" in screen_of(app).banner.text
        await pilot.press("K")
        assert screen_of(app).opened.annotations.article.path == harbour


async def test_the_library_goes_on_at_the_article_that_was_read_last(two: Sequence[Path]) -> None:
    app = app_on(two, two[0].parent)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "J", "q")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.query_one(LineList).index == 1
