"""The reading cursor: what is chosen, what comes next, and the way back.

Article and panels only show what it says. It knows nothing of screens and rows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from reader.model.index import Annotations
from reader.tui.filters import Filter

_JUMPS_KEPT = 200


class Choice(msgspec.Struct, frozen=True):
    """The chosen annotations, by their numbers in ``Annotations``; None where nothing is chosen."""

    quote: int | None = None
    """The number of the chosen quote."""
    mention: int | None = None
    """The number of the chosen mention."""


class Position(msgspec.Struct, frozen=True):
    """What is chosen: numbers in ``Annotations``, and the entity that mentions are walked for."""

    quote: int | None = None
    mention: int | None = None
    entity: str | None = None

    @property
    def choice(self) -> Choice:
        """What the article pane shows of it."""
        return Choice(self.quote, self.mention)


class _Jump(msgspec.Struct, frozen=True):
    position: Position
    place: int


class ReadingCursor:
    """The one cursor that article and panels follow.

    Args:
        annotations: What it walks.
    """

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.position = Position()
        self.filter = Filter()
        self.solo: str | None = None
        self._jumps: list[_Jump] = []
        self._visible: Sequence[int] = range(len(annotations.quotes))

    # What is chosen

    @property
    def offset(self) -> int | None:
        """Where the chosen mention or quote starts; None where nothing is chosen."""
        if self.position.mention is not None:
            return self._mention_start(self.position.mention)
        if self.position.quote is not None:
            return self._quote_start(self.position.quote)
        return None

    def choose_quote(self, number: int) -> None:
        """Choose a quote, and with it its speaker."""
        speaker = self.annotations.quotes.speaker(number)
        self.position = Position(quote=number, entity=speaker)

    def choose_mention(self, number: int) -> None:
        """Choose a mention, its entity, and the quote that it stands in."""
        around = self.annotations.quotes_at(self._mention_start(number))
        entity = self.annotations.mentions.entity(number)
        self.position = Position(around[-1] if around else None, number, entity)

    def choose_at(self, offset: int) -> bool:
        """Choose the innermost mark at a character of the text, a mention before a quote.

        Returns:
            Whether there is one.
        """
        mentions, quotes = self.annotations.mentions_at(offset), self.annotations.quotes_at(offset)
        if mentions:
            self.choose_mention(mentions[-1])
        elif quotes:
            self.choose_quote(quotes[-1])
        return bool(mentions or quotes)

    def choose_nothing(self) -> None:
        """Take the choice away."""
        self.position = Position()

    # What is next: each moves and returns True, or stays and returns False

    def walk_quotes(self, step: int, here: int) -> bool:
        """Choose the next (1) or previous (-1) quote that the filter lets through.

        Args:
            step: 1 or -1.
            here: Where to start while nothing is chosen: a character of the text.
        """
        return self._walk_to_quote(self._visible, step, here)

    def walk_speaker(self, step: int, here: int) -> bool:
        """Choose the next or previous quote of whoever speaks the chosen one."""
        if self.position.entity is None:
            return False
        spoken = self.annotations.quotes_of(self.position.entity)
        return self._walk_to_quote(spoken, step, here)

    def walk_mentions(self, step: int, here: int) -> bool:
        """Choose the next or previous mention of the chosen entity."""
        if self.position.entity is None:
            return False
        numbers = self.annotations.mentions_of(self.position.entity)
        number = _neighbour(numbers, self._mention_start, step, here, self.position.mention)
        if number is not None:
            self.choose_mention(number)
        return number is not None

    def nearest_mention(self, entity: str, here: int) -> int | None:
        """Return the entity's first mention at or behind a place, else its first of all."""
        numbers = self.annotations.mentions_of(entity)
        at = bisect_left(numbers, here, key=self._mention_start)
        return numbers[at if at < len(numbers) else 0] if numbers else None

    def next_mention_as(self, entity: str, words: str, here: int) -> int | None:
        """Return the entity's next mention with these words behind a place, going round."""
        numbers = self.annotations.mentions_of(entity)
        first = bisect_right(numbers, here, key=self._mention_start)
        for number in (*numbers[first:], *numbers[:first]):
            if _same_words(self.annotations.mentions[number].text, words):
                return number
        return None

    def release(self) -> None:
        """Forget which annotation is current, but not the entity: walking starts from the place."""
        self.position = replace(self.position, quote=None, mention=None)

    # The way back

    def remember(self, position: Position, place: int) -> None:
        """Note where a jump began: what was chosen, and the place in the article."""
        self._jumps.append(_Jump(position, place))
        del self._jumps[:-_JUMPS_KEPT]

    def jump_back(self) -> int | None:
        """Return to where the last jump began; the result is the place, None without a jump."""
        if not self._jumps:
            return None
        jump = self._jumps.pop()
        self.position = jump.position
        return jump.place

    # What is let through

    @property
    def visible(self) -> Sequence[int]:
        """The numbers of the quotes that filter and solo let through, in order."""
        return self._visible

    @property
    def is_filtered(self) -> bool:
        """Whether anything is hidden."""
        return self.solo is not None or not self.filter.is_off

    def set_filter(self, wanted: Filter, solo: str | None) -> None:
        """Let only some quotes through."""
        self.filter, self.solo = wanted, solo
        if not self.is_filtered:
            self._visible = range(len(self.annotations.quotes))
            return
        passing = wanted.quotes(self.annotations)
        if solo is not None:
            spoken = set(self.annotations.quotes_of(solo))
            passing = (number for number in passing if number in spoken)
        self._visible = tuple(passing)

    def _walk_to_quote(self, numbers: Sequence[int], step: int, here: int) -> bool:
        number = _neighbour(numbers, self._quote_start, step, here, self.position.quote)
        if number is not None:
            self.choose_quote(number)
        return number is not None

    def _quote_start(self, number: int) -> int:
        return self.annotations.quotes.start(number)

    def _mention_start(self, number: int) -> int:
        return self.annotations.mentions.starts[number]


def _neighbour(
    numbers: Sequence[int],
    start: Callable[[int], int],
    step: int,
    here: int,
    current: int | None,
) -> int | None:
    """Return the next (1) or previous (-1) of ``numbers``, seen from ``current`` or ``here``.

    ``numbers`` is sorted, and so are the starts. ``here`` counts as not yet reached: the next one
    may start right at it.
    """
    if current is not None:
        at = bisect_right(numbers, current) if step > 0 else bisect_left(numbers, current) - 1
    elif step > 0:
        at = bisect_left(numbers, here, key=start)
    else:
        at = bisect_left(numbers, here, key=start) - 1
    return numbers[at] if 0 <= at < len(numbers) else None


def _same_words(text: str, words: str) -> bool:
    return " ".join(text.split()).casefold() == words.casefold()
