"""Which paragraph of how many: counted by chunks, so that a long text is not searched each time."""

from bisect import bisect_right
from itertools import accumulate

from reader.model.text import Span

_CHUNK = 1 << 16


class ParagraphCount:
    """Counts the paragraphs (lines with something visible) of a stretch of text.

    Args:
        text: The canonical text.
        span: The stretch.
    """

    def __init__(self, text: str, span: Span) -> None:
        self._text = text
        self._starts, at = [span.start], span.start
        while (line_end := text.find("\n", at + _CHUNK, span.end)) >= 0:
            at = line_end + 1
            self._starts.append(at)
        ends = [*self._starts[1:], span.end]
        counts = (_paragraphs(text[a:b]) for a, b in zip(self._starts, ends, strict=True))
        self._before = list(accumulate(counts, initial=0))

    def at(self, offset: int) -> tuple[int, int]:
        """Return the number of the paragraph at or before ``offset``, from 1, and of how many."""
        chunk = max(0, bisect_right(self._starts, offset) - 1)
        line_end = self._text.find("\n", offset)
        end = len(self._text) if line_end < 0 else line_end
        within = _paragraphs(self._text[self._starts[chunk] : end])
        total = self._before[-1]
        return min(max(1, self._before[chunk] + within), total), total


def _paragraphs(text: str) -> int:
    lines = text.split("\n")
    return len(lines) - lines.count("") - sum(map(str.isspace, lines))
