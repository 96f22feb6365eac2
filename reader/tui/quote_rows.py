"""The rows of the quotes panel, made when they are looked at."""

from collections.abc import Sequence
from typing import overload

import msgspec

from reader.cells import fit
from reader.model.columns import NONE
from reader.model.index import Annotations
from reader.tui.filters import needs_check
from reader.tui.marks import speaker_hues
from reader.tui.rows import Piece
from reader.tui.words import (
    GUTTER,
    attribution,
    confidence_words,
    counted,
    excerpt,
    kind_words,
    one_line,
    spread,
)

ROW_HEIGHT = 2


class QuoteRow(msgspec.Struct, frozen=True):
    """A quote: who says it, by which word, how sure; and its beginning."""

    number: int
    annotations: Annotations
    hue: str
    """The style of its speaker's quotes; empty where nobody is known."""
    height: int = ROW_HEIGHT
    selectable: bool = True

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return the quote's two lines."""
        quote = self.annotations.quotes[self.number]
        number = f"{self.number + 1:>3} "
        right = f"{kind_words(quote)} {confidence_words(quote)}"
        left, space, right = spread(
            attribution(quote, self.annotations), right, width - len(number) - 2
        )
        check = "warning" if needs_check(quote) else "muted"
        known = "strong" if quote.speaker.entity else "muted"
        first = [
            Piece(number, "muted"),
            Piece(f"{GUTTER[quote.kind]} ", self.hue),
            Piece(left, known),
            Piece(space),
            Piece(right, check),
        ]
        margin = " " * (len(number) + 2)
        words, _ = fit(excerpt(quote), width - len(margin))
        return [first, [Piece(margin), Piece(words)]]

    def has(self, words: str) -> bool:
        """Tell whether speaker, cue or quote have these letters."""
        quote = self.annotations.quotes[self.number]
        own = f"{attribution(quote, self.annotations)} {excerpt(quote)}"
        return words.casefold() in own.casefold()


class QuoteRows(Sequence[QuoteRow]):
    """The rows of some quotes, made when they are looked at.

    Args:
        annotations: Whose quotes.
        numbers: Which, in order.
    """

    def __init__(self, annotations: Annotations, numbers: Sequence[int]) -> None:
        self._annotations, self._numbers = annotations, numbers
        self._hues = speaker_hues(annotations)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> QuoteRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[QuoteRow]: ...
    def __getitem__(self, index: int | slice) -> QuoteRow | Sequence[QuoteRow]:
        if isinstance(index, slice):
            return QuoteRows(self._annotations, self._numbers[index])
        number = self._numbers[index]
        speaker = self._annotations.quotes.speaker(number)
        return QuoteRow(number, self._annotations, self._hues.get(speaker or "", ""))


def title(count: int, filter_words: str = "") -> str:
    """Return what stands above so many quotes.

    Args:
        count: How many are listed.
        filter_words: What they were chosen by; empty for all.
    """
    which = f" · {one_line(filter_words)}" if filter_words else ""
    return f"2 Quotes{which} ({count})"


def summary(annotations: Annotations, numbers: Sequence[int]) -> list[str]:
    """Return how many speakers some quotes have, and how many of them are to check."""
    quotes = annotations.quotes
    speakers = {quotes.whose[number] for number in numbers} - {NONE}
    unsure = sum(map(quotes.needs_check, numbers))
    parts = [counted(len(speakers), "speaker")] if numbers else []
    return [*parts, *([f"{unsure} to check"] if unsure else [])]
