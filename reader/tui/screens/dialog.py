"""What the small screens over an article have in common."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import ModalScreen

from reader.actions import Scope
from reader.tui.bindings import bindings_for
from reader.tui.rows import Row
from reader.tui.widgets.line_list import LineList


class Dialog(ModalScreen[None], inherit_bindings=False):
    """A framed text in the middle that scrolls; escape or q closes it.

    Args:
        title: What the frame says above.
        rows: The lines.
        width: The frame's width in cells, where the terminal has them.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.DIALOG)
    DEFAULT_CSS: ClassVar[str] = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Container {
        max-width: 96%; max-height: 90%; border: round $border; padding: 0 1;
        background: $background; border-title-style: bold; border-title-color: $foreground;
        border-subtitle-color: $text-muted;
    }
    """
    # Without the focus the list shows no cursor: there is nothing to choose.
    AUTO_FOCUS = ""

    def __init__(self, title: str, rows: Iterable[Row], width: int) -> None:
        super().__init__()
        self.rows = list(rows)
        """The lines."""
        self.list = LineList()
        self.frame = Container(self.list)
        self.frame.border_title = title
        self.frame.border_subtitle = "esc closes"
        self.frame.styles.width = width
        self.frame.styles.height = sum(row.height for row in self.rows) + 2

    def compose(self) -> ComposeResult:
        """Lay out the frame."""
        yield self.frame

    def on_mount(self) -> None:
        """Fill the list."""
        self.list.set_rows(self.rows)

    def action_close(self) -> None:
        """Close the dialog."""
        self.dismiss()

    async def action_move(self, movement: str) -> None:
        """Scroll the text."""
        page = self.list.size.height
        lines = {
            "line_down": 1,
            "line_up": -1,
            "page_down": page - 1,
            "page_up": 1 - page,
            "half_page_down": page // 2,
            "half_page_up": -(page // 2),
            "top": -self.list.virtual_size.height,
            "end": self.list.virtual_size.height,
        }
        self.list.scroll_relative(y=lines[movement], animate=False)
