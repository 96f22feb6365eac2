"""Annotation in its own process: what comes of it, and of what goes wrong."""

import asyncio
import sys
from pathlib import Path

import psutil
import pytest

import reader
from reader.errors import LayerError, PipelineError
from reader.sources import open_article
from reader.store.layers import layer_path
from reader.tui.annotator import COMMAND, Stage, annotate

PIPELINE = Path(reader.__file__).parent / "pipeline" / "model"
FAKE_ANNOTATOR = Path(__file__).parent / "fake_annotator.py"


def fake(what: str | Path) -> tuple[str, ...]:
    return (sys.executable, str(FAKE_ANNOTATOR), str(what))


async def test_stages_and_the_layer(harbour: Path) -> None:
    article = open_article(harbour)
    stages: list[Stage] = []
    layer = await annotate(article, stages.append, fake(layer_path(harbour)))
    assert len(layer.quotes) == 13
    assert [stage.stage for stage in stages] == ["loading the pipeline", "finding quotes"]


async def test_the_last_line_says_why_it_failed(harbour: Path) -> None:
    with pytest.raises(PipelineError, match=r"^the pipeline is gone \(install it again\)$"):
        await annotate(open_article(harbour), lambda _: None, fake("fail"))


async def test_a_crash_without_a_word(harbour: Path) -> None:
    with pytest.raises(PipelineError, match="ended with exit code 9"):
        await annotate(open_article(harbour), lambda _: None, fake("crash"))


async def test_rubbish(harbour: Path) -> None:
    with pytest.raises(LayerError, match="not JSON"):
        await annotate(open_article(harbour), lambda _: None, fake("rubbish"))


async def test_a_layer_of_another_text(harbour: Path) -> None:
    article = open_article(harbour)
    other = harbour.with_name("other.txt")
    other.write_text("Another text.")
    with pytest.raises(LayerError, match="another text"):
        await annotate(open_article(other), lambda _: None, fake(layer_path(harbour)))
    assert article.text


async def test_a_talkative_program(harbour: Path) -> None:
    layer = await annotate(open_article(harbour), lambda _: None, fake("talk"))
    assert layer.quotes


async def test_a_program_that_is_not_there(harbour: Path) -> None:
    with pytest.raises(PipelineError, match="cannot run"):
        await annotate(open_article(harbour), lambda _: None, ("/nowhere/python",))


async def test_cancelling_ends_the_process(harbour: Path) -> None:
    article = open_article(harbour)
    started = asyncio.Event()
    task = asyncio.create_task(annotate(article, lambda _: started.set(), fake("sleep")))
    await started.wait()
    pid_file = harbour.with_suffix(".pid")
    while not pid_file.exists() or not pid_file.read_text():
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    for _ in range(300):
        if not psutil.pid_exists(int(pid_file.read_text())):
            return
        await asyncio.sleep(0.01)
    pytest.fail("the process is still there")


@pytest.mark.skipif(not PIPELINE.exists(), reason="the pipeline has not been trained here")
async def test_the_real_command(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("“It works,” said Maria Chen on Tuesday. She smiled.\n")
    stages: list[Stage] = []
    layer = await annotate(open_article(path), stages.append, COMMAND)
    assert stages
    assert layer.quotes
