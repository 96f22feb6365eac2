"""When a predicted span is a gold mention: equal when trimmed, or the same head word."""

import re
from collections import defaultdict

from reader.model.text import Span
from reader.word_lists import listed

_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those"))
_STOPS = listed(
    "of in on at to for from by with about against between among under over into near after "
    "before during since until as like than who whom whose which that where when whether why how "
    "and or is are was were has have had being including based called known"
)
_MARKS = r"[\s\"'“”‘’`.,;:!?()\[\]{}…*_\-–—/]+"
_LEFT = re.compile(_MARKS)
_RIGHT = re.compile(rf"(?:['’]s|{_MARKS})$")
_WORD = re.compile(r"[^\W_]+(?:[.'’&\-][^\W_]+)*\.?")
_BREAK = re.compile(r"[,;:()\[\]–—]")


def trim(text: str, span: Span) -> Span:
    """Return a span without determiners, marks and a possessive 's at its ends."""
    start, end = span
    while start < end:
        piece = text[start:end]
        mark, word, tail = _LEFT.match(piece), _WORD.match(piece), _RIGHT.search(piece)
        if mark:
            start += mark.end()
        elif word and word.group().lower() in _DETERMINERS:
            start += word.end()
        elif tail:
            end -= len(tail.group())
        else:
            return Span(start, end)
    return span


def head(text: str, span: Span) -> Span:
    """Return the last word before the first comma, bracket, preposition or relative pronoun."""
    start, end = trim(text, span)
    found: Span | None = None
    for word in _WORD.finditer(text, start, end):
        if found and (word.group() in _STOPS or _BREAK.search(text[found.end : word.start()])):
            break
        if found and word.group() == "s" and text[: word.start()].rstrip()[-1] in "'’":
            continue
        found = Span(word.start(), word.end())
    return found or Span(start, end)


def pair_mentions(text: str, gold: list[Span], said: list[Span]) -> dict[Span, int]:
    """Return for each predicted span the number of its gold mention, or a new number.

    Spans that are equal when trimmed pair up first, then spans with one head word, those of most
    similar length first. A gold mention has one span at most.
    """
    number: dict[Span, int] = {}
    free: dict[Span, list[int]] = defaultdict(list)
    for i, span in enumerate(gold):
        free[trim(text, span)].append(i)
    same: dict[Span, int] = {}
    left: list[Span] = []
    for span in dict.fromkeys(said):
        key = trim(text, span)
        if free.get(key):
            same[key] = number[span] = free[key].pop(0)
        elif key in same:
            number[span] = same[key]
        else:
            same[key] = number[span] = len(gold) + len(left)
            left.append(span)
    by_head: dict[Span, list[int]] = defaultdict(list)
    for rest in free.values():
        for i in rest:
            by_head[head(text, gold[i])].append(i)
    pairs = sorted(
        (abs((span[1] - span[0]) - (gold[i][1] - gold[i][0])), span, i)
        for span in left
        for i in by_head.get(head(text, span), ())
    )
    taken: set[int] = set()
    done: set[Span] = set()
    for _, span, i in pairs:
        if i not in taken and span not in done:
            taken.add(i)
            done.add(span)
            number[span] = i
    return number
