"""The line at the bottom: the keys that matter here, or a word about what was just done."""

from typing import ClassVar

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from reader.actions import Scope, footer_hints
from reader.cells import fit

_ALWAYS = ("help", "palette", "quit")
_NOTE_SECONDS = 5.0


class KeyLine(Widget):
    """Shows a scope's keys, from the registry; hints that do not fit are left out from the end.

    Args:
        scope: Whose keys.
    """

    DEFAULT_CSS: ClassVar[str] = """
    KeyLine { text-wrap: nowrap; height: 1; width: 1fr; background: $panel; color: $text-muted; }
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        hints = footer_hints(scope)
        self._left = [hint for hint in hints if hint[1] not in _ALWAYS]
        self._right = [hint for hint in hints if hint[1] in _ALWAYS]
        self._note = ""
        self._timer: Timer | None = None

    @property
    def note(self) -> str:
        """What is said in place of the keys; empty while they are shown."""
        return self._note

    def show_note(self, note: str) -> None:
        """Say something in place of the keys for some seconds; an empty note ends it."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        if note != self._note:
            self.refresh()
        self._note = note
        if note:
            self._timer = self.set_timer(_NOTE_SECONDS, self._clear_note)

    def _clear_note(self) -> None:
        self.show_note("")

    def render(self) -> Content:
        """Return the line."""
        width = self.size.width
        if self._note:
            return Content.assemble((" " + fit(self._note, width - 2)[0], "$foreground"))
        right = _hints(self._right)
        left = Content("")
        for count in range(len(self._left), 0, -1):
            left = _hints(self._left[:count])
            if left.cell_length + right.cell_length + 1 <= width:
                break
        space = max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * space, right)


def _hints(hints: list[tuple[str, str]]) -> Content:
    parts: list[str | tuple[str, str]] = [" "]
    for keys, label in hints:
        parts += [(keys, "bold $foreground"), f" {label}  "]
    return Content.assemble(*parts)
