"""Plain text: the file is the canonical text; its header lines stay in it, outside the body."""

import re
from pathlib import Path

from reader.model.article import Article
from reader.model.text import Span
from reader.sources.header import read_header

_VISIBLE = re.compile(r"\S")


def plain_article(text: str, path: Path | None) -> Article:
    """Make an article of canonical text.

    Args:
        text: Canonical text with at least one visible character.
        path: Where it came from; None for standard input.
    """
    metadata, start = read_header(text)
    return Article(text=text, body=visible_span(text, start), metadata=metadata, path=path)


def visible_span(text: str, start: int) -> Span:
    """Return the span from the first visible line behind ``start`` to the last character."""
    first, end = _VISIBLE.search(text, start), len(text)
    while end > start and text[end - 1].isspace():  # rstrip() would copy a long text
        end -= 1
    if first is None:
        return Span(end, end)
    line = text.rfind("\n", start, first.start()) + 1  # keep the first line's indent
    return Span(max(line, start), end)
