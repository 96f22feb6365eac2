"""The line in which the reader types what to find, or what a list should be narrowed to."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

_KEYS = "enter keeps · esc cancels"


class _Words(Input):
    """An input that says that it is done before the next key is looked at.

    Args:
        value: What stands there at first.
        accepted: Is called when the reader presses enter; a message would come after the keys that
            were typed behind it.
    """

    def __init__(self, value: str, accepted: Callable[[], Awaitable[None]]) -> None:
        super().__init__(value, id="find-words", compact=True)
        self._accepted = accepted
        self.cursor_blink = False  # an idle terminal stays idle

    async def action_submit(self) -> None:
        """Pass on that it is done."""
        await self._accepted()


class FindBar(Horizontal):
    """An input with a label and a count; it says what was typed and leaves the finding to others.

    Args:
        label: What is asked for.
        value: What stands there at first.
        typed: Is told what has been typed; not by a message, so that what it shows is in the same
            frame as the letter.
        accepted: Is called when the reader presses enter.
    """

    DEFAULT_CSS: ClassVar[str] = """
    FindBar { height: 1; width: 1fr; background: $panel; }
    FindBar > #find-label { width: auto; padding: 0 1; text-style: bold; }
    FindBar > Input, FindBar > Input:focus {
        width: 1fr; height: 1; border: none; padding: 0; background: $panel;
    }
    FindBar > #find-count {
        width: 48; max-width: 50%; padding: 0 1; text-align: right; color: $text-muted;
    }
    """

    def __init__(
        self,
        label: str,
        value: str,
        typed: Callable[[str], None],
        accepted: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._label, self._typed, self._accepted = label, typed, accepted
        self._told = ""
        self._count = Static(_KEYS, id="find-count", markup=False)
        self.words = _Words(value, self._accept)
        """Where the reader types; whoever mounts the line gives it the focus."""

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
            self._tell()

    async def _accept(self) -> None:
        self._tell()
        await self._accepted()

    def _tell(self) -> None:
        if self._told != self.words.value:
            self._told = self.words.value
            self._typed(self._told)
