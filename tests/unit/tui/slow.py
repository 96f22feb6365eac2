"""The slow and obvious way to draw an article, to hold the quick one against."""

from typing import NamedTuple

from reader.cells import Cluster, clusters
from reader.model.index import LOW_CONFIDENCE, Annotations
from reader.model.layer import Quote
from reader.tui.marks import Showing

HANGING = " \t\u200b"
GROUPS = {"PERSON": "person", "ORG": "org", "GPE": "place", "DATE": "amount"}


class Spot(NamedTuple):
    """One cluster on the screen."""

    shown: str
    styles: tuple[str, ...]


def lines(text: str, width: int) -> list[tuple[int, int]]:
    """Each line is the longest run of clusters that fits and may end there, or what fits."""
    found: list[tuple[int, int]] = []
    at = 0
    for paragraph in text.removesuffix("\n").split("\n"):
        parts = [
            part._replace(start=part.start + at, end=part.end + at) for part in clusters(paragraph)
        ]
        first = 0
        while True:
            last = _line_end(text, parts, first, width)
            start = parts[first].start if parts else at
            seen = _trimmed(text, parts[first:last])
            found.append((start, seen[-1].end if seen else start))
            first = last
            if first >= len(parts):
                break
        at += len(paragraph) + 1
    return found


def _line_end(text: str, parts: list[Cluster], first: int, width: int) -> int:
    fits = [
        last
        for last in range(first + 1, len(parts) + 1)
        if sum(part.cells for part in _trimmed(text, parts[first:last])) <= width
        and _may_end(text, parts, last)
    ]
    if fits:
        return max(fits)
    cut = first + 1
    while cut < len(parts) and sum(part.cells for part in parts[first : cut + 1]) <= width:
        cut += 1
    return min(cut, len(parts))


def _trimmed(text: str, parts: list[Cluster]) -> list[Cluster]:
    while parts and text[parts[-1].start] in HANGING:
        parts = parts[:-1]
    return parts


def _may_end(text: str, parts: list[Cluster], last: int) -> bool:
    if last == len(parts):
        return True
    before, behind = parts[last - 1], parts[last]
    if text[behind.start] in HANGING:
        return False
    return text[before.start] in HANGING + "—" or before.cells > 1 or behind.cells > 1


def spots(annotations: Annotations, line: tuple[int, int], showing: Showing) -> list[Spot]:
    """What stands in a line: each cluster with the styles of its first character."""
    return [
        Spot(part.shown, styles_at(annotations, part.start, showing))
        for part in clusters(annotations.article.text, *line)
        if part.shown
    ]


def shown(annotations: Annotations, line: tuple[int, int]) -> str:
    """What stands in a line, without styles."""
    return "".join(part.shown for part in clusters(annotations.article.text, *line))


def styles_at(annotations: Annotations, at: int, showing: Showing) -> tuple[str, ...]:
    """The styles of one character, by asking every annotation."""
    names: list[str] = []
    if showing.highlights.quotes:
        parts = [(s.start, -s.end, n) for n, q in enumerate(annotations.quotes) for s in q.spans]
        for start, minus_end, number in sorted(parts):
            quote = annotations.quotes[number]
            if start <= at < -minus_end and _lit(number, quote, showing):
                hue = _hue(annotations, quote)
                names.append("scare" if quote.kind == "scare" else f"{hue}-text")
                names += ["chosen-quote"] if number == showing.choice.quote else []
    for number, mention in enumerate(annotations.mentions):
        if mention.start <= at < mention.end:
            if showing.highlights.entities and showing.solo in (None, mention.entity):
                kind = annotations.entities[mention.entity].type
                names.append("reference" if mention.form != "name" else GROUPS[kind])
            names += ["chosen-mention"] if number == showing.choice.mention else []
    for number, match in enumerate(showing.matches):
        if match.start <= at < match.end:
            names.append("match-current" if number == showing.match else "match")
    return tuple(names) or (("dimmed",) if showing.solo is not None else ())


def sign(
    annotations: Annotations, line: tuple[int, int], showing: Showing
) -> tuple[str, str, str] | None:
    """The label, the bar and its style left of a line."""
    start, end = line[0], max(line[1], line[0] + 1)
    touching = [
        (number, quote, first)
        for number, quote in enumerate(annotations.quotes)
        if quote.kind != "scare" and _lit(number, quote, showing)
        for first in [s.start for s in quote.spans if s.start < end and s.end > start]
    ]
    if not showing.highlights.quotes or not touching:
        return None
    chosen = [n for n, _, _ in touching if n == showing.choice.quote]
    beginning = [n for n, _, first in touching if first >= start]
    number = (chosen or sorted(beginning) or sorted(n for n, _, _ in touching))[0]
    quote = annotations.quotes[number]
    label = f"{'?' if quote.confidence < LOW_CONFIDENCE else ''}{number + 1}"
    if not start <= quote.spans[0].start < end:
        label = ""
    bar = "▐" if chosen else "┊" if quote.kind == "indirect" else "┃"
    return label, bar, _hue(annotations, quote)


def _lit(number: int, quote: Quote, showing: Showing) -> bool:
    if number == showing.choice.quote:
        return True
    allowed = showing.only is None or number in showing.only
    return allowed and showing.solo in (None, quote.speaker.entity)


def _hue(annotations: Annotations, quote: Quote) -> str:
    speakers = [q.speaker.entity for q in annotations.quotes if q.kind != "scare"]
    in_order = list(dict.fromkeys(who for who in speakers if who is not None))
    if quote.speaker.entity not in in_order:
        return "unattributed"
    return f"speaker-{in_order.index(quote.speaker.entity) % 8 + 1}"
