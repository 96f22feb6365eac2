"""Datelines: "LONDON, March 3 (Reuters) - Shares ...". They name where a report comes from."""

from reader.annotate.words import Words

_LONGEST = 14
_DASHES = frozenset(("-", "–", "—", "--"))
_BETWEEN = frozenset((",", "(", ")", ".", "/", "and"))


def dateline_tokens(words: Words, places: frozenset[int]) -> frozenset[int]:
    """Return the tokens of the datelines that paragraphs open with.

    Args:
        words: The article's words.
        places: The first tokens of the names of places.
    """
    found: set[int] = set()
    for i, text in enumerate(words.text):
        if text in _DASHES:
            start = _opening(i, words)
            if start in places and (words.text[start].isupper() or words.text[i - 1] == ")"):
                found.update(range(start, i))
    return frozenset(found)


def _opening(dash: int, words: Words) -> int:
    """Return where the paragraph begins whose words up to a dash may be a dateline, else -1."""
    start = dash
    while start and words.paragraph[start - 1] == words.paragraph[dash]:
        start -= 1
        if dash - start > _LONGEST or not _is_of_dateline(words.text[start]):
            return -1
    return start


def _is_of_dateline(text: str) -> bool:
    return text in _BETWEEN or text[0].isupper() or text[0].isdigit() or text.isspace()
