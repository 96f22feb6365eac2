"""The line at the bottom: the keys that matter here, or a word about what was just done."""

from collections.abc import Sequence
from typing import ClassVar

from textual.timer import Timer

from reader.actions import Scope
from reader.cells import fit
from reader.tui.bars import key_line
from reader.tui.rows import Piece
from reader.tui.widgets.painted import Bar

_NOTE_SECONDS = 5.0


class KeyLine(Bar):
    """Shows a scope's keys, from the registry; hints that do not fit are left out from the end.

    Args:
        scope: Whose keys.
    """

    DEFAULT_CSS: ClassVar[str] = """
    KeyLine { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self._scope = scope
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

    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return the line."""
        if self._note:
            return [[Piece(" " + fit(self._note, width - 2)[0])]]
        return [key_line(self._scope, width)]
