"""Which quotation marks belong together: from bare text to quoted passages.

No parse is needed and none is used. Each paragraph (one line of the text) is read on its own, so
that a mark that is missing spoils one paragraph at most: a passage that is never closed ends with
its paragraph. One that is left open because the next paragraph opens it anew (the convention for
long quotations) is told apart by ``Passage.resumes``.

The pairing is a stack over the marks of a paragraph (``mark_shapes``). Every mark is pushed and
popped at most once, and depth is bounded, so that time and the total length of passages are linear.
"""

import re

import msgspec

from reader.annotate.quoting.mark_shapes import Mark, Style, read_marks

MAX_DEPTH = 12
"""Quotation marks nested deeper than this are not paired (keeps the output linear)."""

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


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
    marks = list(read_marks(text, lo, hi))
    closers_ahead = _surplus_of_closers(marks)
    last_closer = max((n for n, m in enumerate(marks) if _may_close_double(m)), default=-1)
    stack: list[Mark] = []
    pairs: list[tuple[Mark, int, int]] = []
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


def _may_stay_open(mark: Mark) -> bool:
    """Whether a mark surely opens; a doubtful one that nothing closes is no quotation."""
    if mark.style is Style.SINGLE:
        return False
    return mark.role == 1 or mark.style is Style.GUILLEMET


def _role_by_stack(mark: Mark, stack: list[Mark]) -> int:
    return -1 if any(entry.style is mark.style for entry in stack) else 1


def _surplus_of_closers(marks: list[Mark]) -> list[bool]:
    """Say for each mark whether more marks of its style close than open behind it."""
    ahead = dict.fromkeys(Style, 0)
    result = [False] * len(marks)
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        # The mark itself needs one closer; an outer one that is still open needs another.
        result[number] = ahead[mark.style] < -1
        ahead[mark.style] += mark.role
    return result


def _close(mark: Mark, stack: list[Mark], pairs: list[tuple[Mark, int, int]]) -> bool:
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


def _may_close_double(mark: Mark) -> bool:
    return mark.style is Style.DOUBLE and mark.role <= 0


def _close_wrongly(
    text: str,
    mark: Mark,
    stack: list[Mark],
    pairs: list[tuple[Mark, int, int]],
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
    text: str, mark: Mark, stack: list[Mark], pairs: list[tuple[Mark, int, int]]
) -> None:
    """End an open mark where the next one opens, when too few closing marks follow for both."""
    for depth, entry in enumerate(stack):
        if entry.style is mark.style and entry.char == mark.char:
            end = entry.end + len(text[entry.end : mark.start].rstrip())
            pairs.append((entry, end, 0))
            del stack[depth:]
            return


def _nest(text: str, pairs: list[tuple[Mark, int, int]]) -> list[Passage]:
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
