"""Bad input: one line with a hint on stderr, the right exit code, no traceback, no file lost.

The real command runs in a process of its own, as a user's shell runs it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import ExitCode
from reader.model.layer_json import encode_layer
from tests import samples


def run(
    *args: str, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *args],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
        check=False,
        start_new_session=True,  # no controlling terminal, wherever the tests run
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(samples.TEXT)
    (tmp_path / "good.layer.json").write_bytes(encode_layer(samples.layer()))
    (tmp_path / "empty.txt").write_text("\n")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "latin.txt").write_bytes("caf\xe9".encode("latin-1"))
    (tmp_path / "none").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["missing.txt"], ExitCode.USAGE, "there is no file missing.txt"),
        (["none"], ExitCode.FAILED, "no articles in none"),
        (["binary.txt"], ExitCode.FAILED, "binary.txt is a binary file"),
        (["empty.txt"], ExitCode.FAILED, "empty.txt is empty"),
        (["latin.txt"], ExitCode.FAILED, "latin.txt is not UTF-8 (byte 3)"),
        (["--nonsense"], ExitCode.USAGE, "No such option"),
        (["annotate"], ExitCode.USAGE, "Missing argument"),
        (["annotate", "missing.txt"], ExitCode.USAGE, "there is no file missing.txt"),
        (["annotate", "good.txt", "--out", "nowhere"], ExitCode.USAGE, "does not exist"),
        (["annotate", ".", "-o", "x.json"], ExitCode.USAGE, "-o takes one layer"),
        (["annotate", "good.txt"], ExitCode.FAILED, "was corrected by hand"),
        (["check", "missing.txt"], ExitCode.USAGE, "there is no file"),
        (["-", "good.txt"], ExitCode.USAGE, "cannot be opened together"),
    ],
)
def test_bad_input_is_said_in_one_line(
    folder: Path, args: list[str], code: ExitCode, said: str
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    done = run(*args, cwd=folder)
    assert done.returncode == code
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("newsreader: ")
    assert said in lines[0]
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_check_tells_each_layer_s_state(folder: Path) -> None:
    for name in ("binary.txt", "empty.txt", "latin.txt"):
        (folder / name).unlink()
    (folder / "new.txt").write_text("No layer yet.")
    assert run("check", str(folder)).returncode == ExitCode.OK
    (folder / "stale.txt").write_text("Changed since.")
    (folder / "stale.layer.json").write_bytes(encode_layer(samples.layer()))
    (folder / "bad.txt").write_text("Bad.")
    (folder / "bad.layer.json").write_text("{")
    done = run("check", str(folder))
    assert done.returncode == ExitCode.FAILED
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["bad", "ok", "none", "stale"]
    assert done.stderr.startswith("newsreader: 2 of 4 layers do not fit")


@pytest.mark.parametrize("command", [["check"], ["show"], []])
@pytest.mark.parametrize("named", [["."], ["binary.txt", "empty.txt", "good.txt", "latin.txt"]])
def test_one_bad_text_does_not_stop_the_others(
    folder: Path, command: list[str], named: list[str]
) -> None:
    done = run(*command, *named, cwd=folder)
    assert done.returncode == ExitCode.PARTIAL
    assert "good.txt" in done.stdout or "We cannot wait." in done.stdout
    told = [line.removeprefix("newsreader: ").split()[0] for line in done.stderr.splitlines()]
    assert told == ["binary.txt", "empty.txt", "latin.txt", "3"]


@pytest.mark.parametrize(
    "args", [["--version"], ["show", "good.txt"], ["check", "good.txt"], ["."]]
)
def test_a_full_disk_is_said_in_one_line(folder: Path, args: list[str]) -> None:
    for name in ("binary.txt", "empty.txt", "latin.txt"):
        (folder / name).unlink()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *args],
            stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == ExitCode.FAILED
    assert done.stderr.decode().splitlines() == ["newsreader: [Errno 28] No space left on device"]


def test_names_and_titles_send_no_escape_sequence(folder: Path) -> None:
    (folder / "a\x1b[31mred.txt").write_text("Title\x1b[2J\n\nText.")
    for args in (["."], ["check", "."], ["show", "no\x1b[31mne.txt"], ["show", ".", "x\x1b[1m"]):
        done = run(*args, cwd=folder)
        assert "\x1b" not in done.stdout + done.stderr
        assert "␛" in done.stdout + done.stderr


def test_without_a_terminal_a_folder_is_a_list_and_a_file_is_text(folder: Path) -> None:
    for name in ("binary.txt", "empty.txt", "latin.txt"):
        (folder / name).unlink()
    listed = run(str(folder))
    assert listed.stdout.splitlines() == [f"{folder / 'good.txt'}\t{samples.TEXT.splitlines()[0]}"]
    shown = run(str(folder / "good.txt"))
    assert "We cannot wait." in shown.stdout
    assert "\x1b" not in shown.stdout


def test_show_says_that_a_text_has_no_layer_yet(folder: Path) -> None:
    assert run("show", "good.txt", cwd=folder).stderr == ""
    (folder / "good.layer.json").unlink()
    done = run("show", "good.txt", cwd=folder)
    assert "We cannot wait." in done.stdout
    said = "newsreader: good.txt is not annotated yet (newsreader annotate good.txt)"
    assert done.stderr.splitlines() == [said]
    assert done.returncode == ExitCode.OK


def test_standard_input_without_a_terminal_is_printed() -> None:
    done = run("-", stdin="“Hello,” said Ann Lee.\n".encode())
    assert done.returncode == ExitCode.OK
    assert "“Hello,” said Ann Lee." in done.stdout


def test_a_reader_of_our_output_may_leave_early(folder: Path) -> None:
    command = f"{sys.executable} -m reader show {folder / 'good.txt'} | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)
    assert done.stderr == b""


def test_version_and_help_are_data_on_stdout() -> None:
    assert run("--version").stdout.startswith("newsreader 0.")
    shown = run("--help")
    assert shown.returncode == ExitCode.OK
    assert "Examples:" in shown.stdout
    assert "newsreader annotate stories/" in shown.stdout
    assert "Usage:" in run("annotate", "--help").stdout
