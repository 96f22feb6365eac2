"""The app as a process: its terminal, the signals that end it, its garbage."""

import asyncio
import gc
import select
import signal
import sys

from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from reader.tui.early import EarlyFrame
from reader.tui.terminal import Terminal

_HANG_UP_INTERVAL = 5.0
"""Seconds between two looks at whether the terminal is still there."""


class ProcessApp(App[None], inherit_bindings=False):
    """An app that has a process and a terminal to itself, and ends when that is gone.

    Args:
        early: The first frame, where it stands on the terminal already.
        ansi_color: Whether the terminal's own colours are used; None: as Textual would.
    """

    def __init__(self, early: EarlyFrame | None = None, *, ansi_color: bool | None = None) -> None:
        self._early = early  # Textual's own start asks for the driver
        super().__init__(ansi_color=ansi_color)
        self._hang_ups = select.poll()

    def get_driver_class(self) -> type[Driver]:
        """Return our way to drive the terminal, where Textual's own would be the usual one."""
        usual = super().get_driver_class()
        return Terminal.after(self._early) if usual is LinuxDriver else usual

    def end(self) -> None:
        """Quit; who has something to keep does that first."""
        self.exit()

    def on_mount(self) -> None:
        """Look for garbage again once the first frame is shown."""
        self.call_after_refresh(self._resume_collecting)
        if not self.is_headless:
            for ending in (signal.SIGHUP, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(ending, self.end)
            # A process that does not own its terminal gets no signal when that goes, and Textual's
            # reader of keys would spin on it for ever.
            self._hang_ups.register(sys.stdin.fileno(), 0)
            self.set_interval(_HANG_UP_INTERVAL, self._end_if_hung_up)
            # Stopped and continued (ctrl+z in a shell): Textual draws nothing by itself.
            self.app_resume_signal.subscribe(self, self._draw_all)

    def _draw_all(self, _: object) -> None:
        self.screen.refresh()

    def _end_if_hung_up(self) -> None:
        if any(event & select.POLLHUP for _, event in self._hang_ups.poll(0)):
            self.end()

    def _resume_collecting(self) -> None:
        if not gc.isenabled():  # what was there before stays: no need to look through it
            gc.freeze()
            gc.enable()
