"""Finding words in an article, whatever their case and the shape of their quotation marks."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.model.article import Article
from reader.model.text import Span

_SAME = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "))
"""What is typed in one way and printed in another."""


class Finder:
    """Finds words in an article; what it learns of the text it keeps.

    Args:
        article: Where to look; only its body is searched.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._folded: str | None = None

    def find(self, words: str) -> Sequence[Span]:
        """Return every place of ``words``, in order, not overlapping."""
        wanted = _fold(words)
        if not wanted.strip():
            return []
        if self._folded is None:
            self._folded = _fold(self._article.text)
        text, (start, end) = self._folded, self._article.body
        found = []
        at = text.find(wanted, start, end)
        while at >= 0:
            found.append(Span(at, at + len(wanted)))
            at = text.find(wanted, at + len(wanted), end)
        return found


def first_from(spans: Sequence[Span], offset: int) -> int | None:
    """Return the number of the first span at or behind ``offset``, else of the first of all."""
    at = bisect_left(spans, offset, key=lambda span: span.start)
    return (at if at < len(spans) else 0) if spans else None


def _fold(text: str) -> str:
    """Return lower-case text with plain marks, of the same length, so that offsets stay."""
    lower = text.lower()
    if len(lower) != len(text):  # such as İ, which becomes two characters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for printed, typed in _SAME:  # twenty times as fast as str.translate on a long text
        lower = lower.replace(printed, typed)
    return lower
