"""The line at the top: what is read, where the reader is in it, how its layer is."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from reader.tui.bars import Heading, heading_line
from reader.tui.rows import Piece
from reader.tui.widgets.painted import Bar


class TitleLine(Bar):
    """Shows a heading on one line.

    Args:
        heading: Returns what to say; asked when the line is drawn, because only then it is known
            how much of an article is on screen.
    """

    DEFAULT_CSS: ClassVar[str] = """
    TitleLine { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    def __init__(self, heading: Callable[[], Heading]) -> None:
        super().__init__()
        self._heading = heading
        self._shown = Heading()

    def renew(self) -> None:
        """Draw the line again if it has something else to say."""
        if self._heading() != self._shown:
            self.refresh()

    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return the line."""
        self._shown = self._heading()
        return [heading_line(self._shown, width)]
