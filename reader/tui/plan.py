"""Where article, panels and drawer stand, for any size of terminal."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

PanelName = Literal["entities", "quotes"]

WIDE = 140
"""From this width on: entities, article, quotes side by side."""
MEDIUM = 100
"""From this width on: the article, and entities over quotes beside it."""
DRAWER_HEIGHT = 3
_ARTICLE_LEAST = 41  # with the rule at its left
_PANEL_LEAST = 24


class Box(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int

    def split_horizontal(self, height: int) -> tuple["Box", "Box"]:
        """Return the upper part, so high, and the rest."""
        x, y, width, whole = self
        return Box(x, y, width, height), Box(x, y + height, width, whole - height)

    def split_vertical(self, width: int) -> tuple["Box", "Box"]:
        """Return the left part, so wide, and the rest."""
        x, y, whole, height = self
        return Box(x, y, width, height), Box(x + width, y, whole - width, height)


class Panels(msgspec.Struct, frozen=True):
    """Which panels the reader wants, and how wide."""

    entities: bool = True
    quotes: bool = True
    wider_by: int = 0
    opened: PanelName | None = None
    """The one panel that stands over the drawer where there is no room beside the article."""


def plan(size: tuple[int, int], panels: Panels) -> Mapping[str, Box]:
    """Return the boxes of what is shown, by widget id.

    ``NAME-title`` is the line above ``NAME``, ``left`` and ``right`` are the rules beside the
    article.

    Args:
        size: The room for all of it: columns and lines.
        panels: What the reader wants to see.
    """
    if size[0] >= WIDE:
        return _side_by_side(size, panels)
    if size[0] >= MEDIUM:
        return _stacked(size, panels)
    return _narrow(size, panels)


def _side_by_side(size: tuple[int, int], panels: Panels) -> dict[str, Box]:
    width, height = size
    left = _panel_width(width, 36, panels) if panels.entities else 0
    right = _panel_width(width, 45, panels) if panels.quotes else 0
    middle = Box(left, 0, width - left - right, height)
    if not left:
        return _titled("article", middle) | _beside(width - right, right, height, panels)
    return (
        _titled("entities", Box(0, 0, left, height))
        | _ruled("left", "article", middle)
        | _beside(width - right, right, height, panels)
    )


def _beside(x: int, width: int, height: int, panels: Panels) -> dict[str, Box]:
    return _ruled("right", "quotes", Box(x, 0, width, height)) if panels.quotes else {}


def _stacked(size: tuple[int, int], panels: Panels) -> dict[str, Box]:
    width, height = size
    if not (panels.entities or panels.quotes):
        return _titled("article", Box(0, 0, width, height))
    side = _panel_width(width, 45, panels)
    x = width - side
    regions = _titled("article", Box(0, 0, x, height))
    if not panels.quotes:
        return regions | _ruled("right", "entities", Box(x, 0, side, height))
    if not panels.entities:
        return regions | _ruled("right", "quotes", Box(x, 0, side, height))
    upper = height * 2 // 5
    return (
        regions
        | _ruled("right", "entities", Box(x, 0, side, upper))
        | _ruled("lower-right", "quotes", Box(x, upper, side, height - upper))
    )


def _narrow(size: tuple[int, int], panels: Panels) -> dict[str, Box]:
    width, height = size
    drawer = 0 if panels.opened == "quotes" else min(DRAWER_HEIGHT, height // 3)
    rule = 1 if drawer and not panels.opened else 0
    room = height - drawer - rule
    panel = room // 2 if panels.opened else 0
    regions = {"article": Box(0, 0, width, room - panel)}
    if panels.opened:
        regions |= _titled(panels.opened, Box(0, room - panel, width, panel))
    if rule:
        regions["drawer-title"] = Box(0, room, width, rule)
    if drawer:
        regions["drawer"] = Box(0, room + rule, width, drawer)
    return regions


def _titled(name: str, region: Box) -> dict[str, Box]:
    """Divide a region into a line for the title, and the rest."""
    title, rest = region.split_horizontal(1)
    return {f"{name}-title": title, name: rest}


def _ruled(rule: str, name: str, region: Box) -> dict[str, Box]:
    """Divide a region into a title, and below it a rule and the rest."""
    title, below = region.split_horizontal(1)
    line, rest = below.split_vertical(1)
    return {f"{name}-title": title, rule: line, name: rest}


def _panel_width(total: int, wanted: int, panels: Panels) -> int:
    beside = 2 if total >= WIDE else 1
    most = (total - _ARTICLE_LEAST) // beside
    return max(_PANEL_LEAST, min(wanted + panels.wider_by, most))


def title_start(title: str | None, width: int, panels: Panels) -> str:
    """Return how a title's rule begins: with the rule below it, or the one that it crosses."""
    if width < MEDIUM:
        return "─"
    ruled = {"quotes-title": "┬", "article-title": "─", "entities-title": "┬"}
    if width >= WIDE:
        ruled |= {"entities-title": "─", "article-title": "┬" if panels.entities else "─"}
    elif panels.entities:
        ruled["quotes-title"] = "├"
    return ruled.get(title or "", "─")
