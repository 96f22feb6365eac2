"""A list with a title, beside the article."""

from collections.abc import Sequence

from reader.tui.rows import Row
from reader.tui.text_rows import empty_list
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.panel_title import PanelTitle


class Panel(LineList):
    """A virtual list with a line above it, which whoever holds the list places there.

    Args:
        id: The list's id; the title's is ``ID-title``.
        title: What the line above says.
    """

    def __init__(self, *, id: str, title: str) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.title_line = PanelTitle(title, id=f"{id}-title")
        self.empty = ""
        """What it says where there is nothing to list."""

    def set_rows(
        self, rows: Sequence[Row], index: int | None = None, *, height: int | None = None
    ) -> None:
        """Show other rows, or why there are none."""
        if not rows and self.empty:
            rows = empty_list(self.empty)
            height = None
        super().set_rows(rows, index, height=height)
