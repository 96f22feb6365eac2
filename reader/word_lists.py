"""Closed word lists, written as text."""

from collections.abc import Mapping


def listed(words: str) -> frozenset[str]:
    """Return the words of a blank-separated list."""
    return frozenset(words.split())


def by_word(lists: Mapping[str, str]) -> dict[str, str]:
    """Return for each word of some blank-separated lists what its list is of.

    Args:
        lists: What a list is of → its words.
    """
    return {word: key for key, words in lists.items() for word in words.split()}
