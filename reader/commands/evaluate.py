"""``newsreader evaluate``: a pipeline's figures on annotated text."""

import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table

from reader.errors import SourceError

if TYPE_CHECKING:
    from spacy.language import Language

_EVALUATORS = {
    "ner": "reader.pipeline.evaluate:evaluate_ner",
    "parse": "reader.pipeline.evaluate:evaluate_parse",
    "quotes": "reader.annotate.evaluate.quotes:evaluate_quotes",
    "coref": "reader.annotate.evaluate.coref:evaluate_coref",
}

_HELP = """Score a pipeline on text that people annotated.

\b
  ner     entities: precision, recall, F1 per type       JSON Lines
  parse   tags, trees, sentences                         CoNLL-U
  quotes  passages found, speakers, indirect speech      JSON Lines
  coref   clusters of mentions, names led to entities    JSON Lines

Gold files may be packed with gzip. Example:

\b
  newsreader evaluate ner --gold dev.jsonl.gz --pipeline en_core_web_sm
"""


@click.command("evaluate", help=_HELP)
@click.argument("what", type=click.Choice(list(_EVALUATORS)))
@click.option(
    "--gold",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Annotated text.",
)
@click.option("--pipeline", metavar="NAME", help="Another spaCy English pipeline, or its folder.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
def command(what: str, gold: Path, pipeline: str | None, as_json: bool) -> None:
    """Print the scores of one task."""
    from reader.annotate.pipeline import load_pipeline  # loads spaCy

    evaluate = _evaluator(what)
    try:
        scores = evaluate(load_pipeline(pipeline), gold)
    except (ValueError, KeyError, OSError) as error:
        raise SourceError(
            f"{gold} is no gold file for {what}: {error}", "newsreader evaluate --help"
        ) from error
    if as_json:
        json.dump(scores, sys.stdout, indent=1, sort_keys=True)
        click.echo()
    else:
        _print(Console(highlight=False), scores)


def _evaluator(what: str) -> "Callable[[Language, Path], dict[str, Any]]":
    module, _, name = _EVALUATORS[what].partition(":")
    function: Callable[[Language, Path], dict[str, Any]] = getattr(import_module(module), name)
    return function


def _print(console: Console, scores: Mapping[str, Any], title: str = "") -> None:
    """Print numbers as a list, and parts that have the same figures as one table."""
    single = {key: value for key, value in scores.items() if not isinstance(value, Mapping)}
    parts = {key: value for key, value in scores.items() if isinstance(value, Mapping)}
    if single:
        table = Table("", title or "scores", box=None, title_justify="left")
        for key, value in single.items():
            table.add_row(key, _figure(value))
        console.print(table)
    flat = {key: value for key, value in parts.items() if not _has_parts(value)}
    if flat:
        columns = list(dict.fromkeys(name for value in flat.values() for name in value))
        table = Table(title or "", *columns, box=None)
        for key, value in flat.items():
            table.add_row(key, *(_figure(value.get(name)) for name in columns))
        console.print(table)
    for key, value in parts.items():
        if key not in flat:
            _print(console, value, key)


def _has_parts(scores: Mapping[str, Any]) -> bool:
    return any(isinstance(value, Mapping) for value in scores.values())


def _figure(value: object) -> str:
    """Write shares (0 to 1) in percent, other numbers as they are."""
    if isinstance(value, float):
        return f"{100 * value:.1f}" if 0 <= value <= 1 else f"{value:,.0f}"
    return "" if value is None else str(value)
