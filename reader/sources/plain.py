"""Plain text: the file is the canonical text; its header lines stay in it, outside the body."""

from pathlib import Path

from reader.model.article import Article
from reader.model.text import Span
from reader.sources.header import read_header


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
    end = len(text.rstrip())
    rest = text[start:end]
    blank = len(rest) - len(rest.lstrip())
    line = rest.rfind("\n", 0, blank) + 1  # keep the first line's indent
    return Span(min(start + line, end), end)
