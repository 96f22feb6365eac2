"""A line above the keys for what goes on or went wrong."""

from collections.abc import Sequence
from typing import ClassVar

from reader.tui.bars import banner_line, progress_words
from reader.tui.rows import Piece
from reader.tui.widgets.painted import Bar
from reader.tui.words import one_line


class Banner(Bar):
    """Shows one line while there is something to say, and takes no room otherwise."""

    DEFAULT_CSS: ClassVar[str] = """
    Banner { height: 1; width: 1fr; background: $background; color: $foreground; display: none; }
    Banner.-visible { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._is_warning = False

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text

    @property
    def is_warning(self) -> bool:
        """Whether it says what went wrong."""
        return bool(self._text) and self._is_warning

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Say how far something is."""
        self._show(progress_words(what, done, total), warning=False)

    def warn(self, text: str) -> None:
        """Say what went wrong."""
        self._show(f"! {text}", warning=True)

    def hide(self) -> None:
        """Take the line away."""
        self._text = ""
        self.set_class(False, "-visible")

    def _show(self, text: str, *, warning: bool) -> None:
        self._text, self._is_warning = one_line(text), warning
        self.set_class(True, "-visible")
        self.refresh()

    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return the line."""
        return [banner_line(self._text, width, warning=self._is_warning)]
