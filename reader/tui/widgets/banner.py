"""A line above the keys for what goes on or went wrong."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from reader.cells import fit
from reader.tui.words import one_line

_BAR_CELLS = 12


class Banner(Widget):
    """Shows one line while there is something to say, and takes no room otherwise."""

    DEFAULT_CSS: ClassVar[str] = """
    Banner { height: 1; width: 1fr; background: $boost; color: $foreground; }
    Banner { text-wrap: nowrap; display: none; }
    Banner.-visible { display: block; }
    Banner.-warning { color: $text-warning; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text

    @property
    def is_warning(self) -> bool:
        """Whether it says what went wrong."""
        return bool(self._text) and self.has_class("-warning")

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Say how far something is."""
        filled = _BAR_CELLS * done // max(1, total)
        bar = "━" * filled + "╌" * (_BAR_CELLS - filled)
        self._show(f"{bar}  {what}", warning=False)

    def warn(self, text: str) -> None:
        """Say what went wrong."""
        self._show(f"! {text}", warning=True)

    def hide(self) -> None:
        """Take the line away."""
        self._text = ""
        self.set_class(False, "-visible")

    def _show(self, text: str, *, warning: bool) -> None:
        self._text = one_line(text)
        self.set_class(warning, "-warning")
        self.set_class(True, "-visible")
        self.refresh()

    def render(self) -> Content:
        """Return the line."""
        return Content(" " + fit(self._text, self.size.width - 2)[0])
