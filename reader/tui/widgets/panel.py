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
        self.narrowed_to = ""
        """The letters that what is listed has in it; empty for all."""

    def set_rows(
        self, rows: Sequence[Row], index: int | None = None, *, height: int | None = None
    ) -> None:
        """Show other rows, or why there are none."""
        empty = f"nothing with “{self.narrowed_to}”" if self.narrowed_to else self.empty
        if not rows and empty:
            rows = empty_list(empty)
            height = None
        super().set_rows(rows, index, height=height)
