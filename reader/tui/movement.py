"""One name for each movement, whether the article moves or a list."""

from textual.widget import Widget

from reader.tui.widgets.line_list import LineList

_IN_A_LIST = {
    "line_down": "cursor_down",
    "line_up": "cursor_up",
    "half_page_down": "page_down",
    "half_page_up": "page_up",
    "top": "first",
    "end": "last",
}
"""What a list calls the article's movements, where the names differ."""


async def move(widget: Widget, movement: str) -> None:
    """Move in an article or a list: ``line_down``, ``page_up``, ``top`` and so on."""
    if isinstance(widget, LineList):
        movement = _IN_A_LIST.get(movement, movement)
    await widget.run_action(movement)
