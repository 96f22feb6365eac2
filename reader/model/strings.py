"""Short strings of which there are many: numbered, or one behind the other."""

from array import array
from collections.abc import Sequence
from itertools import accumulate


class Numbers(dict[str, int]):
    """Numbers strings in the order in which they are first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []
        """The strings, by number."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self.strings)
        self.strings.append(string)
        return number


class Strings:
    """Many short strings, one behind the other."""

    def __init__(self) -> None:
        self._joined = bytearray()
        self._ends = array("i", [0])

    def extend(self, strings: Sequence[str]) -> None:
        """Append strings."""
        joined = "".join(strings)
        lengths = map(len, strings if joined.isascii() else [s.encode() for s in strings])
        ends = accumulate(lengths, initial=len(self._joined))
        next(ends)
        self._ends.extend(ends)
        self._joined += joined.encode()

    def only(self, numbers: Sequence[int]) -> "Strings":
        """Return the strings with these numbers, numbered anew."""
        kept = Strings()
        kept.extend([self[number] for number in numbers])
        return kept

    def __getitem__(self, number: int) -> str:
        return self._joined[self._ends[number] : self._ends[number + 1]].decode()
