"""Keys on the article screen and in the library, one by one."""

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.tui.widgets.article_view import Highlights
from reader.tui.widgets.panel import Panel
from tests.tui.conftest import app_on, screen_of


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


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "de, read as English"), ("EN-gb", ""), ("english", ""), ("a" * 99, "a…, read as")],
)
async def test_the_top_line_says_a_language_that_is_not_english(
    tmp_path: Path, language: str, words: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"language: {language}\n\nAnna sagte: “Nein.”\n")
    app = app_on([path])
    async with app.run_test(size=(120, 40)):
        top = screen_of(app).title_line.render_line(0).text
        assert words in top
        assert ("read as English" in top) == bool(words)


async def test_walking_goes_on_from_what_is_on_screen(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(80, 14)) as pilot:
        screen = screen_of(app)
        await pilot.press("]", "G", "[")
        assert screen.cursor.position.quote is not None
        assert screen.cursor.position.quote > 5


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


async def test_copying_without_a_quote(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test() as pilot:
        await pilot.press("y")
        assert app.clipboard == ""
        assert screen_of(app).key_line.note.startswith("no quote is chosen")
        await pilot.press("ctrl+c")
        assert screen_of(app).key_line.note == "nothing is selected; Q quits"


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
