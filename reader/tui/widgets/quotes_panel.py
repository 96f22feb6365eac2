"""The panel of who said what."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from reader.model.index import Annotations
from reader.tui.quote_rows import ROW_HEIGHT, QuoteRows, summary, title
from reader.tui.widgets.panel import Panel


class QuotesPanel(Panel):
    """Lists the quotes that the filter lets through, and shows the chosen one.

    Args:
        annotations: Whose quotes.
        chosen: Is told of the quote that the reader went to, and whether the reader only moves
            along the list; not by a message, so that the keys behind it find the choice made.
    """

    def __init__(self, annotations: Annotations, chosen: Callable[[int, bool], None]) -> None:
        super().__init__(id="quotes", title="2 Quotes")
        self._chosen_quote = chosen
        self._annotations = annotations
        self._passing: Sequence[int] = ()
        self._numbers: Sequence[int] = ()
        self._filter = ""
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
        self.narrowed_to = words
        self._fill()

    def follow(self, number: int | None) -> None:
        """Show which quote is chosen."""
        row = self._row_of(number)
        self.choose(row)
        if row is not None:
            self.move_to(row, ahead=not self.has_focus)

    def row_highlighted(self, index: int) -> None:
        """Go along with the reader's cursor."""
        self._chosen_quote(self._numbers[index], True)

    def row_selected(self, index: int) -> None:
        """Choose the row's quote."""
        self._chosen_quote(self._numbers[index], False)

    def _fill(self) -> None:
        rows = QuoteRows(self._annotations, self._passing)
        self._numbers = self._passing
        if self.narrowed_to:
            self._numbers = [row.number for row in rows if row.has(self.narrowed_to)]
            rows = QuoteRows(self._annotations, self._numbers)
        self.set_rows(rows, height=ROW_HEIGHT)
        parts = summary(self._annotations, self._numbers)
        self.summary = " · ".join([*parts, f"“{self.narrowed_to}”"] if self.narrowed_to else parts)
        self.title_line.show(title(len(rows), self._filter), self.summary)

    def _row_of(self, number: int | None) -> int | None:
        if number is None:
            return None
        row = bisect_left(self._numbers, number)
        return row if row < len(self._numbers) and self._numbers[row] == number else None
