"""Layers that are missing, stale, damaged or cannot be made or saved: a banner, and reading."""

import asyncio
import json
import sys
from pathlib import Path

import psutil
import pytest
from textual.pilot import Pilot

from reader.store.layers import layer_path
from reader.tui.screens.annotating import AnnotatingScreen
from tests.tui.conftest import app_on, screen_of

FAKE_ANNOTATOR = Path(__file__).parent / "fake_annotator.py"


def use(monkeypatch: pytest.MonkeyPatch, what: str | Path) -> None:
    command = (sys.executable, str(FAKE_ANNOTATOR), str(what))
    monkeypatch.setattr(AnnotatingScreen, "ANNOTATE_COMMAND", command)


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_failure_is_a_banner_and_the_article_can_be_read(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer_path(harbour).unlink()
    use(monkeypatch, "fail")
    app = app_on([harbour])
    async with app.run_test(size=(99, 20)) as pilot:
        await settle(pilot)
        screen = screen_of(app)
        assert screen.banner.text == ("! not annotated: the pipeline is gone (install it again)")
        assert screen.layer_state == "no layer"
        assert screen.drawer.render_line(0).text.strip() == "quotes and names: not annotated"
        await pilot.press("]")
        assert screen.key_line.note == "quotes: not annotated"
        await pilot.press("m", "}", "i", "s", "y", "space")
        assert screen.place.offset > screen.cursor.annotations.article.body.start
        await pilot.press("escape", "escape")
        assert screen.banner.text == ""


async def test_what_is_not_known_yet_is_not_said_to_be_none(harbour: Path) -> None:
    layer_path(harbour).unlink()
    app = app_on([harbour])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        assert screen.drawer.render_line(0).text.strip() == "quotes and names: being annotated"
        await pilot.press("]")
        assert screen.key_line.note == "quotes: being annotated"


async def test_a_layer_of_another_text_is_made_anew(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = harbour.with_name("fresh.json")
    fresh.write_bytes(layer_path(harbour).read_bytes())
    data = json.loads(fresh.read_text("utf-8"))
    data["text"]["sha256"] = "0" * 64
    data["runs"][0]["tool"] = "newsreader"
    layer_path(harbour).write_text(json.dumps(data), "utf-8")
    use(monkeypatch, fresh)
    app = app_on([harbour])
    async with app.run_test(size=(100, 20)) as pilot:
        screen = screen_of(app)
        assert "made for another text" in screen.banner.text
        await settle(pilot)
        assert screen.layer_state == "layer ok"
    assert json.loads(layer_path(harbour).read_text("utf-8"))["text"]["sha256"] != "0" * 64


async def test_a_stale_layer_with_a_persons_work_is_not_written_over(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = harbour.with_name("fresh.json")
    fresh.write_bytes(layer_path(harbour).read_bytes())
    old = fresh.read_text("utf-8").replace('"sha256": "', '"sha256": "0')
    layer_path(harbour).write_text(old, "utf-8")
    use(monkeypatch, fresh)
    app = app_on([harbour])
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        assert "corrected by hand" in screen_of(app).banner.text
        assert screen_of(app).cursor.annotations.quotes
    assert layer_path(harbour).read_text("utf-8") == old


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "not JSON"),
        ('{"format": "newsreader/layer", "version": 99}', "version 99"),
        ('{"format": "newsreader/layer", "version": 1}', "damaged"),
    ],
)
async def test_a_damaged_layer_is_named_and_left_alone(
    harbour: Path, content: str, words: str
) -> None:
    layer_path(harbour).write_text(content)
    app = app_on([harbour])
    async with app.run_test(size=(120, 20)) as pilot:
        await settle(pilot)
        assert words in screen_of(app).banner.text
        assert screen_of(app).layer_state == "layer damaged"
        await pilot.press("space", "q")
    assert layer_path(harbour).read_text() == content


async def test_a_folder_that_takes_no_layer(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = harbour.with_name("made.json")
    layer_path(harbour).rename(layer)
    layer_path(harbour).mkdir()  # nobody, not even root, writes a file over a folder
    use(monkeypatch, layer)
    app = app_on([harbour])
    async with app.run_test(size=(100, 20)) as pilot:
        screen = screen_of(app)
        await settle(pilot)
        assert screen.banner.text.startswith("! ")
        await pilot.press("space", "q")


async def test_annotating_again(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, layer_path(harbour))
    app = app_on([harbour])
    async with app.run_test(size=(100, 20)) as pilot:
        screen = screen_of(app)
        await pilot.press("]")
        screen.action_annotate_again()
        assert screen.layer_state == "annotating"
        await settle(pilot)
        assert len(screen.cursor.annotations.quotes) == 13
        assert "corrected by hand" in screen.banner.text  # and so the file stays as it is


@pytest.mark.parametrize("key", ["q", "Q"])
async def test_quitting_ends_the_process(
    harbour: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    layer_path(harbour).unlink()
    use(monkeypatch, "sleep")
    pid_file = harbour.with_suffix(".pid")
    app = app_on([harbour])
    async with app.run_test(size=(100, 20)) as pilot:
        while "finding quotes" not in screen_of(app).banner.text or not pid_file.exists():
            await pilot.pause(0.02)
        await pilot.press(key)
    for _ in range(300):
        if not psutil.pid_exists(int(pid_file.read_text())):
            return
        await asyncio.sleep(0.01)
    pytest.fail("the process is still there")


async def test_what_nobody_foresaw_is_a_banner_too(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("the sky fell")

    layer_path(harbour).unlink()
    monkeypatch.setattr("reader.tui.screens.annotating.annotate", fail)
    app = app_on([harbour])
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause(0.2)
        assert "the sky fell" in screen_of(app).banner.text
        await pilot.press("space", "q")
    assert app.return_code == 0
