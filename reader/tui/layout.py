"""Where article, panels and drawer stand, for any size of terminal."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

PanelName = Literal["entities", "quotes"]

WIDE = 140
"""From this width on: entities, article, quotes side by side."""
MEDIUM = 100
"""From this width on: the article, and entities over quotes beside it."""
DRAWER_HEIGHT = 3
_ARTICLE_LEAST = 41  # with the rule at its left
_PANEL_LEAST = 24


class Panels(msgspec.Struct, frozen=True):
    """Which panels the reader wants, and how wide."""

    entities: bool = True
    quotes: bool = True
    wider_by: int = 0
    opened: PanelName | None = None
    """The one panel that stands over the drawer where there is no room beside the article."""


def plan(size: Size, panels: Panels) -> Mapping[str, Region]:
    """Return the regions of what is shown, by widget id.

    ``NAME-title`` is the line above ``NAME``, ``left`` and ``right`` are the rules beside the
    article.

    Args:
        size: The room for all of it.
        panels: What the reader wants to see.
    """
    if size.width >= WIDE:
        return _side_by_side(size, panels)
    if size.width >= MEDIUM:
        return _stacked(size, panels)
    return _narrow(size, panels)


def _side_by_side(size: Size, panels: Panels) -> dict[str, Region]:
    left = _panel_width(size.width, 36, panels) if panels.entities else 0
    right = _panel_width(size.width, 45, panels) if panels.quotes else 0
    width, height = size
    middle = Region(left, 0, width - left - right, height)
    if not left:
        return _titled("article", middle) | _beside(width - right, right, height, panels)
    return (
        _titled("entities", Region(0, 0, left, height))
        | _ruled("left", "article", middle)
        | _beside(width - right, right, height, panels)
    )


def _beside(x: int, width: int, height: int, panels: Panels) -> dict[str, Region]:
    return _ruled("right", "quotes", Region(x, 0, width, height)) if panels.quotes else {}


def _stacked(size: Size, panels: Panels) -> dict[str, Region]:
    width, height = size
    if not (panels.entities or panels.quotes):
        return _titled("article", Region(0, 0, width, height))
    side = _panel_width(width, 45, panels)
    x = width - side
    regions = _titled("article", Region(0, 0, x, height))
    if not panels.quotes:
        return regions | _ruled("right", "entities", Region(x, 0, side, height))
    if not panels.entities:
        return regions | _ruled("right", "quotes", Region(x, 0, side, height))
    upper = height * 2 // 5
    return (
        regions
        | _ruled("right", "entities", Region(x, 0, side, upper))
        | _ruled("lower-right", "quotes", Region(x, upper, side, height - upper))
    )


def _narrow(size: Size, panels: Panels) -> dict[str, Region]:
    drawer = 0 if panels.opened == "quotes" else min(DRAWER_HEIGHT, size.height // 3)
    rule = 1 if drawer and not panels.opened else 0
    room = size.height - drawer - rule
    panel = room // 2 if panels.opened else 0
    regions = {"article": Region(0, 0, size.width, room - panel)}
    if panels.opened:
        regions |= _titled(panels.opened, Region(0, room - panel, size.width, panel))
    if rule:
        regions["drawer-title"] = Region(0, room, size.width, rule)
    if drawer:
        regions["drawer"] = Region(0, room + rule, size.width, drawer)
    return regions


def _titled(name: str, region: Region) -> dict[str, Region]:
    """Divide a region into a line for the title, and the rest."""
    title, rest = region.split_horizontal(1)
    return {f"{name}-title": title, name: rest}


def _ruled(rule: str, name: str, region: Region) -> dict[str, Region]:
    """Divide a region into a title, and below it a rule and the rest."""
    title, below = region.split_horizontal(1)
    line, rest = below.split_vertical(1)
    return {f"{name}-title": title, rule: line, name: rest}


def _panel_width(total: int, wanted: int, panels: Panels) -> int:
    beside = 2 if total >= WIDE else 1
    most = (total - _ARTICLE_LEAST) // beside
    return max(_PANEL_LEAST, min(wanted + panels.wider_by, most))


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
        regions = plan(size, self.panels)
        return [
            WidgetPlacement(regions[child.id], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id is not None and child.id in regions
        ]
