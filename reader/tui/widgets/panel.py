"""A list with a title, beside the article."""

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
