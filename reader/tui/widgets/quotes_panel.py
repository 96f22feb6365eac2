"""The panel of who said what."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

import msgspec
from textual.message import Message

from reader.cells import fit
from reader.model.columns import NONE
from reader.model.index import Annotations
from reader.tui.filters import needs_check
from reader.tui.marks import speaker_hues
from reader.tui.rows import Piece
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.panel import Panel
from reader.tui.words import (
    GUTTER,
    attribution,
    confidence_words,
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


class QuotesPanel(Panel):
    """Lists the quotes that the filter lets through, and shows the chosen one.

    Args:
        annotations: Whose quotes.
    """

    class QuoteChosen(Message):
        """The reader went to a quote in the list.

        Args:
            number: The quote's number.
            browsing: Whether the reader only moves along the list.
        """

        def __init__(self, number: int, *, browsing: bool) -> None:
            super().__init__()
            self.number = number
            self.browsing = browsing

    def __init__(self, annotations: Annotations) -> None:
        super().__init__(id="quotes", title="2 Quotes")
        self._annotations = annotations
        self._passing: Sequence[int] = ()
        self._numbers: Sequence[int] = ()
        self._filter = ""
        self._words = ""
        self.summary = ""
        """How many speakers are listed, and how much is to check."""

    def show_quotes(
        self, annotations: Annotations, numbers: Sequence[int], filter_words: str
    ) -> None:
        """List quotes.

        Args:
            annotations: Whose quotes.
            numbers: Which, in order.
            filter_words: What they were chosen by; empty for all.
        """
        self._annotations = annotations
        self._passing, self._filter = numbers, filter_words
        self._fill()

    def narrow(self, words: str) -> None:
        """List only quotes with these letters in speaker, cue or quote."""
        self._words = words
        self._fill()

    @property
    def narrowed_to(self) -> str:
        """The letters that the list is narrowed to."""
        return self._words

    def follow(self, number: int | None) -> None:
        """Show which quote is chosen."""
        row = self._row_of(number)
        self.choose(row)
        if row is not None:
            self.move_to(row, ahead=not self.has_focus)

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        """Go along with the reader's cursor."""
        event.stop()
        self.post_message(self.QuoteChosen(self._numbers[event.index], browsing=True))

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Choose the row's quote."""
        event.stop()
        self.post_message(self.QuoteChosen(self._numbers[event.index], browsing=False))

    def _fill(self) -> None:
        rows = QuoteRows(self._annotations, self._passing)
        self._numbers = self._passing
        if self._words:
            self._numbers = [row.number for row in rows if row.has(self._words)]
            rows = QuoteRows(self._annotations, self._numbers)
        self.set_rows(rows, height=ROW_HEIGHT)
        self.summary = self._summarise()
        which = f" · {one_line(self._filter)}" if self._filter else ""
        self.title_line.show(f"2 Quotes{which} ({len(rows)})", self.summary)

    def _summarise(self) -> str:
        numbers, quotes = self._numbers, self._annotations.quotes
        speakers = {quotes.whose[number] for number in numbers} - {NONE}
        unsure = sum(map(quotes.needs_check, numbers))
        parts = [_count(len(speakers), "speaker")] if numbers else []
        parts += [f"{unsure} to check"] if unsure else []
        parts += [f"“{self._words}”"] if self._words else []
        return " · ".join(parts)

    def _row_of(self, number: int | None) -> int | None:
        if number is None:
            return None
        row = bisect_left(self._numbers, number)
        return row if row < len(self._numbers) and self._numbers[row] == number else None


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
