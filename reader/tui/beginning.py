"""What the screen begins with: the first article, and what is remembered."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from reader.model.article import Article
from reader.store.ahead import LayerAhead
from reader.store.state import ReaderState, StateFile
from reader.tui.article_painter import DEFAULT_MEASURE
from reader.tui.article_rows import ArticleRows
from reader.tui.colours import DARK, choose_theme
from reader.tui.loading import Opened, open_before_layer, open_path, open_with_layer


class Beginning(msgspec.Struct, frozen=True):
    """Everything that the app is made of."""

    paths: Sequence[Path]
    """The articles that can be turned to."""
    folder: Path | None
    """The folder whose library opens; None: ``first`` opens."""
    first: Opened | None
    """The first article, where one opens at once."""
    state: ReaderState
    """What is remembered."""
    state_file: StateFile
    """Where it is kept."""
    theme: str
    """The theme's name."""


def begin(
    articles: Sequence[Path] | Article,
    *,
    folder: Path | None,
    theme: str | None = None,
    state_file: StateFile | None = None,
    environ: Mapping[str, str] | None = None,
    ahead: LayerAhead | None = None,
) -> Beginning:
    """Read what the screen begins with (see ``reader.tui.run``).

    Raises:
        NewsreaderError: The first article cannot be read.
    """
    state_file = state_file or StateFile.of_user()
    state = state_file.load()
    paths: Sequence[Path] = () if isinstance(articles, Article) else articles
    first: Opened | None = None
    if isinstance(articles, Article):
        first = open_before_layer(articles, ahead) if ahead else open_with_layer(articles)
    elif folder is None:
        first = open_path(paths[0])
    if first is not None:
        rows = ArticleRows(first.annotations.article, state.measure or DEFAULT_MEASURE)
        first = replace(first, rows=rows)
    preferred = theme or state.theme or DARK
    shown = choose_theme(os.environ if environ is None else environ, preferred)
    return Beginning(paths, folder, first, state, state_file, shown)
