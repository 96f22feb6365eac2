"""What is drawn by lines: only what has changed is drawn anew, and what is gone is freed."""

import gc

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from reader.tui.colours import variable_defaults
from reader.tui.widgets.painted import Painted


class Counted(Painted):
    """Says on each line how often that has been drawn."""

    DEFAULT_CSS = "Counted { width: 10; height: 4; background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self.times: dict[int, int] = {}

    def line_strip(self, y: int) -> Strip:
        self.times[y] = self.times.get(y, 0) + 1
        return self.finish([Segment(f"{self.times[y]:<{self.size.width}}")], self.size.width)


class CountedApp(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults()

    def compose(self) -> ComposeResult:
        yield Counted()
        yield Static("beside it")


def shown(widget: Counted) -> list[str]:
    return [strip.text.strip() for strip in widget.render_lines(widget.size.region)]


async def test_only_refreshed_lines_are_drawn_again() -> None:
    app = CountedApp()
    async with app.run_test() as pilot:
        counted = app.query_one(Counted)
        await pilot.pause()
        before = counted.times.copy()
        app.query_one(Static).update("something else")
        await pilot.pause()
        assert counted.times == before
        counted.refresh(Region(0, 1, 10, 2))
        await pilot.pause()
        assert [counted.times[y] - before[y] for y in range(4)] == [0, 1, 1, 0]
        assert shown(counted) == [str(counted.times[y]) for y in range(4)]


async def test_everything_is_drawn_again_after_a_refresh_and_for_a_size_or_a_theme() -> None:
    app = CountedApp()
    async with app.run_test() as pilot:
        counted = app.query_one(Counted)

        await pilot.pause()
        seen = counted.times.copy()
        counted.refresh()
        await pilot.pause()
        assert all(counted.times[y] > seen[y] for y in range(4))
        seen = counted.times.copy()
        app.theme = "textual-light"
        await pilot.pause()
        assert all(counted.times[y] > seen[y] for y in range(4))
        counted.styles.width = 7
        await pilot.pause()
        assert all(strip.cell_length == 7 for strip in counted.render_lines(counted.size.region))


async def test_lines_that_are_gone_are_freed_at_once() -> None:
    app = CountedApp()
    async with app.run_test() as pilot:
        counted = app.query_one(Counted)
        await pilot.pause()
        gc.collect()
        gc.disable()
        try:
            before = _strips()
            for _ in range(5):
                counted.refresh()
                await pilot.pause()
            assert _strips() <= before + 4
        finally:
            gc.enable()


def _strips() -> int:
    return sum(isinstance(thing, Strip) for thing in gc.get_objects())
