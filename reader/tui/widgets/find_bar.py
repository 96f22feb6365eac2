"""The line in which the reader types what to find, or what a list should be narrowed to."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

_KEYS = "enter keeps · esc cancels"


class FindBar(Horizontal):
    """An input with a label and a count; it says what was typed and leaves the finding to others.

    Args:
        label: What is asked for.
        value: What stands there at first.
        typed: Is told what has been typed; not by a message, so that what it shows is in the same
            frame as the letter.
    """

    DEFAULT_CSS: ClassVar[str] = """
    FindBar { height: 1; width: 1fr; background: $panel; }
    FindBar > #find-label { width: auto; padding: 0 1; text-style: bold; }
    FindBar > Input, FindBar > Input:focus {
        width: 1fr; height: 1; border: none; padding: 0; background: $panel;
    }
    FindBar > #find-count { width: 48; padding: 0 1; text-align: right; color: $text-muted; }
    """

    class Accepted(Message):
        """The reader pressed enter."""

    def __init__(self, label: str, value: str, typed: Callable[[str], None]) -> None:
        super().__init__()
        self._label, self._typed = label, typed
        self._count = Static(_KEYS, id="find-count", markup=False)
        self.words = Input(value, id="find-words", compact=True)
        """Where the reader types; whoever mounts the line gives it the focus."""
        self.words.cursor_blink = False  # an idle terminal stays idle

    def compose(self) -> ComposeResult:
        """Lay out label, input and count."""
        yield Static(self._label, id="find-label", markup=False)
        yield self.words
        yield self._count

    def show_count(self, count: str) -> None:
        """Say how many there are."""
        # The width is fixed, so that a count costs no new layout.
        self._count.update(f"{count} · {_KEYS}" if count else _KEYS, layout=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed, unless more has been typed since."""
        event.stop()
        if event.value == self.words.value:
            self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on that it is done."""
        event.stop()
        self.post_message(self.Accepted())
