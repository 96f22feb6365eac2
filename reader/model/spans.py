"""Spans in flat arrays, found in O(log n) whatever their nesting."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from reader.model.text import Span

_BLOCK = 16
"""How many spans are looked through one by one: fewer make the tree slow to build."""


class SpanIndex:
    """Answers which of many spans touch a stretch of text; nested and crossing spans included.

    The spans keep the numbers that they came with (0, 1, 2 … in the order of ``spans``, which must
    be sorted by start). A tournament tree over the last ends of blocks of spans, stored as one flat
    array, finds the blocks that reach into a range in O(log n) for each one found (de Berg et al.,
    Computational Geometry, ch. 10: a priority search on a static array).
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        places = list(spans)
        self._index(array("i", [s for s, _ in places]), array("i", [e for _, e in places]))

    @classmethod
    def of(cls, starts: "array[int]", ends: "array[int]") -> "SpanIndex":
        """Index spans that stand in two arrays of integers (``i``), which are not copied."""
        made = cls()
        made._index(starts, ends)
        return made

    def _index(self, starts: "array[int]", ends: "array[int]") -> None:
        self.starts, self.ends = starts, ends
        self._tree = self._build()
        self._leaves = len(self._tree) // 2

    def _build(self) -> "array[int]":
        lasts = [max(self.ends[at : at + _BLOCK]) for at in range(0, len(self.ends), _BLOCK)]
        size = 1
        while size < len(lasts):
            size *= 2
        levels = [array("i", lasts + [0] * (size - len(lasts)))]
        while len(levels[-1]) > 1:
            below = levels[-1]
            levels.append(array("i", map(max, below[::2], below[1::2])))
        tree = array("i", [0])
        for level in reversed(levels):
            tree += level
        return tree

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> Span:
        return Span(self.starts[number], self.ends[number])

    def touching(self, start: int, end: int) -> Iterator[int]:
        """Yield the numbers of the spans that share a character with ``[start, end)``, in order."""
        last = bisect_left(self.starts, end)
        tree, ends = self._tree, self.ends
        stack = [(1, 0, self._leaves)]
        while stack:
            node, first, width = stack.pop()
            if first * _BLOCK >= last or tree[node] <= start:
                continue
            if width == 1:
                block = range(first * _BLOCK, min(last, (first + 1) * _BLOCK))
                yield from (number for number in block if ends[number] > start)
                continue
            half = width // 2
            stack.append((2 * node + 1, first + half, half))
            stack.append((2 * node, first, half))

    def at(self, offset: int) -> list[int]:
        """Return the numbers of the spans around the character at ``offset``, outermost first."""
        return list(self.touching(offset, offset + 1))
