"""The first frame on the terminal, while Textual is being loaded.

Textual's driver then takes over a terminal that is as it would have made it, and that shows already
what its first frame would show: nothing is written twice, and nothing flickers.
"""

import os
import signal
import sys
import termios
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from types import FrameType, TracebackType
from typing import Any

from rich.color import ColorSystem

from reader.tui.beginning import Beginning
from reader.tui.colours import PLAIN, VARIABLES, has_true_colours
from reader.tui.first_frame import FirstFrame
from reader.tui.frames import Frames
from reader.tui.palette import Palette

_ENTER = "\x1b[?1049h\x1b[?25l"
_LEAVE = "\x1b[0m\x1b[?1049l\x1b[?25h"
_LEAST = (20, 6)
"""Columns and lines below which nobody cares about a fast first frame."""
_KEYBOARD = 0
"""The descriptor that keys are read from."""


class EarlyFrame:
    """Holds the terminal until Textual takes it over.

    Whatever ends the start before that, the terminal is given back as it was.

    Args:
        frame: What to show, as Textual would write it.
        size: The terminal's columns and lines.
    """

    def __init__(self, frame: str, size: tuple[int, int]) -> None:
        self.size = size
        self.frames = Frames()
        """Knows what the terminal shows."""
        self._frame = frame
        self._settings: list[Any] | None = None

    def __enter__(self) -> "EarlyFrame":
        self._settings = termios.tcgetattr(_KEYBOARD)
        signal.signal(signal.SIGTERM, _end)
        # First of all: a key that is shown in the last cell would scroll the frame away.
        termios.tcsetattr(_KEYBOARD, termios.TCSANOW, _quiet(self._settings))
        self._write(_ENTER + self.frames.shorten(self._frame))
        self._frame = ""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._settings is not None:
            self._write(_LEAVE)
            termios.tcsetattr(_KEYBOARD, termios.TCSANOW, self.hand_over())

    def hand_over(self) -> list[Any]:
        """Leave the terminal to somebody else from now on.

        Returns:
            The settings with which it must be left in the end.
        """
        assert self._settings is not None
        settings, self._settings = self._settings, None
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        return settings

    def _write(self, data: str) -> None:
        assert sys.__stderr__ is not None  # Textual writes there
        sys.__stderr__.write(data)
        sys.__stderr__.flush()


def early_frame(
    beginning: Beginning, environ: Mapping[str, str]
) -> AbstractContextManager[EarlyFrame | None]:
    """Return the first frame, to be entered; None where it is not sure how that will look.

    Args:
        beginning: What the screen begins with.
        environ: The environment: what Textual would look at.
    """
    opened, theme = beginning.first, beginning.theme
    is_known = opened is not None and opened.is_good and theme in VARIABLES and theme != PLAIN
    is_changed = any(name.startswith("TEXTUAL") for name in environ) or environ.keys() & {
        "COLUMNS", "LINES", "NO_COLOR",
    }  # fmt: skip
    size = _terminal_size()
    if opened is None or not is_known or is_changed or size is None:
        return nullcontext()
    styles = Palette(VARIABLES[theme])
    colours = ColorSystem.TRUECOLOR if has_true_colours(environ) else ColorSystem.EIGHT_BIT
    parts: list[str] = []
    for x, y, segments in FirstFrame(opened, beginning.state, size, styles).lines():
        parts.append(f"\x1b[{y + 1};{x + 1}H")
        parts += [style.render(text, color_system=colours) for text, style, _ in segments if style]
    return EarlyFrame("".join(parts), size)


def _terminal_size() -> tuple[int, int] | None:
    """Return columns and lines, where keyboard and screen are a terminal with room."""
    if not os.isatty(_KEYBOARD) or sys.__stderr__ is None or not sys.__stderr__.isatty():
        return None
    columns, lines = os.get_terminal_size(sys.__stderr__.fileno())
    return (columns, lines) if columns >= _LEAST[0] and lines >= _LEAST[1] else None


def _quiet(settings: list[Any]) -> list[Any]:
    """Return a terminal's settings with keys neither shown nor changed nor acted upon, but kept."""
    changed = [*settings]
    changed[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    changed[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return changed


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
