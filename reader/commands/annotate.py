"""``newsreader annotate``: write the layers of texts."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.commands.failures import Failures
from reader.commands.inputs import STDIN, expand, read
from reader.errors import LayerError, UsageError
from reader.model.layer import Layer
from reader.model.layer_json import encode_layer
from reader.store.layers import corrected_by_hand, layer_path, write_layer

if TYPE_CHECKING:
    from reader.annotate.batch import Annotator, Report

_HELP = """Find entities, mentions and quotes in texts.

Writes NAME.layer.json beside each text; a layer that says the same already is left as it is. "-"
reads standard input and writes to standard output.

\b
Examples:
  newsreader annotate story.txt
  newsreader annotate stories/ --out layers/
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
@click.option("--force", is_flag=True, help="Write over layers that are damaged or hand-corrected.")
@click.option("--report", is_flag=True, hidden=True, help="Stages as JSON lines, for the reader.")
def command(
    names: tuple[str, ...],
    output: str | None,
    folder: Path | None,
    pipeline: str | None,
    force: bool,
    report: bool,
) -> None:
    """Write the layers of the named texts."""
    inputs = expand(names)
    if output and len(inputs) > 1:
        raise UsageError("-o takes one layer, but there are several texts", "use --out DIR")
    _refuse_same_layer(inputs, folder)
    failures = Failures(len(inputs))
    annotator: Annotator | None = None
    with _progress(inputs, quiet=report) as names_left:
        for name in names_left:
            with failures.collect():
                target = _target(name, output, folder)
                if target and not force:
                    _refuse_hand_corrected(target)
                article = read(name)
                # Only now, when there is something to annotate: loading spaCy takes seconds.
                annotator = annotator or _load(pipeline, _report_stage if report else None)
                _write(annotator.annotate(article), target)
    failures.finish()


def _load(pipeline: str | None, report: "Report | None") -> "Annotator":
    from reader.annotate.batch import Annotator

    return Annotator(pipeline, report)


def _target(name: str, output: str | None, folder: Path | None) -> Path | None:
    """Return the layer's file; None: standard output."""
    if output == STDIN or (output is None and name == STDIN):
        return None
    return Path(output) if output else layer_path(Path(name), folder)


def _write(layer: Layer, target: Path | None) -> None:
    if target is None:
        sys.stdout.buffer.write(encode_layer(layer))
        sys.stdout.buffer.flush()
    else:
        write_layer(target, layer)


def _refuse_hand_corrected(target: Path) -> None:
    if corrected_by_hand(target):
        raise LayerError(
            f"{target} was corrected by hand", "keep it, or write over it with --force"
        )


def _refuse_same_layer(inputs: list[str], folder: Path | None) -> None:
    seen: dict[Path, str] = {}
    for name in inputs:
        if name == STDIN:
            continue
        target = layer_path(Path(name), folder)
        if target in seen and seen[target] != name:
            raise UsageError(f"{seen[target]} and {name} would share {target}", "rename one")
        seen[target] = name


@contextmanager
def _progress(inputs: list[str], *, quiet: bool) -> Iterator[Iterable[str]]:
    """Give the inputs with a bar on stderr; for one, or when stages are reported, without."""
    if len(inputs) == 1 or quiet:
        yield inputs
    else:
        with click.progressbar(
            inputs, label="annotating", file=sys.stderr, item_show_func=_file_name, show_pos=True
        ) as bar:
            yield bar


def _file_name(name: str | None) -> str:
    return Path(name).name if name else ""


def _report_stage(stage: str, done: int, total: int) -> None:
    click.echo(json.dumps({"stage": stage, "done": done, "total": total}), err=True)
