"""A pseudo-terminal that the command runs in: keys go in, the screen is read."""

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte
import pytest

COMMAND = Path(sys.executable).with_name("newsreader")
ROWS, COLUMNS = 40, 120
MOUSE, POINTER = b"\x1b[?1000h", b"\x1b]22;"
"""What Textual's driver begins with, and what comes after all of its beginning."""
PATIENCE = 20.0
_BEGUN = re.compile(rb"\x1b(?:\[[0-9;<=>?$]*)?$")
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\??[0-9;]*\$p")


class Terminal:
    """A terminal with a program in it; its size is lines and columns."""

    def __init__(
        self,
        arguments: list[str],
        cwd: Path,
        command: str = str(COMMAND),
        size: tuple[int, int] = (ROWS, COLUMNS),
    ) -> None:
        rows, columns = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.log = b""
        """All that was written and looked at."""
        self._unseen = b""
        environ = {
            **{name: value for name, value in os.environ.items() if not _of_tests(name)},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "NEWSREADER_STATE_DIR": str(cwd / "state"),
        }
        self.process: pexpect.spawn[bytes] = pexpect.spawn(
            command,
            arguments,
            dimensions=size,
            env=environ,
            cwd=str(cwd),
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """What can be seen."""
        return "\n".join(self.screen.display)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """What can be seen, with its colours."""
        columns, lines = range(self.screen.columns), range(self.screen.lines)
        cells = [[self.screen.buffer[y][x] for x in columns] for y in lines]
        # The colour of a space cannot be seen, and is not said.
        return [[c._replace(fg="", bold=False, italics=False) if c.data == " " else c for c in row]
                for row in cells]  # fmt: skip

    def settle(self) -> None:
        """Read until nothing comes any more."""
        while self._read():
            pass

    def press(self, keys: str) -> None:
        self.process.send(keys)

    def resize(self, rows: int, columns: int) -> None:
        """Change the size, when what was written for the old one has been read."""
        self.settle()
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def until(self, seen: Callable[[str], bool]) -> str:
        """Read until something can be seen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read()
            if seen(self.text):
                return self.text
        pytest.fail(f"not seen; the screen shows:\n{self.text}")

    def until_seen(self, words: str) -> str:
        return self.until(lambda text: words in text)

    def until_sent(self, mark: bytes) -> bytes:
        """Read until a sequence was sent; show and return what came before it."""
        end = time.monotonic() + PATIENCE
        while mark not in self._unseen and time.monotonic() < end:
            self._receive()
        before, _, behind = self._unseen.partition(mark)
        self._unseen = before
        self._show()
        self._unseen = mark + behind
        return before

    def until_ended(self) -> int:
        """Read to the end; return the exit code."""
        self.process.expect(pexpect.EOF)
        self._unseen += self.process.before or b""
        self._show()
        self.process.close()
        code: int | None = self.process.exitstatus
        assert code is not None
        return code

    def _read(self) -> bool:
        came = self._receive()
        self._show()
        return came

    def _receive(self) -> bool:
        try:
            self._unseen += self.process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return False
        return True

    def _show(self) -> None:
        begun = _BEGUN.search(self._unseen)  # a sequence whose end has not come yet
        end = begun.start() if begun else len(self._unseen)
        shown, self._unseen = self._unseen[:end], self._unseen[end:]
        self.log += shown
        # pyte takes these for text, or for what they are not
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", shown))

    def close(self) -> None:
        self.process.close(force=True)


def _of_tests(name: str) -> bool:
    """Whether a variable says how this test's own process draws."""
    return name in ("COLUMNS", "LINES", "NO_COLOR") or name.startswith("TEXTUAL")
