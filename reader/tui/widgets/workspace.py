"""The container of article, panels and drawer."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.containers import Container
from textual.geometry import Size
from textual.layout import Layout
from textual.message import Message
from textual.widget import Widget

from reader.tui.layout import MEDIUM, PanelLayout, Panels, plan


class Workspace(Container):
    """Shows its children where the width of the terminal and the reader's wishes put them.

    Args:
        children: Widgets with the ids that ``plan`` knows.
        panels: What the reader wants to see at first.
        size: The terminal's size, so that the first frame is right.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Workspace { height: 1fr; width: 1fr; overflow: hidden; }
    """

    class Rearranged(Message):
        """Panels were shown, hidden or resized."""

    def __init__(self, *children: Widget, panels: Panels, size: Size) -> None:
        super().__init__(*children)
        self._panel_layout = PanelLayout(panels)
        self._hide_unplanned(children, size)

    @property
    def layout(self) -> Layout:
        """The layout that arranges the children."""
        return self._panel_layout

    @property
    def panels(self) -> Panels:
        """What the reader wants to see."""
        return self._panel_layout.panels

    @panels.setter
    def panels(self, panels: Panels) -> None:
        if panels == self.panels:
            return
        self._panel_layout.panels = panels
        self._hide_unplanned(self.children, self.size)
        for child in self.children:
            child.refresh(layout=True)  # from a child, or the arrangement of before is kept
        self.post_message(self.Rearranged())

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for panels beside the article."""
        return self.size.width < MEDIUM

    def on_resize(self, event: events.Resize) -> None:
        """Show what fits the new size."""
        self._hide_unplanned(self.children, event.size)

    def _hide_unplanned(self, children: Iterable[Widget], size: Size) -> None:
        regions = plan(size, self.panels)
        for child in children:
            child.display = child.id in regions
