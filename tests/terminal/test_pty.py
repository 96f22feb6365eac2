"""The installed command in a real pseudo-terminal: keys go in, the screen is read."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import psutil
import pytest

from reader.store.state import PanelState, Place, ReaderState, StateFile
from tests.terminal.pseudo import COLUMNS, MOUSE, PATIENCE, POINTER, ROWS, Terminal

DATA = Path(__file__).parents[1] / "data"
COMMAND = Path(sys.executable).with_name("newsreader")


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
    early = terminal.until_sent(MOUSE)  # Textual's driver begins; so far it was all our own
    first = terminal.cells
    assert early.startswith(b"\x1b[?1049h")
    assert sum(cell.data != " " for row in first for cell in row) > size[0] * size[1] // 5
    assert b"\x1b[?1049h" not in terminal.until_sent(POINTER)  # which would clear it
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
    terminal.until_sent(MOUSE)
    first = terminal.cells
    assert "Council backs" in terminal.text
    assert "being annotated" in terminal.text
    terminal.until_sent(POINTER)
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
