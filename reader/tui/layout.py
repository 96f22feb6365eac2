"""The plan of ``reader.tui.plan`` as a layout of Textual's."""

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from reader.tui.plan import Panels, plan


class PanelLayout(Layout):
    """Arranges the children of a container by ``plan``; a child that it does not name is left out.

    Args:
        panels: What the reader wants to see at first.
    """

    name = "panels"

    def __init__(self, panels: Panels) -> None:
        self.panels = panels

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Return where each child stands."""
        boxes = plan(size, self.panels)
        return [
            WidgetPlacement(Region(*boxes[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id is not None and child.id in boxes
        ]
