"""The line in which the reader types what to find, or what a list should be narrowed to."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class FindBar(Horizontal):
    """An input with a label and a count; it says what was typed and leaves the finding to others.

    Args:
        label: What is asked for.
        value: What stands there at first.
    """

    DEFAULT_CSS: ClassVar[str] = """
    FindBar { height: 1; width: 1fr; background: $panel; }
    FindBar > #find-label { width: auto; padding: 0 1; text-style: bold; }
    FindBar > Input, FindBar > Input:focus {
        width: 1fr; height: 1; border: none; padding: 0; background: $panel;
    }
    FindBar > #find-count { width: auto; padding: 0 1; color: $text-muted; }
    """

    class Typed(Message):
        """The words changed."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Accepted(Message):
        """The reader pressed enter."""

    def __init__(self, label: str, value: str = "") -> None:
        super().__init__()
        self._label = label
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out label, input and count."""
        yield Static(self._label, id="find-label", markup=False)
        yield Input(self._value, id="find-words", compact=True)
        yield Static("", id="find-count", markup=False)

    def on_mount(self) -> None:
        """Take the focus."""
        words = self.query_one(Input)
        words.cursor_blink = False  # an idle terminal stays idle
        words.focus()

    def show_count(self, count: str) -> None:
        """Say how many there are."""
        self.query_one("#find-count", Static).update(count)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on that it is done."""
        event.stop()
        self.post_message(self.Accepted())
