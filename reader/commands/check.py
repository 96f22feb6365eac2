"""``newsreader check``: do the layers still fit their texts?"""

from pathlib import Path

import click

from reader.cells import safe
from reader.commands.failures import Failures
from reader.commands.inputs import expand
from reader.errors import LayerError, NewsreaderError
from reader.model.check import StaleLayerError
from reader.sources import open_article
from reader.store.layers import layer_path, load_layer


@click.command("check")
@click.argument("names", metavar="FILE|DIR...", nargs=-1, required=True)
def command(names: tuple[str, ...]) -> None:
    """Compare layers with their texts.

    Prints a line for each text: ok, none (no layer), stale (made for another text) or bad, and what
    is wrong. Exit code 1 if a layer is stale or bad, 3 if only some texts could not be read.
    """
    inputs = expand(names)
    failures = Failures(len(inputs))
    wrong = 0
    for name in inputs:
        with failures.collect():
            wrong += _check(Path(name)) not in ("ok", "none")
    if wrong:
        raise NewsreaderError(f"{wrong} of {len(inputs)} layers do not fit")
    failures.finish()


def _check(path: Path) -> str:
    article = open_article(path)
    file = layer_path(path)
    state, told = "ok", ""
    try:
        if file.exists():
            layer = load_layer(file, article.text)
            told = f"entities: {len(layer.entities)}, quotes: {len(layer.quotes)}"
        else:
            state, told = "none", f"make one with: newsreader annotate {path}"
    except StaleLayerError as error:
        state, told = "stale", str(error)
    except LayerError as error:
        state, told = "bad", str(error)
    click.echo(safe(f"{state:<6}{path}  {told}"))
    return state
