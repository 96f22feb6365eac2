"""``newsreader show``: an article with who said what, for a pipe or a terminal."""

from pathlib import Path

import pytest

from reader.command_line import run
from reader.model.layer_json import encode_layer
from tests import samples


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.txt").write_text(samples.TEXT, encoding="utf-8")
    (tmp_path / "story.layer.json").write_bytes(encode_layer(samples.layer()))
    return str(tmp_path / "story.txt")


def test_a_pipe_gets_plain_text_with_who_said_what(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", story]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert shown.index("WHO SAID WHAT") < shown.index("WHO IS IN IT")
    assert " 1  Maria Chen\n    “We cannot wait.”" in shown
    assert "People: Maria Chen (4, said 2) · Tom Reyes (3, said 1)" in shown


def test_width_and_colour_can_be_asked_for(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["show", story, "--width", "30", "--color", "always"])
    shown = capsys.readouterr().out
    assert "\x1b[4mMaria Chen\x1b[0m" in shown  # a person is underlined
    run(["show", story, "--width", "30"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 30
