"""What a mouse can do on the article screen."""

from pathlib import Path

from tests.tui.conftest import app_on, screen_of


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
