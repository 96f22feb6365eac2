"""Speakers who are named beside a line of speech: before a colon, or behind a dash.

Where blanks and brackets end is shared with the cues inside sentences (``sites``).
"""

from reader.annotate.words import Words
from reader.word_lists import listed

CLOSING = listed("” \" '' ’ ' » « › ‹ 」 』 “")
_LABEL_WORDS = 8
_NAME_WORDS = 6


def label(words: Words, colon: int) -> tuple[int, int] | None:
    """Return the tokens of "Wallace" in "Wallace:", of "A letter from him:" without a verb."""
    end = start = before_bracket(words, colon)
    while start > 0 and end - start < _LABEL_WORDS:
        at = start - 1
        ends = start != end and words.punct[at] and words.lower[at] in _LABEL_ENDS
        if words.blank[at] or ends:
            break
        if words.pos[at] in ("VERB", "AUX") and not words.text[at].isupper():
            return None
        start -= 1
    if start == end or (start > 0 and not (words.blank[start - 1] or words.punct[start - 1])):
        return None
    while start < end and words.punct[start]:
        start += 1
    if start == end or not words.text[start][:1].isalpha():
        return None
    return start, end


_LABEL_ENDS = listed(". ? ! ; “ \" '' ” ( ) - – —")


def before_bracket(words: Words, at: int) -> int:
    """Return where what stands before ``at`` ends, leaving out a bracket: "Gowdy (R-S.C.):"."""
    if at and words.text[at - 1] == ")":
        opening = (i for i in range(at - 1, max(0, at - 8), -1) if words.text[i] == "(")
        return next(opening, at)
    return at


def signature(words: Words, dash: int) -> tuple[int, int] | None:
    """Return the tokens of the name that signs a quotation at a line's end: “…” — Ana Ruiz."""
    form = words.text[dash]
    glued = form[:-1] in CLOSING  # ”― without a blank is one token
    before = dash - 1
    while before > 0 and words.blank[before]:
        before -= 1
    if not (glued or (len(form) <= 2 and before >= 0 and words.lower[before] in CLOSING)):
        return None
    first = end = step(words, dash + 1, 1)
    while end < len(words) and end - first < _NAME_WORDS and words.text[end][:1].isupper():
        end += 1
    at = step(words, end, 1)
    ends = at >= len(words) or words.blank[at] or words.text[at] in (",", "(", ".")
    if end == first or not ends:
        return None
    return first, end


def step(words: Words, at: int, by: int) -> int:
    """Go past blanks that are tokens of their own, not past a line's end."""
    while 0 <= at < len(words) and words.blank[at] and "\n" not in words.text[at]:
        at += by
    return at
