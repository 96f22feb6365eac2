"""Finding words in an article, whatever their case and the shape of their quotation marks.

A long text is searched piece by piece, so that nobody waits for its end to see the first match, and
no folded copy of it is kept.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

from reader.model.article import Article
from reader.model.text import Span

_SAME = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "))
"""What is typed in one way and printed in another."""
_SIGMAS = ("ς", "σ")
PIECE = 1 << 17
"""How many code points are searched at a time."""


class Matches(Sequence[Span]):
    """Places of the same length: sorted, without overlaps, and in no more room than they need.

    Args:
        length: How long each is, in code points.
        starts: Where each begins.
    """

    def __init__(self, length: int = 0, starts: Sequence[int] = ()) -> None:
        self._length = length
        self.starts = array("i", starts)
        """Where each begins."""

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, number: int) -> Span: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Span]: ...
    def __getitem__(self, number: int | slice) -> Span | Sequence[Span]:
        if isinstance(number, slice):
            return Matches(self._length, self.starts[number])
        start = self.starts[number]
        return Span(start, start + self._length)

    def first_from(self, offset: int) -> int | None:
        """Return the number of the first at or behind ``offset``, else of the first of all."""
        at = bisect_left(self.starts, offset)
        return (at if at < len(self.starts) else 0) if self.starts else None


class Search:
    """One search through the body of an article, done in steps.

    Args:
        article: Where to look.
        words: What to look for.
    """

    def __init__(self, article: Article, words: str) -> None:
        folded = _fold(words)
        self._text, self._body = article.text, article.body
        self._length = len(folded)
        self._pattern = re.compile(re.escape(folded)) if folded.strip() else None
        self._at = article.body.start
        self.matches = Matches(self._length)
        """What was found so far, from the beginning of the body on."""

    @property
    def is_done(self) -> bool:
        """Whether the whole body has been searched."""
        return self._pattern is None or self._at >= self._body.end

    def step(self) -> None:
        """Search the next piece of the body."""
        if not self.is_done:
            starts = self._find(self._at, self._at + PIECE)
            self.matches.starts.extend(starts)
            behind = starts[-1] + self._length if starts else 0
            self._at = max(self._at + PIECE, behind)

    def first_from(self, offset: int) -> Span | None:
        """Return the first place at or behind ``offset``, else the first of all, if there is one.

        Looks no further than that.
        """
        start, end = self._body
        offset = min(max(offset, start), end)
        for first, last in ((offset, end), (start, offset)):
            for at in range(first, last, PIECE):
                if found := self._find(at, min(at + PIECE, last)):
                    return Span(found[0], found[0] + self._length)
        return None

    def _find(self, first: int, last: int) -> list[int]:
        """Return the places that begin from ``first`` on and before ``last``."""
        if self._pattern is None:
            return []
        end = min(last + self._length - 1, self._body.end)
        piece = _fold(self._text[first:end])
        return [first + match.start() for match in self._pattern.finditer(piece)]


def _fold(text: str) -> str:
    """Return lower-case text with plain marks, of the same length, so that offsets stay."""
    for printed, typed in _SAME:  # first: what then is plain ASCII is lowered much faster
        text = text.replace(printed, typed)
    lower = text.lower()
    if len(lower) != len(text):  # such as İ, which becomes two characters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.replace(*_SIGMAS)
