"""One program in a pseudo-terminal, watched from outside.

What it writes is kept with the time of its arrival and only looked at afterwards, so that looking
costs the program nothing. Queries that a terminal would answer are answered.
"""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import psutil
import pyte

_NOT_PASSED_ON = ("PYTHON", "TEXTUAL", "NO_COLOR")
"""Variables that a user's shell does not have; without compiled modules a start is no start."""
QUIET = 0.04
"""Seconds of silence that end an answer."""
NO_ANSWER = 0.25
"""Seconds until a key counts as not answered."""
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\??[0-9;]*\$p")
_QUERIES = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronised output: known
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62c",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back after a key or a new size; times in milliseconds."""

    first: float
    """Until the first byte."""
    last: float
    """Until the last byte before silence."""
    size: int
    """How many bytes."""


@dataclass
class Session:
    """A running program.

    Args:
        command: The program and its arguments.
        size: The terminal's columns and rows.
        environ: What its environment has beside a plain one.
    """

    command: Sequence[str]
    size: tuple[int, int] = (120, 40)
    environ: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._log: list[tuple[float, bytes]] = []
        self._read_so_far = 0
        self._screen = pyte.Screen(*self.size)
        self._stream = pyte.ByteStream(self._screen)
        self._fd, child = os.openpty()
        self._set_size(*self.size)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(_NOT_PASSED_ON)}
        plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            self.command, stdin=child, stdout=child, stderr=child, start_new_session=True,
            env={**kept, **plain, **self.environ},
        )  # fmt: skip
        os.close(child)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._fd)

    # Waiting

    def until(self, words: str, timeout: float = 60.0) -> float:
        """Return the milliseconds from the start until words stand on the screen.

        Raises:
            TimeoutError: They did not appear.
        """
        return (self._until(words, self.started + timeout) - self.started) * 1000

    def until_answered(self, key: str, pattern: str) -> float:
        """Press a key now, however early that is.

        Returns:
            The milliseconds from the start until the pattern stood on the screen.

        Raises:
            TimeoutError: It did not appear.
        """
        expected, deadline = re.compile(pattern), time.perf_counter() + 60.0
        os.write(self._fd, key.encode())
        while time.perf_counter() < deadline:
            self._read(0.01)
            for at, data in self._take():
                self._draw(data)
                if expected.search("\n".join(self._screen.display)):
                    return (at - self.started) * 1000
        raise TimeoutError(f"{key!r} was not answered:\n{self.screen}")

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing has been written for ``quiet`` seconds."""
        while self._read(quiet) is not None:
            pass

    # Doing something

    def press(self, keys: str, quiet: float = QUIET) -> Answer:
        """Press keys (written at once) and return the answer."""
        pressed = time.perf_counter()
        os.write(self._fd, keys.encode())
        return self._answer(pressed, quiet)

    def press_until(self, keys: str, *words: str) -> list[float]:
        """Press keys and return the milliseconds until each of the words stands on the screen.

        All output is read before it is looked at, so that looking does not hold the program up.
        """
        self._feed()
        pressed = time.perf_counter()
        os.write(self._fd, keys.encode())
        self.settle(0.5)
        found: dict[str, float] = {}
        for at, data in self._take():
            self._draw(data)
            screen = "\n".join(self._screen.display)
            found |= {each: (at - pressed) * 1000 for each in words
                      if each not in found and each in screen}  # fmt: skip
        missing = set(words) - set(found)
        if missing:
            raise TimeoutError(f"{missing} did not appear:\n{self.screen}")
        return [found[each] for each in words]

    def resize(self, columns: int, rows: int) -> Answer:
        """Give the terminal another size and return the answer."""
        resized = time.perf_counter()
        self._set_size(columns, rows)
        os.killpg(self._process.pid, signal.SIGWINCH)
        answer = self._answer(resized, 0.1)
        self._screen.resize(rows, columns)
        return answer

    def hold(self, key: str, rate: float, seconds: float) -> tuple[float, float]:
        """Hold a key down.

        Returns:
            Milliseconds from the last press to the last byte, and the longest silence before.
        """
        self._feed()
        count, start = int(rate * seconds), time.perf_counter()
        for number in range(count):
            due = start + number / rate
            while (left := due - time.perf_counter()) > 0:
                self._read(left)
            os.write(self._fd, key.encode())
        end = time.perf_counter()
        self.settle(0.1)
        times = [start, *(at for at, _ in self._log)]
        held = [at for at in times if at <= end]
        stalls = [b - a for a, b in pairwise(held)]
        return max(0.0, times[-1] - end) * 1000, max(stalls, default=0.0) * 1000

    def leave(self, key: str, timeout: float = 10.0) -> float:
        """Press a key and return the milliseconds until the program is gone."""
        pressed = time.perf_counter()
        os.write(self._fd, key.encode())
        while self._process.poll() is None and time.perf_counter() < pressed + timeout:
            self._read(0.001)
        return (time.perf_counter() - pressed) * 1000

    # What it costs

    @property
    def screen(self) -> str:
        """What stands on the screen."""
        self._feed()
        return "\n".join(self._screen.display)

    @property
    def peak_memory(self) -> float:
        """The largest resident size so far, in MB."""
        status = Path(f"/proc/{self._process.pid}/status")
        if status.exists():
            found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
            if found:
                return int(found[1]) / 1024
        return float(psutil.Process(self._process.pid).memory_info().rss) / 2**20

    @property
    def processor_time(self) -> float:
        """Processor seconds so far."""
        times = psutil.Process(self._process.pid).cpu_times()
        return float(times.user + times.system)

    # The terminal's side

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, timeout: float) -> bytes | None:
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return None
        now = time.perf_counter()
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # the program has closed its side
            return None
        if not data:
            return None
        self._log.append((now, data))
        for query, answer in _QUERIES.items():
            if query in data:
                os.write(self._fd, answer)
        return data

    def _answer(self, since: float, quiet: float) -> Answer:
        first = last = 0.0
        size = 0
        data = self._read(NO_ANSWER)  # at the end of a text a key has nothing to do
        while data is not None:
            last = (self._log[-1][0] - since) * 1000
            first = first or last
            size += len(data)
            data = self._read(quiet)
        return Answer(first, last, size)

    def _until(self, words: str, deadline: float) -> float:
        while time.perf_counter() < deadline:
            self._read(0.01)
            for at, data in self._take():
                self._draw(data)
                if words in "\n".join(self._screen.display):
                    return at
        raise TimeoutError(f"{words!r} did not appear:\n{self.screen}")

    def _take(self) -> list[tuple[float, bytes]]:
        taken, self._log = self._log, []
        return taken

    def _feed(self) -> None:
        for _, data in self._take():
            self._draw(data)

    def _draw(self, data: bytes) -> None:
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
