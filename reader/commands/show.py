"""``newsreader show``: an article on paper, so to speak, with who said what below it."""

import sys

import click

from reader.cells import safe
from reader.commands.failures import Failures
from reader.commands.inputs import expand, read
from reader.model.article import Article
from reader.store.layers import layer_path


@click.command("show")
@click.argument("names", metavar="FILE|DIR|-...", nargs=-1, required=True)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Mark people, organisations, places and quotes; auto: on a terminal.",
)
@click.option("--width", type=click.IntRange(20, 400), help="Columns; default: at most 80.")
def command(names: tuple[str, ...], color: str, width: int | None) -> None:
    """Print articles with who said what and who is in them, as far as their layers tell."""
    inputs = expand(names)
    failures = Failures(len(inputs))
    styled = None if color == "auto" else color == "always"
    for name in inputs:
        with failures.collect():
            article = read(name)
            if article.path is not None and not layer_path(article.path).exists():
                hint = f"{name} is not annotated yet (newsreader annotate {name})"
                click.echo(safe(f"newsreader: {hint}"), err=True)
            print_article(article, styled=styled, width=width)
    failures.finish()


def print_article(
    article: Article, *, styled: bool | None = None, width: int | None = None
) -> None:
    """Print an article, with its layer if it has one.

    Args:
        article: What to print.
        styled: Whether to write ANSI styles; None: if stdout is a terminal.
        width: Columns; None: those of the terminal, at most 80.

    Raises:
        LayerError: The layer beside the article cannot be used.
    """
    from reader.export.text import write_text
    from reader.store.layers import load_layer_for

    write_text(article, load_layer_for(article), sys.stdout, styled=styled, width=width)
