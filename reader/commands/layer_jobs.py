"""Making many layers, in this process or in several."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cells import safe
from reader.commands.inputs import read
from reader.errors import LayerError, NewsreaderError
from reader.model.layer_json import encode_layer
from reader.store.layers import corrected_by_hand, write_layer

if TYPE_CHECKING:
    from reader.annotate.batch import Annotator, Report


@dataclass(frozen=True, slots=True)
class LayerJob:
    """One layer to make."""

    name: str
    """The text's file, or ``-``."""
    target: Path | None
    """Where the layer goes; None: standard output."""
    force: bool
    """Whether a damaged or hand-corrected layer is written over."""


def run_jobs(
    jobs: Sequence[LayerJob],
    pipeline: str | None,
    processes: int,
    report: "Report | None" = None,
) -> Iterator[NewsreaderError | None]:
    """Make layers and yield, job by job in their order, what went wrong with each.

    Args:
        jobs: What to make.
        pipeline: See ``reader.annotate.pipeline.load_pipeline``.
        processes: How many work at the same time, each with a pipeline of its own.
        report: Told the stages of each job; for one process only.
    """
    # Before numpy is loaded, here or in a child: several threads only get in each other's way on
    # matrices as small as ours.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if processes == 1 or len(jobs) == 1:
        yield from (_attempt(job, pipeline, report) for job in jobs)
    else:
        # Fresh processes: a fork would take over whatever locks the parent's threads hold.
        with ProcessPoolExecutor(min(processes, len(jobs)), get_context("spawn")) as pool:
            try:
                attempts = pool.map(_attempt, jobs, repeat(pipeline))
            except (BrokenProcessPool, OSError) as error:  # or its pipe is closed, but not yet it
                raise _ended_from_outside() from error
            try:
                yield from attempts
            except BrokenProcessPool as error:
                raise _ended_from_outside() from error


def _ended_from_outside() -> NewsreaderError:
    return NewsreaderError(
        "one of the processes was ended from outside", "is memory short? try fewer --jobs"
    )


def _attempt(
    job: LayerJob, pipeline: str | None, report: "Report | None" = None
) -> NewsreaderError | None:
    try:
        if job.target and not job.force and corrected_by_hand(job.target):
            raise LayerError(
                f"{job.target} was corrected by hand", "keep it, or write over it with --force"
            )
        article = read(job.name)
        if language := article.metadata.other_language:
            said = f"{job.name} says that it is in {language!r}; it is annotated as English"
            click.echo(safe(f"newsreader: {said}"), err=True)
        layer = _annotator(pipeline, report).annotate(article)
        if job.target:
            write_layer(job.target, layer)
        else:
            sys.stdout.buffer.write(encode_layer(layer))
            sys.stdout.buffer.flush()
    except NewsreaderError as error:
        return error
    return None


@cache
def _annotator(pipeline: str | None, report: "Report | None") -> "Annotator":
    """Return the one annotator of this process, once there is something to annotate."""
    from reader.annotate.batch import Annotator  # loads spaCy, which takes a second

    return Annotator(pipeline, report)
