"""A framed list beside the article."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from reader.tui.widgets.line_list import LineList


class Panel(Container):
    """A frame with a title around a virtual list.

    Args:
        id: The panel's id, which the layout knows.
        title: What the frame says above.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Panel {
        border: round $border-blurred; border-title-color: $foreground;
        border-subtitle-color: $text-muted; background: $background;
    }
    Panel:focus-within { border: round $border; border-title-style: bold; }
    """

    def __init__(self, *, id: str, title: str) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.border_title = title
        self.list = LineList(id=f"{id}-list")

    def compose(self) -> ComposeResult:
        """Hold the list."""
        yield self.list
