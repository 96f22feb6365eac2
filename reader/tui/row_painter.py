"""Lines of pieces as segments, and the rows of a list."""

from collections.abc import Callable, Iterator, Sequence

from rich.segment import Segment
from rich.style import Style

from reader.cells import fit
from reader.tui.rows import Piece, Row
from reader.tui.thumb import THUMB

_MARKER_CELLS = 1
_EDGE_CELLS = 1

StyleOf = Callable[[tuple[str, ...]], Style]
"""Gives the finished style for names of the palette, applied in order."""


def draw_line(
    pieces: Sequence[Piece], width: int, style_of: StyleOf, base: tuple[str, ...] = ()
) -> Iterator[Segment]:
    """Yield the segments of a line, safe for display, cut and filled to the width.

    Args:
        pieces: What stands there.
        width: Cells.
        style_of: Makes styles.
        base: Names that lie below those of the pieces.
    """
    for text, name in pieces:
        shown, cells = fit(text, width)
        if shown:
            yield Segment(shown, style_of((*base, name) if name else base))
        width -= cells
    if width > 0:
        yield Segment(" " * width, style_of(base))


def draw_row(
    row: Row, width: int, style_of: StyleOf, *, chosen: bool = False, cursor: bool = False
) -> list[list[Segment]]:
    """Draw a row of a list.

    Args:
        row: What stands there.
        width: The list's width.
        style_of: Makes styles.
        chosen: Whether the rest of the program has chosen it.
        cursor: Whether the reader is at it.

    Returns:
        Its lines but for their last cells (see ``edge``).
    """
    base = (*(("chosen",) if chosen else ()), *(("cursor",) if cursor else ()))
    marker = Segment("▐" if chosen else "▌" if cursor else " ", style_of((*base, "marker")))
    room = max(0, width - _MARKER_CELLS - _EDGE_CELLS)
    lines = list(row.render(room))[: row.height]
    lines.extend([[]] * (row.height - len(lines)))
    return [[marker, *draw_line(pieces, room, style_of, base)] for pieces in lines]


def edge(style_of: StyleOf, *, thumb: bool) -> Segment:
    """Return the last cell of a list's line: the scroll thumb or nothing."""
    return Segment(THUMB, style_of(("thumb",))) if thumb else Segment(" ", style_of(()))
