"""Three lines under a narrow article that always name the speaker."""

from collections.abc import Sequence
from typing import ClassVar

from reader.model.index import Annotations
from reader.tui.bars import drawer
from reader.tui.cursor import Position
from reader.tui.rows import Piece
from reader.tui.widgets.painted import Bar


class Drawer(Bar):
    """Shows the chosen quote with its speaker, or the chosen mention with whose it is."""

    DEFAULT_CSS: ClassVar[str] = """
    Drawer { background: $surface; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(id="drawer")
        self._annotations: Annotations | None = None
        self._position = Position()
        self._why_empty = ""

    def show(self, annotations: Annotations, position: Position, why_empty: str) -> None:
        """Show what is chosen, or why there is nothing."""
        now = annotations, position, why_empty
        if now != (self._annotations, self._position, self._why_empty):
            self._annotations, self._position, self._why_empty = now
            self.refresh()

    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return up to three lines."""
        if self._annotations is None:
            return []
        return drawer(self._annotations, self._position, (width, height), self._why_empty)
