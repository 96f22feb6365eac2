"""The line above the article or a list: its number and name, and a word about what it shows."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from reader.cells import fit


class PanelTitle(Widget):
    """A rule with a title at its left and a note at its right.

    Frames around the panels would be dearer: Textual composes each of their lines with what lies
    inside, which took a sixth of the time to the first frame.

    Args:
        title: What is below.
        start: The rule's first character, where it meets another one.
        id: The widget's id.
    """

    DEFAULT_CSS: ClassVar[str] = """
    PanelTitle { text-wrap: nowrap; height: 1; color: $border-blurred; background: $background; }
    PanelTitle.-focused { color: $border; }
    """

    def __init__(self, title: str, *, start: str = "─", id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title, self._start, self._note = title, start, ""

    @property
    def text(self) -> str:
        """Title and note."""
        return f"{self._title} {self._note}".rstrip()

    def show(self, title: str, note: str) -> None:
        """Say something else."""
        if (title, note) != (self._title, self._note):
            self._title, self._note = title, note
            self.refresh()

    def meet(self, start: str) -> None:
        """Begin with another character."""
        if start != self._start:
            self._start = start
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        width = self.size.width
        title, taken = fit(self._title, width - 4)
        note, noted = fit(self._note, width)
        if not note or taken + noted + 8 > width:
            note, noted = "", -2
        style = "bold $foreground" if self.has_class("-focused") else "$foreground"
        between = "─" * max(0, width - taken - noted - 8)
        end = (" ", (note, "$muted"), " ──") if note else ("──",)
        return Content.assemble(f"{self._start}─ ", (title, style), f" {between}", *end)
