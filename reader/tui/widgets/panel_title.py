"""The line above the article or a list: its number and name, and a word about what it shows."""

from collections.abc import Sequence
from typing import ClassVar

from reader.tui.bars import caption
from reader.tui.rows import Piece
from reader.tui.widgets.painted import Bar


class PanelTitle(Bar):
    """A rule with a title at its left and a note at its right.

    Frames around the panels would be dearer: Textual composes each of their lines with what lies
    inside, which took a sixth of the time to the first frame.

    Args:
        title: What is below.
        start: The rule's first character, where it meets another one.
        id: The widget's id.
    """

    DEFAULT_CSS: ClassVar[str] = """
    PanelTitle { height: 1; background: $background; color: $foreground; }
    """

    def __init__(self, title: str, *, start: str = "─", id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title, self._start, self._note = title, start, ""
        self._focused = False

    @property
    def text(self) -> str:
        """Title and note."""
        return f"{self._title} {self._note}".rstrip()

    def show(self, title: str, note: str) -> None:
        """Say something else."""
        if (title, note) != (self._title, self._note):
            self._title, self._note = title, note
            self.refresh()

    def meet(self, start: str) -> None:
        """Begin with another character."""
        if start != self._start:
            self._start = start
            self.refresh()

    def mark(self, *, focused: bool) -> None:
        """Show whether what is below has the focus."""
        if focused != self._focused:
            self._focused = focused
            self.refresh()

    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return the line."""
        return [caption(self._title, self._note, self._start, width, focused=self._focused)]
