"""A list for the panels that costs what can be seen of it, however many rows it has."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.cells import fit
from reader.tui.marks import HUE_STYLES
from reader.tui.rows import Piece, Row

_MARKER_CELLS = 1
_CACHED_ROWS = 2000
_SPEAKER_CSS = "".join(f"& > .line-list--{hue} {{ color: ${hue}; }}" for hue in HUE_STYLES)


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """A virtual list: rows of one or more lines, headings among them, a cursor, a chosen row.

    The cursor is where the reader is in the list (shown while the list has the focus); the chosen
    row is what the rest of the program has chosen (always shown).

    Args:
        id: The widget's id.
    """

    STYLES: ClassVar[tuple[str, ...]] = (
        "heading", "strong", "muted", "faint", "warning", "person", "org", "place", "other",
        "unattributed", *HUE_STYLES,
    )  # fmt: skip
    """Names that a ``Piece`` may use; each is a component class ``line-list--NAME``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--cursor",
        "line-list--chosen",
        "line-list--marker",
        *(f"line-list--{name}" for name in STYLES),
    }

    DEFAULT_CSS: ClassVar[str] = """
    LineList {
        height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: scroll;
        scrollbar-size-vertical: 1; background: $paper; color: $ink;
        & > .line-list--heading { color: $muted; text-style: bold; }
        & > .line-list--strong { text-style: bold; }
        & > .line-list--muted { color: $muted; text-style: $style-muted; }
        & > .line-list--faint { color: $faint; text-style: $style-muted; }
        & > .line-list--warning { color: $accent; }
        & > .line-list--person { color: $mark-person; text-style: underline; }
        & > .line-list--org { color: $mark-org; text-style: bold; }
        & > .line-list--place { color: $mark-place; text-style: italic; }
        & > .line-list--other { color: $mark-other; }
        & > .line-list--unattributed { color: $unattributed; }
        & > .line-list--chosen { background: $chosen; }
        & > .line-list--marker { color: $primary; text-style: bold; }
        &:focus > .line-list--cursor {
            background: $block-cursor-background; text-style: $style-cursor;
        }
        SPEAKERS
    }
    """.replace("SPEAKERS", _SPEAKER_CSS)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", show=False),
        Binding("up,k", "cursor_up", "Up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "select", "Choose", show=False),
    ]

    # Rows come and go without a new layout of the screen: only this list's scrollbar has to know.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

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
        self._tops: list[int] = [0]
        self._index: int | None = None
        self._chosen: int | None = None
        self._strips: dict[tuple[int, int], list[Strip]] = {}

    # What it shows

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, as given."""
        return self._rows

    def set_rows(self, rows: Sequence[Row], index: int | None = None) -> None:
        """Show other rows, with the cursor on ``index`` or on the first selectable row."""
        self._rows = rows
        self._tops = [0, *accumulate(row.height for row in rows)]
        self._chosen = None
        self._strips.clear()
        self._index = self._next_selectable(-1, 1) if index is None else index
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

    def move_to(self, index: int) -> None:
        """Put the cursor on a row and show it; no message is sent."""
        if index != self._index:
            old, self._index = self._index, index
            self._refresh_rows(old, index)
        self.scroll_to_index(index)

    @property
    def chosen(self) -> int | None:
        """The number of the row that is shown as chosen."""
        return self._chosen

    def choose(self, index: int | None) -> None:
        """Show a row as chosen (None: no row), without moving the cursor or the view."""
        if index != self._chosen:
            old, self._chosen = self._chosen, index
            self._refresh_rows(old, index)

    def scroll_to_index(self, index: int) -> None:
        """Scroll just so far that the whole row is visible, with its heading if that is next."""
        top, bottom = self._tops[index], self._tops[index + 1]
        if index and not self._rows[index - 1].selectable:
            top = self._tops[index - 1]
        height = self.size.height
        if not height:  # before the first layout
            return
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=min(top, bottom - height), animate=False, force=True)

    def row_at(self, y: int) -> int | None:
        """Return the number of the row at line ``y`` of what is visible; None below the last."""
        line = self.scroll_offset.y + y
        return bisect_right(self._tops, line) - 1 if 0 <= line < self._tops[-1] else None

    # What the reader does

    def action_cursor_down(self) -> None:
        """Move the cursor to the next selectable row."""
        self._move_cursor(self._next_selectable(self._index_or(-1), 1))

    def action_cursor_up(self) -> None:
        """Move the cursor to the previous selectable row."""
        self._move_cursor(self._next_selectable(self._index_or(len(self._rows)), -1))

    def action_page_down(self) -> None:
        """Move the cursor down by a page."""
        self._move_by_lines(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Move the cursor up by a page."""
        self._move_by_lines(-max(1, self.size.height - 1))

    def action_first(self) -> None:
        """Move the cursor to the first selectable row."""
        self._move_cursor(self._next_selectable(-1, 1))

    def action_last(self) -> None:
        """Move the cursor to the last selectable row."""
        self._move_cursor(self._next_selectable(len(self._rows), -1))

    def action_select(self) -> None:
        """Choose the row under the cursor."""
        if self._index is not None:
            self.post_message(self.Selected(self, self._index))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked on."""
        row = self.row_at(event.y)
        if row is not None and self._rows[row].selectable:
            self._move_cursor(row)
            self.post_message(self.Selected(self, row))

    def _move_cursor(self, index: int | None) -> None:
        if index is None:
            return
        moved = index != self._index
        self.move_to(index)
        if moved:
            self.post_message(self.Highlighted(self, index))

    def _move_by_lines(self, lines: int) -> None:
        line = self._tops[self._index_or(0)] + lines
        row = bisect_right(self._tops, max(0, min(line, self._tops[-1] - 1))) - 1
        back = -1 if lines > 0 else 1
        landing = row if 0 <= row < len(self._rows) and self._rows[row].selectable else None
        self._move_cursor(landing if landing is not None else self._next_selectable(row, back))

    def _index_or(self, other: int) -> int:
        return other if self._index is None else self._index

    def _next_selectable(self, index: int, step: int) -> int | None:
        index += step
        while 0 <= index < len(self._rows):
            if self._rows[index].selectable:
                return index
            index += step
        return None

    # Drawing

    def on_resize(self) -> None:
        """Cut the lines for the new width and keep the cursor in view."""
        self._strips.clear()
        self._resize_contents()
        if self._index is not None:
            self.scroll_to_index(self._index)

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old styles."""
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return line ``y``, counted from the top of what is visible."""
        row = self.row_at(y)
        width = self.size.width
        if row is None:
            return Strip.blank(width, self.rich_style)
        key = (row, width)
        if key not in self._strips:
            if len(self._strips) > _CACHED_ROWS:
                self._strips.clear()
            self._strips[key] = self._draw_row(row, width)
        return self._strips[key][self.scroll_offset.y + y - self._tops[row]]

    def _draw_row(self, number: int, width: int) -> list[Strip]:
        row = self._rows[number]
        base = self._base_style(number)
        marker = self.get_component_rich_style("line-list--marker", partial=True)
        sign = "▌" if number == self._index and self.has_focus else " "
        sign = "▐" if number == self._chosen else sign
        lines = list(row.render(width - _MARKER_CELLS))[: row.height]
        lines.extend([[]] * (row.height - len(lines)))
        return [self._draw_line(line, Segment(sign, base + marker), base, width) for line in lines]

    def _draw_line(
        self, pieces: Sequence[Piece], marker: Segment, base: Style, width: int
    ) -> Strip:
        segments, left = [marker], width - _MARKER_CELLS
        for text, name in pieces:
            shown, cells = fit(text, left)
            style = base
            if name:
                style += self.get_component_rich_style(f"line-list--{name}", partial=True)
            segments.append(Segment(shown, style))
            left -= cells
        if left > 0:
            segments.append(Segment(" " * left, base))
        return Strip(segments, width)

    def _base_style(self, number: int) -> Style:
        style = self.rich_style
        if number == self._chosen:
            style += self.get_component_rich_style("line-list--chosen", partial=True)
        if number == self._index and self.has_focus:
            style += self.get_component_rich_style("line-list--cursor", partial=True)
        return style

    def _refresh_rows(self, *indices: int | None) -> None:
        for index in indices:
            if index is None or index >= len(self._rows):
                continue
            self._strips.pop((index, self.size.width), None)
            top = self._tops[index] - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, self._rows[index].height))

    def _resize_contents(self) -> None:
        self.virtual_size = Size(self.size.width, self._tops[-1])
        if self.is_mounted and self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = self._tops[-1]
