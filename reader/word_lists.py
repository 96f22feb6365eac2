"""Closed word lists, written as text: in the code where it is about them, else in files."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable


def listed(words: str) -> frozenset[str]:
    """Return the words of a blank-separated list."""
    return frozenset(words.split())


def by_word(lists: Mapping[str, str]) -> dict[str, str]:
    """Return for each word of some blank-separated lists what its list is of.

    Args:
        lists: What a list is of → its words.
    """
    return {word: key for key, words in lists.items() for word in words.split()}


def read_list(path: Traversable) -> Iterator[str]:
    """Yield the lines of a list file in lower case; a line that begins with "#" is a comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip().lower()


def read_rows(path: Traversable) -> Iterator[tuple[str, str, str]]:
    """Yield the first three columns of a list file, divided by tabs; missing ones are empty."""
    for line in read_list(path):
        first, second, third, *_ = (cell.strip() for cell in (line + "\t\t").split("\t"))
        yield first, second, third
