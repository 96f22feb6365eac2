"""Which quotation marks belong together: from bare text to quoted passages.

No parse is needed and none is used. Each paragraph (one line of the text) is read on its own, so
that a mark that is missing spoils one paragraph at most: a passage that is never closed ends with
its paragraph. One that is left open because the next paragraph opens it anew (the convention for
long quotations) is told apart by ``Passage.resumes``.

The pairing is a stack over the marks of a paragraph. Marks whose shape says whether they open or
close are believed; straight ones are judged by their neighbours; single ones are kept apart from
apostrophes by the rules in ``apostrophes``. Every mark is pushed and popped at most once, and
depth is bounded, so that time and the total length of passages are linear.
"""

import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from reader.annotate.quoting.apostrophes import SingleMark, read_singles

MAX_DEPTH = 12
"""Quotation marks nested deeper than this are not paired (keeps the output linear)."""

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
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


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text in quotation marks, in code points, marks included."""

    start: int
    end: int
    style: Style
    depth: int
    """How many passages it lies in: 0 is outermost."""
    opener: int
    """Length of the opening mark."""
    closer: int
    """Length of the closing mark; 0 where it is missing."""
    resumes: bool = False
    """Goes on with the passage that the paragraph before left open."""

    @property
    def inner(self) -> tuple[int, int]:
        """The words without their marks."""
        return self.start + self.opener, self.end - self.closer


class _Mark(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    style: Style
    role: int
    """1 opens, -1 closes, 0 either: then it closes what is open, else opens."""
    char: str


def find_passages(text: str) -> list[Passage]:
    """Return the quoted passages of ``text`` in text order, outer before inner.

    Args:
        text: Any string; line breaks of every kind divide paragraphs.
    """
    found: list[Passage] = []
    for paragraph in _PARAGRAPH.finditer(text):
        if not _has_word(text, paragraph.start(), paragraph.end()):
            continue  # nothing is quoted in a row of marks, however long
        before = found[-1] if found else None
        first = len(found)
        found.extend(_paragraph_passages(text, paragraph.start(), paragraph.end()))
        if before is not None and len(found) > first:
            _link(text, found, first, paragraph.start())
    return found


def _link(text: str, found: list[Passage], first: int, start: int) -> None:
    """Mark the paragraph's first passage as a continuation where the one before was left open."""
    head = found[first]
    left_open = next(
        (p for p in reversed(found[max(0, first - MAX_DEPTH) : first]) if p.depth == 0), None
    )
    if left_open is None or left_open.closer or left_open.style is not head.style:
        return
    at_start = not text[start : head.start].strip()
    gap = text[left_open.end : head.start]
    if at_start and not gap.strip():
        found[first] = Passage(
            head.start, head.end, head.style, head.depth, head.opener, head.closer, resumes=True
        )


def _paragraph_passages(text: str, lo: int, hi: int) -> list[Passage]:
    marks = list(_marks(text, lo, hi))
    closers_ahead = _surplus_of_closers(marks)
    last_closer = max((n for n, m in enumerate(marks) if _may_close_double(m)), default=-1)
    stack: list[_Mark] = []
    pairs: list[tuple[_Mark, int, int]] = []
    for number, mark in enumerate(marks):
        role = mark.role or _role_by_stack(mark, stack)
        if role < 0:
            if not _close(mark, stack, pairs):
                _close_wrongly(text, mark, stack, pairs, last_closer > number)
        else:
            if mark.style is not Style.SINGLE and not closers_ahead[number]:
                _cut_unclosed(text, mark, stack, pairs)
            if len(stack) < MAX_DEPTH:
                stack.append(mark)
    pairs.extend((left, hi, 0) for left in stack if _may_stay_open(left))
    return _nest(text, pairs)


def _may_stay_open(mark: _Mark) -> bool:
    """Whether a mark surely opens; a doubtful one that nothing closes is no quotation."""
    if mark.style is Style.SINGLE:
        return False
    return mark.role == 1 or mark.style is Style.GUILLEMET


def _marks(text: str, lo: int, hi: int) -> Iterator[_Mark]:
    """Yield the paragraph's quotation marks with what each can do; apostrophes are left out."""
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
                    yield _Mark(
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


def _double(text: str, start: int, end: int, lo: int, hi: int) -> _Mark | None:
    char = text[start]
    if char in "'＇`’‘‚‛" and end - start == 1:
        return None
    before = text[start - 1] if start > lo else " "
    after = text[end] if end < hi else " "
    if char in "«»‹›":
        return _Mark(start, end, Style.GUILLEMET, 0, char)
    style = Style.CORNER if char in "「」『』﹁﹂﹃﹄" else Style.DOUBLE
    can_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    can_close = not before.isspace() and not after.isalnum()
    if char in _OPENS:
        # “ also closes „ and is typed for ” now and then; a pair of roles decides by the stack.
        wrong = char in "“‟" and can_close and not can_open and start > lo
        return _Mark(start, end, style, 0 if wrong else 1, char)
    if char in _CLOSES:
        wrong = char == "”" and before.isspace() and after.isalnum()
        return _Mark(start, end, style, 0 if wrong else -1, char)
    if char in "‘’":
        return _Mark(start, end, style, 1 if char == "‘" else -1, char)
    if char == "`":
        return _Mark(start, end, style, 1, char)
    if before.isalnum() and after.isalnum() and char != '"':
        return None
    if (
        before.isdigit()
        and char == '"'
        and re.search(r"\d['’]\d{1,2}$", text[max(lo, start - 5) : start])
    ):
        return None  # six feet two: 6'2"
    role = 0 if can_open == can_close else 1 if can_open else -1
    return _Mark(start, end, style, role, char)


def _role_by_stack(mark: _Mark, stack: list[_Mark]) -> int:
    return -1 if any(entry.style is mark.style for entry in stack) else 1


def _surplus_of_closers(marks: list[_Mark]) -> list[bool]:
    """Say for each mark whether more marks of its style close than open behind it."""
    ahead = dict.fromkeys(Style, 0)
    result = [False] * len(marks)
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        # The mark itself needs one closer; an outer one that is still open needs another.
        result[number] = ahead[mark.style] < -1
        ahead[mark.style] += mark.role
    return result


def _close(mark: _Mark, stack: list[_Mark], pairs: list[tuple[_Mark, int, int]]) -> bool:
    """Close the nearest open mark of the style; what was opened inside it and left is dropped."""
    for depth in range(len(stack) - 1, -1, -1):
        entry = stack[depth]
        if entry.style is mark.style:
            pairs.append((entry, mark.end, mark.end - mark.start))
            del stack[depth:]
            return True
        if mark.style is Style.SINGLE:
            return False  # a single mark never reaches over a double one: it was an apostrophe
    return False


def _may_close_double(mark: _Mark) -> bool:
    return mark.style is Style.DOUBLE and mark.role <= 0


def _close_wrongly(
    text: str,
    mark: _Mark,
    stack: list[_Mark],
    pairs: list[tuple[_Mark, int, int]],
    closer_ahead: bool,
) -> None:
    """Take ‘yes.” and “yes.’ for what was meant, where no right mark closes."""
    if not stack:
        return
    styles = (stack[-1].style, mark.style)
    single_by_double = styles == (Style.SINGLE, Style.DOUBLE)
    double_by_single = styles == (Style.DOUBLE, Style.SINGLE) and not closer_ahead
    if single_by_double or (double_by_single and text[mark.start - 1] in _SENTENCE_ENDS):
        pairs.append((stack.pop(), mark.end, mark.end - mark.start))


_SENTENCE_ENDS = frozenset(",.?!…")


def _cut_unclosed(
    text: str, mark: _Mark, stack: list[_Mark], pairs: list[tuple[_Mark, int, int]]
) -> None:
    """End an open mark where the next one opens, when too few closing marks follow for both."""
    for depth, entry in enumerate(stack):
        if entry.style is mark.style and entry.char == mark.char:
            end = entry.end + len(text[entry.end : mark.start].rstrip())
            pairs.append((entry, end, 0))
            del stack[depth:]
            return


def _nest(text: str, pairs: list[tuple[_Mark, int, int]]) -> list[Passage]:
    """Sort pairs into text order, leave out those without a word, and count depths."""
    passages: list[Passage] = []
    ends: list[int] = []
    for mark, end, closer in sorted(pairs, key=lambda pair: (pair[0].start, -pair[1])):
        if not _has_word(text, mark.end, end - closer):
            continue
        while ends and ends[-1] <= mark.start:
            ends.pop()
        passages.append(
            Passage(mark.start, end, mark.style, len(ends), mark.end - mark.start, closer)
        )
        ends.append(end)
    return passages


_WORD = re.compile(r"[^\W_]")


def _has_word(text: str, start: int, end: int) -> bool:
    return _WORD.search(text, start, end) is not None
