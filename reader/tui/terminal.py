"""The terminal as Textual drives it, with shorter frames and a quick end."""

import os
import signal
from types import FrameType

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.tui.early import EarlyFrame
from reader.tui.frames import Frames

_ALTERNATE_SCREEN = "\x1b[?1049h"
_NO_MOUSE = "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"


class Terminal(LinuxDriver):
    """A terminal of Linux, macOS or the like."""

    _frames = Frames()
    _is_pause = False

    _early: EarlyFrame | None = None

    @classmethod
    def after(cls, early: EarlyFrame | None) -> "type[Terminal]":
        """Return the terminal with a frame that stands there already."""
        return type(cls.__name__, (cls,), {"_early": early})

    def write(self, data: str) -> None:
        """Send what Textual wants to be sent, less what the terminal shows already."""
        if data == _ALTERNATE_SCREEN and self._early is not None:
            return  # some terminals would clear it
        if shorter := self._frames.shorten(data):
            super().write(shorter)

    def start_application_mode(self) -> None:
        """Take the terminal over; nobody knows what it shows."""
        self._forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        resized = signal.getsignal(signal.SIGWINCH)

        def forget_and_resize(number: int, frame: FrameType | None) -> None:
            self._forget()
            if callable(resized):
                resized(number, frame)

        signal.signal(signal.SIGWINCH, forget_and_resize)
        if self._early is not None:
            self._take_over(self._early)

    def _take_over(self, early: EarlyFrame) -> None:
        """Know what the terminal shows, and how to leave it."""
        self._early = None  # after a pause there is nothing any more
        self.attrs_before = early.hand_over()
        if early.size == os.get_terminal_size(self.fileno):
            self._frames = early.frames

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal says; some tell of a new size in this way."""
        if isinstance(message, events.Resize):
            self._forget()
        super().process_message(message)

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self._is_pause = True
        super().suspend_application_mode()
        self._is_pause = False

    def disable_input(self) -> None:
        """Read no more keys.

        Where this is the end, nobody waits for Textual's reader of keys: it looks every tenth of a
        second whether it should end, and the process is gone before.
        """
        if self._is_pause:
            super().disable_input()
        elif not self.exit_event.is_set():
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self.write(_NO_MOUSE)
            self.exit_event.set()

    def _forget(self) -> None:
        self._frames = Frames()  # not emptied: another thread may be at work with the old one
