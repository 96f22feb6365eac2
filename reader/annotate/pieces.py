"""Cutting a long text into pieces, so that memory does not grow with the article."""

from collections.abc import Iterator

# Where a cut does least harm, best first; without any of them a word is cut.
_BREAKS = ("\n", ". ", " ")


def pieces(text: str, size: int) -> Iterator[str]:
    """Yield consecutive pieces of a text that together are the text.

    Args:
        text: What to cut.
        size: The most code points that a piece may have; a piece ends with a paragraph if one ends
            within that, else with a sentence, else with a word.
    """
    start = 0
    while len(text) - start > size:
        end = _cut(text, start, start + size)
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    for mark in _BREAKS:
        at = text.rfind(mark, start, limit)
        if at > start:
            return at + len(mark)
    return limit
