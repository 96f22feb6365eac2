"""Keys and mouse on the article screen and in the library, one by one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from reader.model.index import Annotations
from reader.store.layers import layer_path
from reader.tui.app import NewsreaderApp
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.dialog import Dialog
from reader.tui.screens.filter_menu import FilterMenu
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.legend import LegendScreen
from reader.tui.screens.why import WhyScreen
from reader.tui.widgets.article_view import Highlights
from reader.tui.widgets.panel import Panel
from reader.tui.words import CHOSEN, GUTTER
from tests.tui.conftest import app_on


def screen_of(app: NewsreaderApp) -> ArticleScreen:
    assert isinstance(app.screen, ArticleScreen)
    return app.screen


def words_of(dialog: Dialog) -> Iterator[str]:
    for row in dialog.rows:
        for line in row.render(80):
            yield "".join(piece.text for piece in line)


async def test_moving_in_the_article(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 14)) as pilot:
        screen = screen_of(app)
        start = screen.view.place
        for forth, back in (("j", "k"), ("space", "b"), ("ctrl+d", "ctrl+u"), ("G", "g")):
            await pilot.press(forth)
            assert screen.view.scroll_y > 0, forth
            await pilot.press(back)
            assert screen.view.scroll_y == 0, back
        await pilot.press("end")
        assert screen.view.progress == 1
        assert "100%" in screen.title_line.render_line(0).text
        await pilot.press("home")
        assert screen.view.place == start


async def test_the_top_line_says_where_the_reader_is(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("]")
        words = screen_of(app).title_line.render_line(0).text
        for part in ("Council backs harbour plan", "Northport Gazette", "12 Mar 2026", "1/13"):
            assert part in words
        assert "layer ok" in words


async def test_walking_goes_on_from_what_is_on_screen(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 14)) as pilot:
        screen = screen_of(app)
        await pilot.press("]", "G", "[")
        assert screen.cursor.position.quote is not None
        assert screen.cursor.position.quote > 5


async def test_a_panel_has_the_focus_at_once_for_keys_that_follow_fast(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)):
        screen = screen_of(app)
        # Nothing is awaited in between, as when "1 j" arrives in one go.
        screen.action_panel("entities")
        first = screen.focused
        screen.action_focus_article()
        assert [first, screen.focused] == [screen.entities_panel, screen.view]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("1 j enter m m", "“Reyes” 3/6"),
        ("1 enter j j enter m", "“Chen” 5/7"),
        ("2 j j enter 1 m", "“Reyes” 3/6"),
        ("2 j enter grave_accent right_square_bracket", "quote 1/13"),
        ("1 slash R e y enter j j enter", "“Its director” 1/6"),
    ],
)
async def test_keys_do_the_same_typed_fast_and_slowly(harbour: Path, keys: str, words: str) -> None:
    seen = []
    for is_fast in (False, True):
        app = app_on([harbour])
        async with app.run_test(size=(120, 40)) as pilot:
            for key in keys.split():
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                if not is_fast:
                    await pilot.pause()
            await pilot.pause()
            seen.append(screen_of(app).position_words())
    assert seen == [words, words]


async def test_what_is_found_is_the_same_for_keys_that_follow_fast(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("slash", *"harb", "enter", "n", "n"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert screen_of(app).match_words() == "3 of 5"
        for key in ("slash", *"our", "escape", "n"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert screen_of(app).match_words() == ""


async def test_ends_are_said_and_nothing_moves(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("m")
        assert screen.key_line.note.startswith("whose?")
        screen.cursor.choose_quote(11)
        await pilot.press("]", "]")
        assert screen.key_line.note == "that was the last quote"
        assert screen.position_words() == "quote 13/13"
        screen.cursor.choose_quote(1)
        await pilot.press("[", "[")
        assert screen.key_line.note == "that was the first quote"
        await pilot.press("{")
        assert screen.key_line.note == "no earlier quote of Maria Chen"


async def test_a_click_on_a_mark_chooses_it(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        lines = [strip.text for strip in screen.view.render_lines(screen.view.size.region)]
        y = next(n for n, line in enumerate(lines) if "Maria Chen" in line)
        await pilot.click(screen.view, offset=(lines[y].index("Maria Chen") + 2, y))
        assert screen.position_words() == "“Maria Chen” 1/7"
        assert screen.entities_panel.chosen == screen.entities_panel.index
        await pilot.press("`")
        assert screen.position_words() == ""


async def test_a_click_on_a_row_goes_there(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.click(screen.quotes_panel, offset=(10, 3))
        assert screen.position_words() == "quote 2/13"
        await pilot.press("`")
        assert screen.position_words() == ""
        await pilot.click(screen.entities_panel, offset=(6, 1))
        assert screen.position_words().endswith("1/7")


async def test_unfolded_forms_lead_to_their_mentions(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(160, 50)) as pilot:
        screen = screen_of(app)
        await pilot.press("1", "enter")
        forms = [
            "".join(piece.text for piece in row.render(40)[0])
            for row in screen.entities_panel.rows[2:6]
        ]
        assert any("she  pronoun" in form for form in forms)
        row = next(n for n, form in enumerate(forms) if "she" in form)
        await pilot.press(*["j"] * (row + 1), "enter")
        assert screen.position_words().lower().startswith("“she”")
        await pilot.press(*["k"] * (row + 1), "enter", "enter")
        assert screen.entities_panel.rows[2].render(30)  # folded: another entity
        assert len(screen.entities_panel.rows) < 20


async def test_a_walk_along_the_panel_counts_as_one_jump(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("2", "j", "j", "j")
        assert screen.position_words() == "quote 4/13"
        await pilot.press("`")
        assert screen.position_words() == ""


async def test_typing_narrows_a_list(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("2", "/", *"bicycle", "enter")
        assert screen.quotes_panel.has_focus
        assert len(screen.quotes_panel.rows) == 1
        await pilot.press("escape")
        assert len(screen.quotes_panel.rows) == 13
        await pilot.press("1", "/", *"port", "escape")
        assert len(screen.entities_panel.rows) > 5


@pytest.mark.parametrize(("width", "least"), [(120, 40), (80, 25), (40, 5)])
async def test_what_is_typed_can_be_seen(harbour: Path, width: int, least: int) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("2", "/")
        await pilot.pause()
        assert app.query_one(Input).size.width >= least


async def test_a_list_without_what_was_typed_says_so(harbour: Path) -> None:
    app = app_on([harbour], harbour.parent)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"zebra", "enter")
        assert (
            app.screen.query_one("#library", Panel).render_line(0).text.strip()
            == "nothing with “zebra”"
        )
        await pilot.press("escape", "enter")
        for key, name in (("1", "#entities"), ("2", "#quotes")):
            await pilot.press(key, "/", *"zebra", "enter")
            assert "nothing with “zebra”" in app.screen.query_one(name, Panel).render_line(0).text
            await pilot.press("escape")
            assert "zebra" not in app.screen.query_one(name, Panel).render_line(0).text


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


async def test_only_what_needs_a_check(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("x")
        assert list(screen.cursor.visible) == [4, 10]
        assert screen.key_line.note == "2 to check"
        await pilot.press("x")
        assert len(screen.cursor.visible) == 13


async def test_highlight_sets_come_in_turn(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        notes = []
        for _ in Highlights:
            await pilot.press("H")
            notes.append(screen.key_line.note)
        assert len(set(notes)) == 5
        assert notes[-1] == "everything is highlighted"


async def test_hints_say_whom_pronouns_mean(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 20)) as pilot:
        view = screen_of(app).view
        await pilot.press(*"jjjjjjj")
        before = view.place
        await pilot.press("H")
        lines = [view.render_line(y).text for y in range(view.size.height)]
        assert view.place == before
        y = next(number for number, line in enumerate(lines) if "She→Chen later" in line)
        await pilot.click(view, offset=(lines[y].index("Chen"), y))
        assert "“She”" in screen_of(app).title_line.render_line(0).text
        await pilot.press("H", "H", "H", "H")
        assert "→" not in "".join(view.render_line(y).text for y in range(view.size.height))
        assert view.place == before


async def test_measure(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        before = screen.view.virtual_size.height
        await pilot.press("-", "-")
        assert screen.key_line.note == "lines of up to 64 columns"
        screen.action_change_measure(-99)
        assert screen.key_line.note == "lines of up to 32 columns"
        assert screen.view.virtual_size.height > before
        screen.action_change_measure(99)
        await pilot.press("=")
        assert screen.key_line.note == "lines of up to 120 columns"


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


async def test_copying_without_a_quote(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test() as pilot:
        await pilot.press("y")
        assert app.clipboard == ""
        assert screen_of(app).key_line.note.startswith("no quote is chosen")
        await pilot.press("ctrl+c")
        assert screen_of(app).key_line.note == "nothing is selected; Q quits"


async def test_copying_a_selection_is_said(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        lines = [strip.text for strip in screen.view.render_lines(screen.view.size.region)]
        y = next(n for n, line in enumerate(lines) if "project Maria Chen" in line)
        x = lines[y].index("Maria")
        await pilot.mouse_down(screen.view, offset=(x, y))
        await pilot.hover(screen.view, offset=(x + 9, y))
        await pilot.mouse_up(screen.view, offset=(x + 9, y))
        await pilot.pause()
        await pilot.press("ctrl+c")
        assert app.clipboard == "Maria Chen"
        assert screen.key_line.note == "copied: 2 words"


async def test_escape_cancels_one_thing(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("]", "s", "/", *"wall", "enter")
        await pilot.press("escape")
        assert screen.match_words() == ""
        assert screen.filter_words
        await pilot.press("escape")
        assert screen.filter_words == ""
        assert screen.position_words()
        await pilot.press("escape", "escape")
        assert screen.position_words() == ""


async def test_next_article(harbour: Path) -> None:
    other = harbour.with_name("other.txt")
    shutil.copy(harbour, other)
    shutil.copy(layer_path(harbour), layer_path(other))
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


async def test_articles_that_cannot_be_opened_are_passed_over(harbour: Path) -> None:
    bad, worse = harbour.with_name("bad.txt"), harbour.with_name("worse.txt")
    bad.write_bytes(b"\x00")
    worse.write_text("")
    other = harbour.with_name("other.txt")
    shutil.copy(harbour, other)
    shutil.copy(layer_path(harbour), layer_path(other))
    app = app_on([harbour, bad, worse, other])
    async with app.run_test(size=(200, 30)) as pilot:
        await pilot.press("J")
        assert screen_of(app).opened.annotations.article.path == other
        assert "bad.txt" in screen_of(app).banner.text
        assert "worse.txt" in screen_of(app).banner.text
        await pilot.press("K")
        assert screen_of(app).opened.annotations.article.path == harbour
