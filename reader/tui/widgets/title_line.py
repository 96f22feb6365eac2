"""The line at the top: what is read, where the reader is in it, how its layer is."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec
from textual.content import Content
from textual.widget import Widget

from reader.tui.words import spread

PROGRAM = "newsreader"


class Heading(msgspec.Struct, frozen=True):
    """What the line says."""

    names: Sequence[str] = ()
    """Title, source, date."""
    facts: Sequence[str] = ()
    """Position, layer state, percent; never cut."""


class TitleLine(Widget):
    """Shows a heading on one line; the names give way to the facts."""

    DEFAULT_CSS: ClassVar[str] = """
    TitleLine { text-wrap: nowrap; height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading()

    def show(self, heading: Heading) -> None:
        """Say something else."""
        if heading != self._heading:
            self._heading = heading
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        title, *rest = self._heading.names or ("",)
        names = f" {PROGRAM} ▸ " + " · ".join([title, *rest])
        facts = "  ".join(fact for fact in self._heading.facts if fact) + " "
        left, space, right = spread(names, facts, self.size.width)
        start = len(PROGRAM) + 4
        return Content.assemble(
            (left[:start], "$text-muted"),
            (left[start : start + len(title)], "bold"),
            left[start + len(title) :],
            space,
            right,
        )
