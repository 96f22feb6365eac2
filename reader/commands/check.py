"""``newsreader check``: do the layers still fit their texts?"""

from pathlib import Path

import click

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
    is wrong. Exit code 1 if a layer is stale or bad.
    """
    states = [_check(Path(name)) for name in expand(names)]
    wrong = sum(state not in ("ok", "none") for state in states)
    if wrong:
        raise NewsreaderError(f"{wrong} of {len(states)} layers do not fit")


def _check(path: Path) -> str:
    article = open_article(path)
    file = layer_path(path)
    state, told = "ok", ""
    try:
        if file.exists():
            layer = load_layer(file, article.text)
            told = f"{len(layer.entities)} entities, {len(layer.quotes)} quotes"
        else:
            state, told = "none", f"make one with: newsreader annotate {path}"
    except StaleLayerError as error:
        state, told = "stale", str(error)
    except LayerError as error:
        state, told = "bad", str(error)
    click.echo(f"{state:<6}{path}  {told}")
    return state
