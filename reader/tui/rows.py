"""What a list shows: rows of one or more lines, made of styled pieces."""

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
