"""The panels' list: cursor, headings, chosen row, and what it draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from textual.app import App, ComposeResult

from reader.tui.colours import variable_defaults
from reader.tui.rows import Piece
from reader.tui.widgets.line_list import LineList


@dataclass(frozen=True)
class Lines:
    texts: tuple[str, ...]
    selectable: bool = True

    @property
    def height(self) -> int:
        return len(self.texts)

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        return [
            [Piece(text, "strong"), Piece(" "), Piece("x " * width, "muted")] for text in self.texts
        ]


ROWS = [
    Lines(("PEOPLE",), selectable=False),
    Lines(("Chen", "chair")),
    Lines(("Reyes",)),
    Lines(("PLACES",), selectable=False),
    Lines(("漢字",)),
]


class ListApp(App[None]):
    CSS = "LineList { height: 5; width: 20; }"

    def __init__(self, rows: Sequence[Lines]) -> None:
        super().__init__()
        self.given = rows
        self.seen: list[tuple[str, int]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults()

    def compose(self) -> ComposeResult:
        yield LineList()

    def on_mount(self) -> None:
        self.query_one(LineList).set_rows(self.given)

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        self.seen.append(("highlighted", event.index))

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        self.seen.append(("selected", event.index))


def shown(view: LineList) -> list[str]:
    return [strip.text for strip in view.render_lines(view.size.region)]


async def test_keys_walk_the_rows_and_skip_headings() -> None:
    app = ListApp(ROWS)
    async with app.run_test() as pilot:
        await pilot.press("j", "j", "enter", "end", "home", "k")
        assert app.seen == [
            ("highlighted", 2), ("highlighted", 4), ("selected", 4), ("highlighted", 1),
        ]  # fmt: skip
        assert app.query_one(LineList).index == 1


async def test_lines_are_cut_and_filled_to_the_width() -> None:
    app = ListApp(ROWS)
    async with app.run_test():
        view = app.query_one(LineList)
        width = view.size.width
        for y in range(view.size.height):
            assert view.render_line(y).cell_length == width
            assert sum(segment.cell_length for segment in view.render_line(y)) == width
        assert shown(view)[0].startswith(" PEOPLE x x")
        assert shown(view)[1].startswith("▌Chen")
        assert shown(view)[1].rstrip(" ▐").endswith("…")


async def test_chosen_row_is_marked_without_the_focus() -> None:
    app = ListApp(ROWS)
    async with app.run_test() as pilot:
        view = app.query_one(LineList)
        view.choose(2)
        app.set_focus(None)
        await pilot.pause()
        assert [line[0] for line in shown(view)] == [" ", " ", " ", "▐", " "]
        assert app.seen == []


async def test_a_click_chooses_a_row_but_no_heading() -> None:
    app = ListApp(ROWS)
    async with app.run_test() as pilot:
        await pilot.click(LineList, offset=(3, 3))
        await pilot.click(LineList, offset=(3, 0))
        assert app.seen == [("highlighted", 2), ("selected", 2)]


@pytest.mark.parametrize("count", [0, 1, 20_000])
async def test_ends_and_pages(count: int) -> None:
    app = ListApp([Lines((str(number), "")) for number in range(count)])
    async with app.run_test() as pilot:
        view = app.query_one(LineList)
        await pilot.press("pagedown", "pagedown")
        assert view.index == (None if count == 0 else min(count - 1, 4))
        await pilot.press("end")
        assert view.index == (count - 1 if count else None)
        if count > 3:
            assert shown(view)[3].startswith(f"▌{count - 1}")
        await pilot.press("pageup", "home")
        assert view.index == (0 if count else None)
        assert view.scroll_offset.y == 0


async def test_moving_to_a_row_shows_it_with_its_heading_and_says_nothing() -> None:
    app = ListApp(ROWS)
    async with app.run_test() as pilot:
        view = app.query_one(LineList)
        view.move_to(4)
        await pilot.pause()
        assert shown(view)[-1].startswith("▌漢字")
        view.move_to(1)
        await pilot.pause()
        assert shown(view)[0].startswith(" PEOPLE")
        assert app.seen == []


async def test_fewer_rows_leave_no_trace() -> None:
    app = ListApp([Lines((str(number),)) for number in range(50)])
    async with app.run_test() as pilot:
        view = app.query_one(LineList)
        await pilot.press("end")
        view.set_rows(ROWS[:2])
        await pilot.pause()
        assert view.scroll_offset.y == 0
        assert [line.split(" ")[0] for line in shown(view)] == ["", "▌Chen", "▌chair", "", ""]
