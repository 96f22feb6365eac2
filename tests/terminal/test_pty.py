"""The installed command in a real pseudo-terminal: keys go in, the screen is read."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import psutil
import pyte
import pytest

from reader.store.state import PanelState, Place, ReaderState, StateFile

DATA = Path(__file__).parents[1] / "data"
COMMAND = Path(sys.executable).with_name("newsreader")
ROWS, COLUMNS = 40, 120
_MOUSE, _POINTER = b"\x1b[?1000h", b"\x1b]22;"
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "harbour", tmp_path / "harbour")
    return tmp_path


@pytest.fixture
def open_terminal(folder: Path) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def start(
        *arguments: str, command: str = str(COMMAND), size: tuple[int, int] = (ROWS, COLUMNS)
    ) -> Terminal:
        terminals.append(Terminal(list(arguments), folder, command, size))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


def test_read_walk_find_and_quit(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.until_seen("layer ok")
    terminal.until_seen("Maria Chen")  # the top line is painted before the text
    terminal.press("]")
    terminal.until_seen("quote 1/13")
    terminal.press("}")
    terminal.until_seen("quote 5/13")
    terminal.press("m")
    terminal.until_seen("“Chen” 5/7")
    terminal.press("`")
    terminal.until_seen("quote 5/13")
    terminal.press("/harbour\r")
    terminal.until_seen("of 5")
    terminal.press("?")
    terminal.until_seen("Next quote of the same speaker")
    terminal.press("\x1b")
    terminal.until(lambda text: "same speaker" not in text)
    terminal.press("q")
    assert terminal.until_ended() == 0


@pytest.mark.parametrize("size", [(40, 120), (24, 80), (50, 160), (9, 40)])
@pytest.mark.parametrize("remembered", [False, True])
def test_the_first_frame_is_the_one_that_textual_draws(
    open_terminal: Callable[..., Terminal], folder: Path, size: tuple[int, int], remembered: bool
) -> None:
    path = folder / "harbour" / "harbour-wall.txt"
    if remembered:
        state = ReaderState(
            theme="okabe-ito-light", measure=50, panels=PanelState(quotes=False, wider_by=-6)
        ).with_place(path, Place(offset=900, progress=0.5))
        StateFile(folder / "state" / "state.json").save(state)
    terminal = open_terminal(str(path), size=size)
    early = terminal.until_sent(_MOUSE)  # Textual's driver begins; so far it was all our own
    first = terminal.cells
    assert early.startswith(b"\x1b[?1049h")
    assert sum(cell.data != " " for row in first for cell in row) > size[0] * size[1] // 5
    assert b"\x1b[?1049h" not in terminal.until_sent(_POINTER)  # which would clear it
    terminal.settle()
    after = enumerate(zip(first, terminal.cells, strict=True))
    assert [number for number, (one, other) in after if one != other] == []
    terminal.press("]")
    terminal.until_seen("quote")


def test_the_first_frame_of_an_article_without_a_layer(
    open_terminal: Callable[..., Terminal], folder: Path
) -> None:
    (folder / "harbour" / "harbour-wall.layer.json").unlink()
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.until_sent(_MOUSE)
    first = terminal.cells
    assert "Council backs" in terminal.text
    assert "being annotated" in terminal.text
    terminal.until_sent(_POINTER)
    assert terminal.cells[:-3] == first[:-3]  # the line above the keys tells of the next step


def test_a_start_that_fails_gives_the_terminal_back(
    open_terminal: Callable[..., Terminal], folder: Path
) -> None:
    code = (
        "import os, sys, termios\n"
        "from pathlib import Path\n"
        "from reader.tui.beginning import begin\n"
        "from reader.tui.early import early_frame\n"
        "before = termios.tcgetattr(0)\n"
        "beginning = begin([Path('harbour/harbour-wall.txt')], folder=None)\n"
        "try:\n"
        "    with early_frame(beginning, os.environ):\n"
        "        assert termios.tcgetattr(0) != before\n"
        "        assert not [name for name in sys.modules if name.startswith('textual')]\n"
        "        raise ValueError('no app')\n"
        "except ValueError:\n"
        "    print('as before:', termios.tcgetattr(0) == before)\n"
    )
    terminal = open_terminal("-c", code, command=sys.executable)
    assert terminal.until_ended() == 0
    assert b"\x1b[?1049l\x1b[?25has before: True" in terminal.log


def test_the_terminal_is_left_as_it_was(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.until_seen("layer ok")
    terminal.press("Q")
    assert terminal.until_ended() == 0
    output = terminal.log
    assert b"\x1b[?1049l" in output  # the other screen is left
    assert b"\x1b[?25h" in output  # the cursor is back
    assert b"\x1b[?1000l" in output  # the mouse is the terminal's again


def test_the_library_opens_an_article(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("harbour")
    terminal.until_seen("Northport Gazette · 12 Mar 2026")
    terminal.press("\r")
    terminal.until_seen("layer ok")
    terminal.press("q")
    terminal.until_seen("13 quotes")
    terminal.press("q")
    assert terminal.until_ended() == 0


def test_standard_input_and_keys_from_the_terminal(open_terminal: Callable[..., Terminal]) -> None:
    script = f"cat harbour/harbour-wall.txt | {COMMAND} -"
    terminal = open_terminal("-c", script, command="/bin/sh")
    terminal.until_seen("The council voted")
    terminal.press("q")
    assert terminal.until_ended() == 0


def test_a_resize_is_followed(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.until_seen("layer ok")
    terminal.press("]]")
    terminal.until_seen("quote 2/13")
    terminal.resize(24, 80)
    terminal.until_seen("2 ▐ Tom Reyes · warned")
    terminal.press("q")
    assert terminal.until_ended() == 0


@pytest.mark.parametrize(("first", "size"), [((50, 160), (40, 120)), ((40, 120), (50, 160))])
def test_a_panel_that_was_hidden_at_another_size_is_drawn_whole(
    open_terminal: Callable[..., Terminal], first: tuple[int, int], size: tuple[int, int]
) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt", size=first)
    terminal.press("1")
    terminal.until_seen("▌  Maria Chen ●")  # the cursor
    terminal.press("1")
    terminal.until(lambda text: "1 Entities" not in text)
    terminal.resize(*size)
    terminal.until(lambda text: text.rstrip().endswith("quit"))
    terminal.press("1")
    terminal.until_seen("Maria Chen ●")
    terminal.settle()
    assert "Organisations (2)" in terminal.text


@pytest.mark.parametrize("keys", ["]]", "]m}}", "/harbour\r]", "1jj\r", "2jj0x", "?\x1b]", "GgGjk"])
def test_what_frames_left_out_was_there(keys: str, open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.until_seen("layer ok")
    for key in keys:
        terminal.press(key)
        terminal.settle()
    before = terminal.cells
    terminal.resize(ROWS, COLUMNS + 1)  # the other size, and the first again: drawn anew, whole
    terminal.settle()
    terminal.resize(ROWS, COLUMNS)
    terminal.settle()
    after = terminal.cells
    changed = [
        (y, x, before[y][x], after[y][x])
        for y in range(ROWS)
        for x in range(COLUMNS)
        if before[y][x] != after[y][x]
    ]
    assert changed[:3] == []


def test_the_clipboard_gets_the_quote(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.until_seen("layer ok")
    terminal.press("]y")
    terminal.until_seen("copied with its source")
    terminal.press("q")
    assert terminal.until_ended() == 0


def test_a_stop_and_a_continue_leave_everything_on_the_screen(
    open_terminal: Callable[..., Terminal],
) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.press("]")
    terminal.until_seen("quote 1/13")  # the first frame stands there before anybody hears signals
    terminal.settle()
    before = terminal.cells
    terminal.process.kill(signal.SIGTSTP)
    while psutil.Process(terminal.process.pid).status() != psutil.STATUS_STOPPED:
        terminal.settle()
    terminal.screen.reset()  # the shell has written over it
    terminal.process.kill(signal.SIGCONT)
    terminal.until_seen("quote 1/13")
    terminal.settle()
    assert terminal.cells == before
    terminal.press("Q")
    assert terminal.until_ended() == 0


def test_a_place_that_cannot_be_kept_is_said(
    open_terminal: Callable[..., Terminal], folder: Path
) -> None:
    (folder / "state").write_text("a file where the folder should be")
    terminal = open_terminal("harbour")
    terminal.until_seen("13 quotes")
    terminal.press("\r")
    terminal.until_seen("layer ok")
    terminal.press("jq")  # back to the library, which cannot keep it either
    terminal.until_seen("13 quotes")
    terminal.press("q")
    assert terminal.until_ended() == 0
    said = " ".join(terminal.log.partition(b"\x1b[?1049l")[2].decode().split())
    assert "newsreader: cannot write" in said


def test_ctrl_z_gives_the_terminal_to_the_shell(open_terminal: Callable[..., Terminal]) -> None:
    script = f"set -m; {COMMAND} harbour/harbour-wall.txt; echo stopped; read line; fg"
    terminal = open_terminal("-c", script, command="/bin/sh")
    terminal.until_seen("layer ok")
    terminal.press("]")
    terminal.until_seen("quote 1/13")
    terminal.press("\x1a")
    terminal.until(lambda _: b"\x1b[?1049l" in terminal.log and b"stopped" in terminal.log)
    terminal.press("\r")
    terminal.until_seen("quote 1/13")
    terminal.press("]Q")
    assert terminal.until_ended() == 0


def test_a_terminal_that_is_closed_ends_the_program_with_the_place_kept(
    open_terminal: Callable[..., Terminal], folder: Path
) -> None:
    terminal = open_terminal("harbour/harbour-wall.txt")
    terminal.until_seen("layer ok")
    terminal.press("]]]")
    terminal.until_seen("quote 3/13")
    terminal.process.kill(signal.SIGHUP)
    terminal.process.expect(pexpect.EOF)
    kept = "".join(path.read_text() for path in (folder / "state").iterdir())
    assert "harbour-wall.txt" in kept


def test_a_terminal_that_vanishes_without_a_signal_ends_the_program(folder: Path) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [str(COMMAND), "harbour/harbour-wall.txt"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "TERM": "xterm-256color", "NEWSREADER_STATE_DIR": str(folder / "state")},
        start_new_session=True,  # and so not the owner of the terminal
    )
    os.close(theirs)
    shown = b""
    while b"layer ok" not in shown:
        shown += os.read(ours, 65536)
    os.close(ours)
    try:
        process.wait(PATIENCE)
    finally:
        process.kill()
