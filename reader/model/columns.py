"""A layer's mentions and quotes in flat columns: a hundred thousand of them take some megabytes.

As structs with their strings they would take a hundred. A column is an array of numbers with an
entry for each item; words are slices of the text that the layer was checked against; what repeats
(entities, rules) is kept once and numbered. An item becomes a struct again when somebody looks at
it. Columns are filled once and then only read.
"""

from abc import abstractmethod
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, overload

import msgspec
from msgspec.structs import astuple

from reader.model.strings import Numbers, Strings

NONE = -1
"""What stands in a column of numbers where there is nothing."""
_KEPT = 512
"""How many structs a column keeps that were looked at."""

Item = TypeVar("Item")


class MisplacedError(ValueError):
    """An item's words are not those of the text where it says that it stands."""


class Columns(Sequence[Item]):
    """What mentions and quotes have in common.

    Args:
        entities: The number of each entity's id; grows with ids that are not in it.
    """

    def __init__(self, entities: Numbers) -> None:
        self.text = ""
        """The canonical text; to be set before an item is put in or looked at."""
        self.entities = entities
        self.whose = array("i")
        """The number of each item's entity, -1 for none."""
        self.confidence = array("d")
        self._ids = Strings()
        self._rules = Numbers()
        self._rule = array("i")
        self._seen: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self.whose)

    @overload
    def __getitem__(self, number: int) -> Item: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Item]: ...
    def __getitem__(self, number: int | slice) -> Item | Sequence[Item]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        item = self._seen.get(number)
        if item is None:
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            item = self._seen[number] = self._make(range(len(self))[number])
        return item

    @abstractmethod
    def _make(self, number: int) -> Item:
        """Return an item as a struct."""

    def _check(self, starts: Sequence[int], ends: Sequence[int], words: Sequence[str]) -> None:
        text, size = self.text, len(self.text)
        # A list, not a generator: half the time.
        fits = [
            0 <= start < end <= size and text[start:end] == said
            for start, end, said in zip(starts, ends, words, strict=True)
        ]
        if not all(fits):
            raise MisplacedError

    def _rule_of(self, number: int) -> str:
        return self._rules.strings[self._rule[number]]

    def _words(self, start: int, end: int) -> str:
        return self.text[start:end]


def fields(items: Sequence[msgspec.Struct]) -> tuple[tuple[Any, ...], ...]:
    """Return the values of each field of some structs, fields in the order of their definition.

    Half the time of asking each struct for each field.
    """
    return tuple(zip(*map(astuple, items), strict=True))


def append(column: "array[Any]", values: Iterable[Any]) -> None:
    """Append values to a column."""
    column += array(column.typecode, list(values))  # from a list it is made at one go


def numbered(values: tuple[str, ...]) -> dict[str, int]:
    """Return the number of each of some values."""
    return {value: number for number, value in enumerate(values)}
