"""Rows of plain words, for the small screens."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

import msgspec

from reader.tui.rows import Piece


class TextRow(msgspec.Struct, frozen=True):
    """One line of pieces."""

    pieces: tuple[Piece, ...] = ()
    selectable: bool = True
    height: int = 1

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return the line."""
        return [self.pieces]


def heading(words: str) -> TextRow:
    """Return a heading, on which the cursor does not stand."""
    return TextRow((Piece(words, "heading"),), selectable=False)


def gap() -> TextRow:
    """Return an empty line."""
    return TextRow(selectable=False)


def empty_list(words: str) -> list[TextRow]:
    """Return what stands in a list without rows."""
    return [TextRow((Piece(f" {words}", "muted"),), selectable=False)]


def paragraph(words: str, width: int, style: str = "") -> Iterator[TextRow]:
    """Yield the lines of a paragraph, broken to a width."""
    for line in wrap(words, width) or [""]:
        yield TextRow((Piece(line, style),))


def fact(name: str, words: str, width: int, name_width: int = 14) -> Iterator[TextRow]:
    """Yield the lines of a named fact, the name in front of the first."""
    lines = wrap(words, max(10, width - name_width)) or ["–"]
    for number, line in enumerate(lines):
        label = name if number == 0 else ""
        yield TextRow((Piece(f"{label:<{name_width}}", "muted"), Piece(line)))
