"""What the arguments FILE, DIR and - stand for."""

import sys
from collections.abc import Iterable
from pathlib import Path

from reader.model.article import Article
from reader.sources import list_articles, open_article, read_stdin

STDIN = "-"


def expand(names: Iterable[str]) -> list[str]:
    """Replace each folder by the articles in it; files and ``-`` stay as they are.

    Raises:
        SourceError: A folder cannot be read or holds no article.
    """
    expanded: list[str] = []
    for name in names:
        if name != STDIN and Path(name).is_dir():
            expanded += map(str, list_articles(Path(name)))
        else:
            expanded.append(name)
    return expanded


def read(name: str) -> Article:
    """Open a file, or standard input for ``-``.

    Raises:
        NewsreaderError: See ``reader.sources``.
    """
    return read_stdin(sys.stdin.buffer) if name == STDIN else open_article(Path(name))
