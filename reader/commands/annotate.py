"""``newsreader annotate``: write the layers of texts."""

import json
import sys
from pathlib import Path

import click

from reader.commands.failures import Failures
from reader.commands.inputs import STDIN, expand
from reader.commands.layer_jobs import LayerJob, run_jobs
from reader.errors import UsageError
from reader.store.layers import layer_path

_HELP = """Find entities, mentions and quotes in texts.

Writes NAME.layer.json beside each text; a layer that says the same already is left as it is. "-"
reads standard input and writes to standard output.

\b
Examples:
  newsreader annotate story.txt
  newsreader annotate stories/ --out layers/ --jobs 4
  newsreader annotate story.txt -o - | jq .quotes
"""


@click.command("annotate", help=_HELP)
@click.argument("names", metavar="FILE|DIR...", nargs=-1, required=True)
@click.option("-o", "output", metavar="FILE", help="Write the one layer to FILE; - is stdout.")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Write the layers to DIR instead of beside the texts.",
)
@click.option("--pipeline", metavar="NAME", help="Another spaCy English pipeline, or its folder.")
@click.option(
    "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Work in N processes at a time."
)
@click.option("--force", is_flag=True, help="Write over layers that are damaged or hand-corrected.")
@click.option("--report", is_flag=True, hidden=True, help="Stages as JSON lines, for the reader.")
def command(
    names: tuple[str, ...],
    output: str | None,
    folder: Path | None,
    pipeline: str | None,
    jobs: int,
    force: bool,
    report: bool,
) -> None:
    """Write the layers of the named texts."""
    inputs = expand(names)
    if output and len(inputs) > 1:
        raise UsageError("-o takes one layer, but there are several texts", "use --out DIR")
    if output and folder:
        raise UsageError("-o and --out exclude each other", "-o names the file, --out its folder")
    todo = [LayerJob(name, _target(name, output, folder), force) for name in inputs]
    _refuse_same_layer(todo)
    results = run_jobs(todo, pipeline, jobs, _report_stage if report else None)
    failures = Failures(len(todo))
    hidden = len(todo) == 1 or not sys.stderr.isatty()
    with click.progressbar(
        results, len(todo), "annotating", file=sys.stderr, show_pos=True, hidden=hidden
    ) as bar:
        for error in bar:
            with failures.collect():
                if error:
                    raise error
    failures.finish()


def _target(name: str, output: str | None, folder: Path | None) -> Path | None:
    """Return the layer's file; None: standard output."""
    if output == STDIN or (output is None and name == STDIN):
        return None
    return Path(output) if output else layer_path(Path(name), folder)


def _refuse_same_layer(jobs: list[LayerJob]) -> None:
    seen: dict[Path, str] = {}
    for job in jobs:
        if job.target in seen and seen[job.target] != job.name:
            raise UsageError(
                f"{seen[job.target]} and {job.name} would share {job.target}", "rename one"
            )
        if job.target:
            seen[job.target] = job.name


def _report_stage(stage: str, done: int, total: int) -> None:
    click.echo(json.dumps({"stage": stage, "done": done, "total": total}), err=True)
