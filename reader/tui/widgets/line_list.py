"""A list for the panels that costs what can be seen of it, however many rows it has."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from reader.tui.row_painter import draw_line, draw_row, edge
from reader.tui.rows import Row, next_selectable, row_by_lines
from reader.tui.thumb import fraction_at, thumb_rows
from reader.tui.widgets.line_view import LineView

_CACHED_LINES = 120


class LineList(LineView):
    """A virtual list: rows of one or more lines, headings among them, a cursor, a chosen row.

    The cursor is where the reader is in the list (shown while the list has the focus); the chosen
    row is what the rest of the program has chosen (always shown).

    Args:
        id: The widget's id.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", show=False),
        Binding("up,k", "cursor_up", "Up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "select", "Choose", show=False),
    ]

    class _OfRow(Message):
        def __init__(self, line_list: "LineList", index: int) -> None:
            super().__init__()
            self.line_list = line_list
            self.index = index
            """The row's number in ``line_list.rows``."""

        @property
        def control(self) -> "LineList":
            """The list that sent the message."""
            return self.line_list

    class Highlighted(_OfRow):
        """The reader moved the cursor to another row."""

    class Selected(_OfRow):
        """The reader pressed enter on a row or clicked on it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._tops: Sequence[int] = [0]
        self._index: int | None = None
        self._chosen: int | None = None
        self._strips: dict[tuple[int, bool], Strip] = {}
        """Finished lines, by their number in the whole list, each with or without the thumb."""
        self._top = self._width = 0
        """The first line in sight, and the list's width, as far as it is drawn."""

    # What it shows

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, as given."""
        return self._rows

    def set_rows(
        self, rows: Sequence[Row], index: int | None = None, *, height: int | None = None
    ) -> None:
        """Show other rows.

        Args:
            rows: The rows; those that nobody looks at are not asked for, if ``height`` is given.
            index: Where the cursor is; None: on the first selectable row.
            height: How many lines each row takes, where all take the same.
        """
        self._rows = rows
        if height is None:
            self._tops = [0, *accumulate(row.height for row in rows)]
        else:
            self._tops = range(0, len(rows) * height + 1, height)
        self._chosen = None
        self._strips.clear()
        self._index = next_selectable(self._rows, -1, 1) if index is None else index
        self._resize_contents()
        self.scroll_to(y=min(self.scroll_y, self.max_scroll_y), animate=False, force=True)
        if self._index is not None:
            self.scroll_to_index(self._index)
        self.refresh()

    def redraw(self) -> None:
        """Draw all visible rows anew; their heights have not changed."""
        self._strips.clear()
        self.refresh()

    @property
    def index(self) -> int | None:
        """The number of the row under the cursor; None in a list without selectable rows."""
        return self._index

    def move_to(self, index: int, *, ahead: bool = False) -> None:
        """Put the cursor on a row and show it; no message is sent.

        Args:
            index: The row's number.
            ahead: Whether to scroll so far, if at all, that the next moves need not scroll.
        """
        if index != self._index:
            old, self._index = self._index, index
            if self.has_focus:  # else the cursor is not shown
                self._refresh_rows(old, index)
        self.scroll_to_index(index, ahead=ahead)

    @property
    def chosen(self) -> int | None:
        """The number of the row that is shown as chosen."""
        return self._chosen

    def choose(self, index: int | None) -> None:
        """Show a row as chosen (None: no row), without moving the cursor or the view."""
        if index != self._chosen:
            old, self._chosen = self._chosen, index
            self._refresh_rows(old, index)

    def scroll_to_index(self, index: int, *, ahead: bool = False) -> None:
        """Scroll just so far that the whole row is visible, with its heading if that is next.

        Args:
            index: The row's number.
            ahead: Whether to scroll further, if at all: to a third of the height above the row.
        """
        top, bottom = self._tops[index], self._tops[index + 1]
        if index and not self._rows[index - 1].selectable:
            top = self._tops[index - 1]
        height, scrolled = self.size.height, self.scroll_offset.y
        if not height:  # before the first layout
            return
        is_above, is_below = top < scrolled, bottom > scrolled + height
        if ahead and (is_above or is_below):
            self.scroll_to(y=max(0, top - height // 3), animate=False, force=True)
        elif is_above:
            self.scroll_to(y=top, animate=False, force=True)
        elif is_below:
            self.scroll_to(y=min(top, bottom - height), animate=False, force=True)

    def row_at(self, y: int) -> int | None:
        """Return the number of the row at line ``y`` of what is visible; None below the last."""
        line = self.scroll_offset.y + y
        return bisect_right(self._tops, line) - 1 if 0 <= line < self._tops[-1] else None

    # What the reader does

    def action_cursor_down(self) -> None:
        """Move the cursor to the next selectable row."""
        self._move_cursor(next_selectable(self._rows, self._index_or(-1), 1))

    def action_cursor_up(self) -> None:
        """Move the cursor to the previous selectable row."""
        self._move_cursor(next_selectable(self._rows, self._index_or(len(self._rows)), -1))

    def action_page_down(self) -> None:
        """Move the cursor down by a page."""
        self._move_by_lines(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Move the cursor up by a page."""
        self._move_by_lines(-max(1, self.size.height - 1))

    def action_first(self) -> None:
        """Move the cursor to the first selectable row."""
        self._move_cursor(next_selectable(self._rows, -1, 1))

    def action_last(self) -> None:
        """Move the cursor to the last selectable row."""
        self._move_cursor(next_selectable(self._rows, len(self._rows), -1))

    def action_select(self) -> None:
        """Choose the row under the cursor."""
        if self._index is not None:
            self.row_selected(self._index)

    def row_selected(self, index: int) -> None:
        """Tell of a row that was chosen; a list that is told at once overrides this."""
        self.post_message(self.Selected(self, index))

    def row_highlighted(self, index: int) -> None:
        """Tell of a row that the cursor came to; a list that is told at once overrides this."""
        self.post_message(self.Highlighted(self, index))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked on."""
        if event.x == self.size.width - 1:
            line = fraction_at(event.y, self.size.height) * self.max_scroll_y
            self.scroll_to(y=round(line), animate=False)
            return
        row = self.row_at(event.y)
        if row is not None and self._rows[row].selectable:
            self._move_cursor(row)
            self.row_selected(row)

    def _move_cursor(self, index: int | None) -> None:
        if index is None:
            return
        moved = index != self._index
        self.move_to(index)
        if moved:
            self.row_highlighted(index)

    def _move_by_lines(self, lines: int) -> None:
        self._move_cursor(row_by_lines(self._rows, self._tops, self._index_or(0), lines))

    def _index_or(self, other: int) -> int:
        return other if self._index is None else self._index

    # Drawing

    def on_resize(self) -> None:
        """Cut the lines for the new width and keep the cursor in view."""
        self._strips.clear()
        self._resize_contents()
        if self._index is not None:
            self.scroll_to_index(self._index)

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_rows(self._index)

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._refresh_rows(self._index)

    def forget_drawn(self) -> None:
        """Drop all finished strips."""
        super().forget_drawn()
        self._strips.clear()

    def prepare(self) -> None:
        """Look where the list is scrolled to, once for all lines."""
        super().prepare()
        self._top, self._width = self.scroll_offset.y, self.size.width

    def line_strip(self, y: int) -> Strip:
        """Return the finished strip of line ``y`` of what is visible."""
        line, thumb = self._top + y, y in self.thumb
        strip = self._strips.get((line, thumb))
        if strip is None:
            if len(self._strips) > _CACHED_LINES:
                self._strips.clear()
            strip = self._draw_line(line, thumb=thumb)
        return strip

    def find_thumb(self) -> range:
        """Return the lines that the scroll thumb stands beside."""
        top, height, whole = self.scroll_offset.y, self.size.height, max(1, self._tops[-1])
        return thumb_rows(height, top / whole, (top + height) / whole)

    def _draw_line(self, line: int, *, thumb: bool) -> Strip:
        """Draw all lines of a line's row, and keep them."""
        number, width = bisect_right(self._tops, line) - 1, self._width
        if number >= len(self._rows):
            return self.finish(draw_line((), width, self.look.of), width)
        lines = draw_row(
            self._rows[number],
            width,
            self.look.of,
            chosen=number == self._chosen,
            cursor=number == self._index and self.has_focus,
        )
        end = edge(self.look.of, thumb=thumb)
        for drawn, segments in enumerate(lines, self._tops[number]):
            self._strips[drawn, thumb] = self.finish([*segments, end], width)
        return self._strips[line, thumb]

    def _refresh_rows(self, *indices: int | None) -> None:
        regions = []
        for index in indices:
            if index is None or index >= len(self._rows):
                continue
            top, behind = self._tops[index], self._tops[index + 1]
            for line in range(top, behind):
                self._strips.pop((line, False), None)
                self._strips.pop((line, True), None)
            y = top - self.scroll_offset.y
            regions.append(Region(0, y, self.size.width, behind - top))
        if regions:
            self.refresh(*regions)

    def _resize_contents(self) -> None:
        self.virtual_size = Size(self.size.width, self._tops[-1])
