"""What a list shows: rows of one or more lines, made of styled pieces."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Piece(NamedTuple):
    """A stretch of one line with one style."""

    text: str
    """What stands there; unsafe characters are replaced when it is drawn."""
    style: str = ""
    """A name of ``reader.tui.palette.LOOKS``, or nothing for plain text."""


class Row(Protocol):
    """One entry of a list."""

    @property
    def height(self) -> int:
        """How many lines it takes; known without drawing it."""
        ...

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand on it; False for a heading."""
        ...

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return ``height`` lines of pieces for ``width`` cells; longer lines are cut."""
        ...


def next_selectable(rows: Sequence[Row], index: int, step: int) -> int | None:
    """Return the number of the first row behind (1) or before (-1) a row that can be chosen."""
    index += step
    while 0 <= index < len(rows):
        if rows[index].selectable:
            return index
        index += step
    return None


def row_by_lines(rows: Sequence[Row], tops: Sequence[int], index: int, lines: int) -> int | None:
    """Return the number of the row that can be chosen so many lines below a row, or near there.

    Args:
        rows: All rows.
        tops: The line that each row begins at, and the line behind the last.
        index: The row to start from.
        lines: How many lines down; negative: up.
    """
    line = max(0, min(tops[index] + lines, tops[-1] - 1))
    row = bisect_right(tops, line) - 1
    if 0 <= row < len(rows) and rows[row].selectable:
        return row
    return next_selectable(rows, row, -1 if lines > 0 else 1)
