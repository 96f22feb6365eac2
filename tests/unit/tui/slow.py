"""The slow and obvious way to draw an article, to hold the quick one against."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len

from reader.cells import clusters, fit
from reader.model.index import LOW_CONFIDENCE, Annotations
from reader.model.layer import Quote
from reader.tui.marks import Showing

NO_HINTS: Mapping[int, str] = {}
HANGING = " \t\u200b"
GROUPS = {"PERSON": "person", "ORG": "org", "GPE": "place", "DATE": "amount"}


class Part(NamedTuple):
    """One cluster of the text, and the hint that it must stay with."""

    start: int
    end: int
    shown: str
    cells: int
    hint: str

    @property
    def room(self) -> int:
        return self.cells + cell_len(self.hint)


class Spot(NamedTuple):
    """One cluster on the screen."""

    shown: str
    styles: tuple[str, ...]


def hints(annotations: Annotations, width: int) -> dict[int, str]:
    """All hints, by the character that each stands behind."""
    found: dict[int, str] = {}
    for mention in annotations.mentions if width >= 12 else ():
        last = mention.end - 1
        if mention.form == "pronoun" and annotations.article.text[last].isalnum():
            name = annotations.entities[mention.entity].name
            name = {"Maria Chen": "Chen"}.get(name, name)
            found.setdefault(last, fit(f"→{name}", width // 3)[0])
    return found


def parts_of(text: str, start: int, end: int, hints: Mapping[int, str]) -> list[Part]:
    return [
        Part(*cluster, "".join(hints.get(at, "") for at in range(cluster.start, cluster.end)))
        for cluster in clusters(text, start, end)
    ]


def lines(text: str, width: int, hints: Mapping[int, str] = NO_HINTS) -> list[tuple[int, int]]:
    """Each line is the longest run of clusters that fits and may end there, or what fits."""
    found: list[tuple[int, int]] = []
    at = 0
    for paragraph in text.removesuffix("\n").split("\n"):
        parts = parts_of(text, at, at + len(paragraph), hints)
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


def _line_end(text: str, parts: list[Part], first: int, width: int) -> int:
    fits = [
        last
        for last in range(first + 1, len(parts) + 1)
        if sum(part.room for part in _trimmed(text, parts[first:last])) <= width
        and _may_end(text, parts, last)
    ]
    if fits:
        return max(fits)
    cut = first + 1
    while cut < len(parts) and sum(part.room for part in parts[first : cut + 1]) <= width:
        cut += 1
    return min(cut, len(parts))


def _trimmed(text: str, parts: list[Part]) -> list[Part]:
    while parts and text[parts[-1].start] in HANGING:
        parts = parts[:-1]
    return parts


def _may_end(text: str, parts: list[Part], last: int) -> bool:
    if last == len(parts):
        return True
    before, behind = parts[last - 1], parts[last]
    if text[behind.start] in HANGING:
        return False
    return text[before.start] in HANGING + "—" or before.cells > 1 or behind.cells > 1


def spots(
    annotations: Annotations,
    line: tuple[int, int],
    showing: Showing,
    hints: Mapping[int, str] = NO_HINTS,
) -> list[Spot]:
    """What stands in a line: each cluster with the styles of its first character, and hints."""
    found = []
    for part in parts_of(annotations.article.text, *line, hints):
        names = styles_at(annotations, part.start, showing)
        grounds = tuple(name for name in names if name == "chosen-quote")
        found += [Spot(part.shown, names), Spot(part.hint, (*grounds, "hint"))]
    return [spot for spot in found if spot.shown]


def shown(
    annotations: Annotations, line: tuple[int, int], hints: Mapping[int, str] = NO_HINTS
) -> str:
    """What stands in a line, without styles."""
    parts = parts_of(annotations.article.text, *line, hints)
    return "".join(part.shown + part.hint for part in parts)


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
