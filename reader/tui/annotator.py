"""Annotation in a process of its own, so that reading never waits for spaCy."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import NamedTuple

import msgspec

from reader.errors import LayerError, PipelineError
from reader.model.article import Article
from reader.model.check import check_layer
from reader.model.layer import Layer
from reader.model.layer_json import decode_layer

COMMAND: tuple[str, ...] = (
    sys.executable, "-m", "reader", "annotate", "--report", "-o", "-",
)  # fmt: skip
"""What runs; the article's path, or ``-`` for its text on standard input, is added."""

_SECONDS_TO_END = 2.0


class Stage(msgspec.Struct, frozen=True):
    """How far the annotation is."""

    stage: str
    done: int
    total: int


class _Output(NamedTuple):
    layer: bytes
    last_line: str
    exit_code: int


async def annotate(
    article: Article, report: Callable[[Stage], None], command: Sequence[str] = COMMAND
) -> Layer:
    """Annotate an article; when the task is cancelled, its process is ended too.

    Args:
        article: What to annotate.
        report: Is told of each stage.
        command: What to run.

    Raises:
        PipelineError: The process failed, or cannot be started; the message is its last word.
        LayerError: What it wrote is no layer of this article.
    """
    output = await _run(article, report, command)
    if output.exit_code:
        reason = output.last_line.removeprefix("newsreader: ")
        raise PipelineError(reason or f"annotating ended with exit code {output.exit_code}")
    return await asyncio.to_thread(_checked_layer, output.layer, article.text)


def _checked_layer(data: bytes, text: str) -> Layer:
    layer = decode_layer(data, "the new layer")
    try:
        check_layer(layer, text, "the new layer")
    except LayerError as error:
        raise LayerError(error.message, "has the file changed since it was opened?") from error
    return layer


async def _run(
    article: Article, report: Callable[[Stage], None], command: Sequence[str]
) -> _Output:
    source = "-" if article.path is None else str(article.path)
    text = article.text.encode() if article.path is None else b""
    async with _process([*command, source]) as process:
        if process.stdin is None or process.stdout is None or process.stderr is None:
            raise PipelineError("the annotating process has no pipes")
        _, layer, last_line = await asyncio.gather(
            _feed(process.stdin, text),
            process.stdout.read(),
            _follow(process.stderr, report),
        )
        return _Output(layer, last_line, await process.wait())


@asynccontextmanager
async def _process(command: Sequence[str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start a process, and see to it that it is gone afterwards, whatever happens."""
    pipe = asyncio.subprocess.PIPE
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=pipe
        )
    except OSError as error:
        raise PipelineError(f"cannot run {command[0]}: {error.strerror}") from error
    try:
        yield process
    finally:
        ending = asyncio.ensure_future(_end(process))
        while not ending.done():
            with suppress(asyncio.CancelledError):  # more than once; what began it goes on behind
                await asyncio.shield(ending)


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        # To the end of its pipes: what is still open when the loop closes cannot be closed then.
        await asyncio.wait_for(process.communicate(), _SECONDS_TO_END)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _feed(stdin: asyncio.StreamWriter, text: bytes) -> None:
    with suppress(BrokenPipeError, ConnectionResetError):  # it failed early; stderr says why
        stdin.write(text)
        await stdin.drain()
    stdin.close()


async def _follow(stderr: asyncio.StreamReader, report: Callable[[Stage], None]) -> str:
    """Report stages until the stream ends; return the last line that was not one."""
    last = ""
    while line := await _line(stderr):
        try:
            report(msgspec.json.decode(line, type=Stage))
        except msgspec.DecodeError:
            last = line.decode(errors="replace").strip() or last
    return last


async def _line(stream: asyncio.StreamReader) -> bytes:
    try:
        return await stream.readline()
    except ValueError:  # a line longer than the stream's limit: not ours, and not worth keeping
        return b"\n"
