"""The quotation marks of a paragraph, and what the shape and the neighbours of each let it do.

Marks whose shape says whether they open or close are believed; straight ones are judged by their
neighbours; single ones are kept apart from apostrophes (``apostrophes``).
"""

import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from reader.annotate.quoting.apostrophes import SingleMark, read_singles

_ROW = 24
"""So many marks in a row are an ornament."""
# Runs of one character are taken whole: '' is a double mark, """ is nobody's, nor is a long row.
_MARK = re.compile(
    rf"[“”„‟«»‹›「」『』‘’]{{{_ROW},}}"
    r"|[“”„‟«»‹›「」『』﹁﹂﹃﹄〝〞〟]|\"+|＂+|'+|＇+|`+|‘‘|’’|[‘’‚‛]"
)
_OPENS = frozenset("“„‟「『﹁﹃〝")
_CLOSES = frozenset("”」』﹂﹄〞〟")
_BEFORE_OPENING = frozenset("([{<—–-/…‘'“\"«‹「『:")


class Style(Enum):
    """A family of marks; a mark can only be closed by one of its family."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    CORNER = "corner"


class Mark(msgspec.Struct, frozen=True, gc=False):
    """One quotation mark, of one character or two, in code points."""

    start: int
    end: int
    style: Style
    role: int
    """1 opens, -1 closes, 0 either: then it closes what is open, else opens."""
    char: str


def read_marks(text: str, lo: int, hi: int) -> Iterator[Mark]:
    """Yield the quotation marks of the paragraph ``text[lo:hi]``; apostrophes are left out."""
    singles = read_singles(text, lo, hi)
    doubled = text.find("‘‘", lo, hi) >= 0
    for match in _MARK.finditer(text, lo, hi):
        start, end, chars = match.start(), match.end(), match.group()
        if end - start >= _ROW:
            continue
        if chars in ("‘‘", "’’") and not doubled:  # two single ones: ‘… ‘…’’
            runs = [(start, start + 1), (start + 1, end)]
        else:
            runs = _split_run(chars, start, end)
        for piece_start, piece_end in runs:
            single = singles.get(piece_start) if piece_end - piece_start == 1 else None
            if single is not None:
                if single is not SingleMark.APOSTROPHE:
                    yield Mark(
                        piece_start, piece_end, Style.SINGLE, single.value, text[piece_start]
                    )
            elif (mark := _double(text, piece_start, piece_end, lo, hi)) is not None:
                yield mark


def _split_run(chars: str, start: int, end: int) -> list[tuple[int, int]]:
    """Divide a run of straight marks: '' is one mark, ''' a single and a double, more is noise."""
    size = end - start
    if size == 1 or (size == 2 and chars[0] in "'＇`‘’"):
        return [(start, end)]
    if size == 3 and chars[0] in "'＇":
        return [(start, start + 1), (start + 1, end)]
    if size == 2:
        return [(start, start + 1), (start + 1, end)]
    return []


def _double(text: str, start: int, end: int, lo: int, hi: int) -> Mark | None:
    """Return a mark that is no single one with what it can do; None: it marks nothing."""
    char = text[start]
    if char in "'＇`’‘‚‛" and end - start == 1:
        return None
    if char in "«»‹›":
        return Mark(start, end, Style.GUILLEMET, 0, char)
    style = Style.CORNER if char in "「」『』﹁﹂﹃﹄" else Style.DOUBLE
    before = text[start - 1] if start > lo else " "
    after = text[end] if end < hi else " "
    if char in _OPENS or char in _CLOSES:
        return Mark(start, end, style, _role_by_shape(char, before, after, first=start == lo), char)
    if char in "‘’`":  # two of them
        return Mark(start, end, style, -1 if char == "’" else 1, char)
    if before.isalnum() and after.isalnum() and char != '"':
        return None
    if char == '"' and _INCHES.search(text, max(lo, start - 5), start):
        return None
    opens, closes = _can_open(before, after), _can_close(before, after)
    return Mark(start, end, style, opens - closes, char)


_INCHES = re.compile(r"\d['’]\d{1,2}$")
"""What is before the mark of six feet two: 6'2"."""


def _role_by_shape(char: str, before: str, after: str, *, first: bool) -> int:
    """Return what a curly mark does: what its shape says, unless it stands wrong for that.

    “ also closes „ and is typed for ” now and then; a pair of roles decides by the stack.
    """
    if char in _OPENS:
        closes = _can_close(before, after) and not _can_open(before, after)
        return 0 if char in "“‟" and closes and not first else 1
    return 0 if char == "”" and before.isspace() and after.isalnum() else -1


def _can_open(before: str, after: str) -> bool:
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _can_close(before: str, after: str) -> bool:
    return not before.isspace() and not after.isalnum()
