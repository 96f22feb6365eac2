"""The line at the top: what is read, where the reader is in it, how its layer is."""

from collections.abc import Callable, Sequence
from typing import ClassVar

import msgspec
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from reader.cells import fit
from reader.tui.words import spread

PROGRAM = "newsreader"
_GAP = 2
"""Cells between the names and the facts, at least."""
_TITLE_LEAST = 40
"""Cells of the title that source and date leave standing."""


class Heading(msgspec.Struct, frozen=True):
    """What the line says."""

    names: Sequence[str] = ()
    """Title, source, date."""
    facts: Sequence[str] = ()
    """Position, layer state, percent; never cut."""


class TitleLine(Widget):
    """Shows a heading on one line; the names give way to the facts.

    Args:
        heading: Returns what to say; asked when the line is drawn, because only then it is known
            how much of an article is on screen.
    """

    DEFAULT_CSS: ClassVar[str] = """
    TitleLine { text-wrap: nowrap; height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    def __init__(self, heading: Callable[[], Heading]) -> None:
        super().__init__()
        self._heading = heading
        self._shown = Heading()

    def renew(self) -> None:
        """Draw the line again if it has something else to say."""
        if self._heading() != self._shown:
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        heading = self._shown = self._heading()
        title, *rest = heading.names or ("",)
        program = f" {PROGRAM} ▸ "
        facts = "  ".join(fact for fact in heading.facts if fact) + " "
        room = self.size.width - cell_len(program) - cell_len(facts) - _GAP
        while rest and room - _cells(rest) < min(cell_len(title), _TITLE_LEAST):
            rest.pop()  # what does not fit whole is left out
        title, _ = fit(title, max(0, room - _cells(rest)))
        names = title + "".join(f" · {name}" for name in rest)
        left, space, right = spread(program + names, facts, self.size.width)
        start = len(program)
        return Content.assemble(
            (left[:start], "$muted"),
            (left[start : start + len(title)], "bold"),
            left[start + len(title) :],
            space,
            right,
        )


def _cells(names: Sequence[str]) -> int:
    return sum(cell_len(f" · {name}") for name in names)
