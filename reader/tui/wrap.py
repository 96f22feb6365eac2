"""Where the lines of a text begin at a given width, found no further than somebody looks.

A text is cut into blocks of some thousand characters, at line ends of the file. A block is wrapped
when a line in it is asked for; until then its height is estimated. So a row number holds until
another block is wrapped, and only offsets into the text are worth keeping.
"""

from array import array
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate, pairwise

from reader.cells import is_plain
from reader.model.text import Span
from reader.tui.hints import HintsIn, no_hints, woven

BLOCK = 4096
"""How many code points a block has at least; one can be four times as long."""
_HANGING = " \t\n\u200b"
"""What may stand beyond the right edge, unseen, where a line ends."""
_DASH = "—"
_FILLED = 0.93
"""How much of a line ragged-right English fills on average; only estimates depend on it."""


class WrappedText:
    """The lines of a stretch of text.

    Args:
        text: The canonical text.
        span: The stretch of it that is shown.
        width: The lines' width in cells, at least 2.
        block: How many code points a block has at least.
    """

    def __init__(self, text: str, span: Span, width: int, block: int = BLOCK) -> None:
        self.text, self.span = text, span
        self._starts = _block_starts(text, span, block)
        self._line_ends = [text.count("\n", *ends) for ends in self._block_ends()]
        self.wrap_anew(width)

    def wrap_anew(self, width: int, hints: HintsIn = no_hints) -> None:
        """Forget all lines and begin anew.

        Args:
            width: The lines' width in cells, at least 2.
            hints: What is woven in.
        """
        self.width, self.hints = width, hints
        self._lines: list[array[int] | None] = [None] * len(self._line_ends)
        per_line = width * _FILLED
        self._counts = [
            max(1, line_ends + int((end - start) / per_line))
            for (start, end), line_ends in zip(self._block_ends(), self._line_ends, strict=True)
        ]
        self._sum_up()

    @property
    def height(self) -> int:
        """How many lines there are: exact for wrapped blocks, estimated for the others."""
        return self._tops[-1]

    def row_of(self, offset: int) -> int:
        """Return the number of the line with the character at ``offset``, counted from 0."""
        block = max(0, bisect_right(self._starts, offset, hi=len(self._counts)) - 1)
        lines = self._wrapped(block)
        return self._tops[block] + max(0, bisect_right(lines, offset) - 1)

    def line(self, row: int) -> Span:
        """Return what stands in a line, without the white space at its end.

        A row past the end is the last line.
        """
        block, within = self._find(row)
        lines = self._wrapped(block)
        within = min(within, len(lines) - 1)
        start = lines[within]
        end = lines[within + 1] if within + 1 < len(lines) else self._starts[block + 1]
        text = self.text
        while end > start and text[end - 1] in _HANGING:
            end -= 1
        return Span(start, end)

    def wrap_around(self, row: int, before: int, behind: int) -> int:
        """Wrap what can be seen from a line, so that the row numbers there stay as they are.

        Args:
            row: The line's number.
            before: How many lines before it must be wrapped.
            behind: How many lines behind it must be wrapped.

        Returns:
            The line's number afterwards.
        """
        block, within = self._find(row)
        within = min(within, len(self._wrapped(block)) - 1)
        missing, at = before - within, block - 1
        while missing > 0 and at >= 0:
            missing -= len(self._wrapped(at))
            at -= 1
        missing, at = behind - (self._counts[block] - within), block + 1
        while missing > 0 and at < len(self._counts):
            missing -= len(self._wrapped(at))
            at += 1
        return self._tops[block] + within

    def _find(self, row: int) -> tuple[int, int]:
        """Return the block with a row, and the row's number in it."""
        block = min(max(0, bisect_right(self._tops, row) - 1), len(self._counts) - 1)
        return block, max(0, row - self._tops[block])

    def _wrapped(self, block: int) -> "array[int]":
        lines = self._lines[block]
        if lines is None:
            ends = Span(self._starts[block], self._starts[block + 1])
            lines = self._lines[block] = wrap(self.text, ends, self.width, self.hints)
            if len(lines) != self._counts[block]:
                self._counts[block] = len(lines)
                self._sum_up()
        return lines

    def _sum_up(self) -> None:
        self._tops = list(accumulate(self._counts, initial=0))

    def _block_ends(self) -> list[tuple[int, int]]:
        return list(pairwise(self._starts))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a short text at a width in cells, at least 2."""
    lines = WrappedText(text, Span(0, len(text)), width)
    lines.wrap_around(0, 0, len(text))
    return [lines.line(row).of(text) for row in range(lines.height)]


def wrap(text: str, span: Span, width: int, hints: HintsIn = no_hints) -> "array[int]":
    """Return where the lines of whole paragraphs begin, in code points.

    A line is filled as far as words fit. It may end behind white space (which hangs over the edge,
    unseen), behind an em dash, and around a wide character; a longer word is cut.

    Args:
        text: The canonical text.
        span: From the beginning of a line of the file to the end of one.
        width: Cells in a line, at least 2.
        hints: What is woven in; a hint stays on the line of the word that it follows.
    """
    starts = array("i")
    at = span.start
    while at < span.end:
        stop = text.find("\n", at, span.end)
        if stop < 0:
            stop = span.end
        here = hints(at, stop)
        if not here and is_plain(text, at, stop):
            _wrap_plain(text, at, stop, width, starts)
        else:
            _wrap_clusters(text, Span(at, stop), width, here, starts)
        at = stop + 1
    if not starts:
        starts.append(span.start)
    return starts


def _wrap_plain(text: str, at: int, stop: int, width: int, starts: "array[int]") -> None:
    """Wrap a line of the file in which a code point is a cell."""
    starts.append(at)
    while stop - at > width:
        behind_space = text.rfind(" ", at, at + width + 1) + 1
        behind_dash = text.rfind(_DASH, at, at + width) + 1
        at = max(behind_space, behind_dash) or at + width
        while at < stop and text[at] == " ":
            at += 1
        if at >= stop:
            return
        starts.append(at)


def _wrap_clusters(
    text: str, span: Span, width: int, hints: Mapping[int, str], starts: "array[int]"
) -> None:
    """Wrap a line in which characters are wide, combine, are replaced, or have hints."""
    line, column = span.start, 0
    starts.append(line)
    chance, chance_column = line, 0  # where the line could end, and how wide it would be
    for start, end, _, cells, _, hint_cells in woven(text, *span, hints):
        if text[start] in _HANGING:
            column += cells
            chance, chance_column = end, column
            continue
        if cells > 1 and start > line:
            chance, chance_column = start, column
        while column + cells + hint_cells > width and start > line:
            if chance > line:
                line, column = chance, column - chance_column
            else:
                line, column = start, 0
            starts.append(line)
            chance, chance_column = line, 0
        column += cells + hint_cells
        if cells > 1 or text[start] == _DASH:
            chance, chance_column = end, column


def _block_starts(text: str, span: Span, block: int) -> list[int]:
    """Return where blocks begin, and the end: at line ends, or at spaces in very long lines."""
    starts, at = [span.start], span.start
    while span.end - at > block:
        line_end = text.find("\n", at + block - 1, min(at + 4 * block, span.end))
        if line_end >= 0:
            at = line_end + 1
        elif span.end - at <= 4 * block:
            break
        else:
            space = text.rfind(" ", at + block, at + 4 * block)
            at = space + 1 if space >= 0 else at + 4 * block
        if at >= span.end:
            break
        starts.append(at)
    return [*starts, span.end]
