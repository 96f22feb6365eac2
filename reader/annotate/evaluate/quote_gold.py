"""A gold standard of quotes: reading it, and which passages in marks are quotes by it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.annotate.evaluate.speaker_match import WORD, Offsets
from reader.annotate.quoting.marks import Passage, find_passages
from reader.pipeline.corpus_files import read_json_lines


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One attribution as people annotated it; lists are empty where the text gives none."""

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    words: frozenset[int]
    """The words of the content, by number."""


class GoldArticle:
    """A text with its attributions, and its passages in marks sorted into quotes and others."""

    def __init__(self, name: str, text: str, raw: list[dict[str, list[Offsets]]]) -> None:
        self.id, self.text = name, text
        matches = list(WORD.finditer(text))
        self._starts = [match.start() for match in matches]
        self._ends = [match.end() for match in matches]
        self.quotes = tuple(quote for entry in raw if (quote := self._quote(entry)).words)
        outer = [passage for passage in find_passages(text) if not passage.depth]
        self.marked = self.words((passage.start, passage.end) for passage in outer)
        self.passages: list[tuple[Passage, GoldQuote | None]] = [
            (passage, self._quote_of(passage)) for passage in outer
        ]
        """Outermost passages, each with the attribution that holds half of its words or more."""

    def _quote(self, entry: dict[str, list[Offsets]]) -> GoldQuote:
        source, cue, content = (
            tuple((int(start), int(end)) for start, end in entry.get(key) or ())
            for key in ("source", "cue", "content")
        )
        return GoldQuote(source, cue, content, self.words(content))

    def words(self, spans: "Iterator[Offsets] | tuple[Offsets, ...]") -> frozenset[int]:
        """Return the numbers of the words that the spans touch."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )

    def _quote_of(self, passage: Passage) -> GoldQuote | None:
        words = self.words(((passage.start, passage.end),))
        best = max(self.quotes, key=lambda quote: len(quote.words & words), default=None)
        held = len(best.words & words) if best is not None else 0
        return best if held and held * 2 >= len(words) else None


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """Yield the articles of a file of JSON Lines (``.gz`` or plain).

    Each line has ``id``, ``text`` and ``attributions``: ``source``, ``cue`` and ``content`` as
    lists of [start, end] offsets in code points.

    Raises:
        OSError: The file cannot be read.
        ValueError: A line is not such an object.
    """
    for raw in read_json_lines(path):
        yield GoldArticle(str(raw["id"]), raw["text"], raw["attributions"])
