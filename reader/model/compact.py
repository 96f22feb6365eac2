"""A layer for reading: checked, in columns, and filled without ever being there as a whole."""

import re
from collections.abc import Callable, Sequence
from itertools import compress, count, islice
from operator import eq
from typing import BinaryIO

import msgspec

from reader.model.columns import MisplacedError
from reader.model.layer import FORMAT, VERSION, Entity, Layer, Mention, Quote, Run
from reader.model.mention_columns import MentionColumns
from reader.model.quote_columns import QuoteColumns
from reader.model.strings import Numbers
from reader.model.text import sha256

_CHUNK = 1 << 17
"""How much of the file is decoded at a time, in bytes."""
_LIST = re.compile(rb'^"(mentions|quotes)": \[\n', re.MULTILINE)
_LIST_END = re.compile(rb"\n\]")  # five times as fast as find(), which looks at each letter twice
_MENTIONS = msgspec.json.Decoder(list[Mention])
_QUOTES = msgspec.json.Decoder(list[Quote])


class CompactLayer:
    """What the reader needs of a layer.

    Args:
        runs: Who made it.
        entities: Its entities.
        mentions: Its mentions.
        quotes: Its quotes; their entities are numbered as those of the mentions.
    """

    def __init__(
        self,
        runs: tuple[Run, ...],
        entities: tuple[Entity, ...],
        mentions: MentionColumns,
        quotes: QuoteColumns,
    ) -> None:
        self.runs, self.entities = runs, entities
        self.mentions, self.quotes = mentions, quotes

    def set_text(self, text: str) -> None:
        """Give the columns the text that their words are in."""
        self.mentions.text = self.quotes.text = text


def compact(layer: Layer, text: str) -> CompactLayer:
    """Put a layer into columns.

    Args:
        layer: A layer of this text (see ``check_layer``).
        text: The canonical text.
    """
    numbers = Numbers()
    mentions, quotes = MentionColumns(numbers), QuoteColumns(numbers)
    mentions.text = quotes.text = text
    mentions.extend(sorted(layer.mentions, key=lambda m: (m.start, -m.end)))
    quotes.extend(sorted(layer.quotes, key=lambda q: (q.spans[0].start, -q.spans[-1].end)))
    return CompactLayer(layer.runs, layer.entities, mentions, quotes)


def read_compact(file: BinaryIO, text: str) -> CompactLayer | None:
    """Read a layer in the form in which we write it: sorted, one item a line.

    Args:
        file: The layer file, at its beginning.
        text: The canonical text; every item is compared with it.

    Returns:
        None for a file in another form, and for one with anything wrong: ``decode_layer`` and
        ``check_layer`` know the one, and say what is the matter with the other.
    """
    reading = _Reading(text)
    try:
        return reading.read(file)
    except (msgspec.DecodeError, MisplacedError, _UnfitError):
        return None


class _UnfitError(Exception):
    """The file is not what is expected."""


class _Reading:
    """One reading of a layer file.

    Args:
        text: The canonical text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._mention_ids: set[str] = set()
        self._speaking: set[str] = set()
        numbers = Numbers()
        self._mentions, self._quotes = MentionColumns(numbers), QuoteColumns(numbers)
        self._mentions.text = self._quotes.text = text

    def read(self, file: BinaryIO) -> CompactLayer:
        """Read everything, some hundred items at a time."""
        rest: list[bytes] = []
        take: Callable[[bytes], None] | None = None
        while chunk := file.read(_CHUNK) + file.readline():
            while chunk:
                if take is not None:
                    end = _end_of_list(chunk)
                    take(_as_list(chunk, end))
                    if end < len(chunk):
                        take = None
                    chunk = chunk[end:]
                elif begin := _LIST.search(chunk):
                    rest.append(chunk[: begin.end()])
                    take = self._take_mentions if begin[1] == b"mentions" else self._take_quotes
                    chunk = chunk[begin.end() :]
                else:
                    rest.append(chunk)
                    chunk = b""
        head = msgspec.json.decode(b"".join(rest), type=Layer)
        self._check_whole(head)
        return CompactLayer(head.runs, head.entities, self._mentions, self._quotes)

    def _take_mentions(self, items: bytes) -> None:
        mentions = _MENTIONS.decode(items)
        self._mentions.extend(mentions)
        self._mention_ids.update([mention.id for mention in mentions])

    def _take_quotes(self, items: bytes) -> None:
        quotes = _QUOTES.decode(items)
        _need(all(quote.spans for quote in quotes))
        self._quotes.extend(quotes)
        said_by = [quote.speaker.mention for quote in quotes]
        self._speaking.update([mention for mention in said_by if mention is not None])

    def _check_whole(self, head: Layer) -> None:
        start, end = head.text.body
        _need(head.format == FORMAT and head.version <= VERSION)
        _need(not head.mentions and not head.quotes)  # each was read as it came
        _need(0 <= start <= end <= len(self._text) and head.text.sha256 == sha256(self._text))
        _need(self._mentions.entities.keys() <= {entity.id for entity in head.entities})
        _need(self._speaking <= self._mention_ids and "" not in self._speaking)
        mentions, quotes = self._mentions, self._quotes
        _need(_is_sorted(mentions.starts, mentions.ends))
        firsts = [quotes.starts[n] for n in quotes.firsts[:-1]]
        lasts = [quotes.ends[n - 1] for n in quotes.firsts[1:]]
        _need(_is_sorted(firsts, lasts))


def _end_of_list(chunk: bytes) -> int:
    """Return where the line that ends a list begins; behind the chunk where none does."""
    if chunk.startswith(b"]"):
        return 0
    found = _LIST_END.search(chunk)
    return found.start() + 1 if found else len(chunk)


def _as_list(chunk: bytes, end: int) -> bytes:
    """Return the lines before ``end`` as a list; copied once, for they are most of the file."""
    while end and chunk[end - 1] in b",\n":
        end -= 1
    return b"".join((b"[", memoryview(chunk)[:end], b"]"))


def _is_sorted(starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Return whether spans are sorted by start, of those the longer first."""
    places = list(starts)
    ties = compress(count(), map(eq, places, islice(places, 1, None)))
    return places == sorted(places) and all(ends[n] >= ends[n + 1] for n in ties)


def _need(condition: bool) -> None:
    if not condition:
        raise _UnfitError
