"""The container of article, panels and drawer."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.layout import Layout
from textual.widget import Widget

from reader.tui.layout import PanelLayout
from reader.tui.plan import MEDIUM, Panels, plan, title_start
from reader.tui.widgets.painted import Ground
from reader.tui.widgets.panel_title import PanelTitle
from reader.tui.widgets.rule import Rule


class Workspace(Ground):
    """Shows its children where the width of the terminal and the reader's wishes put them.

    Args:
        children: Widgets with the ids that ``plan`` knows, their titles among them.
        panels: What the reader wants to see at first.
        size: The terminal's size, so that the first frame is right.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Workspace { height: 1fr; width: 1fr; overflow: hidden; }
    """

    def __init__(self, *children: Widget, panels: Panels, size: Size) -> None:
        rules = [Rule(id=name) for name in ("left", "right", "lower-right")]
        super().__init__(*children, *rules)
        self._panel_layout = PanelLayout(panels)
        self._hide_unplanned([*children, *rules], size)

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

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for panels beside the article."""
        return self.size.width < MEDIUM

    def on_resize(self, event: events.Resize) -> None:
        """Show what fits the new size."""
        self._hide_unplanned(self.children, event.size)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show by its title which part has the focus."""
        self._mark_title(event.widget, focused=True)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Show by its title that a part has the focus no longer."""
        self._mark_title(event.widget, focused=False)

    def _mark_title(self, widget: Widget, *, focused: bool) -> None:
        for child in self.children:
            if isinstance(child, PanelTitle) and child.id == f"{widget.id}-title":
                child.mark(focused=focused)

    def _hide_unplanned(self, children: Iterable[Widget], size: Size) -> None:
        boxes = plan(size, self.panels)
        for child in children:
            child.display = child.id in boxes
            if isinstance(child, PanelTitle):
                child.meet(title_start(child.id, size.width, self.panels))
