"""Which style each stretch of a line has: annotations made into runs, for the lines in sight only.

A style is a name here; the widgets say how it looks. A run's names are applied in order, so that
nested and crossing annotations add up.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

import msgspec

from reader.model.index import GROUP_OF, Annotations
from reader.model.text import Span
from reader.tui.cursor import Choice

NOTHING = Choice()
HUES = 8
"""How many speakers are told apart by hue before hues repeat."""
HUE_STYLES = tuple(f"speaker-{number}" for number in range(1, HUES + 1))
UNATTRIBUTED = "unattributed"
GROUP_STYLES = {
    "People": "person",
    "Organisations": "org",
    "Places": "place",
    "Dates and amounts": "amount",
}
"""The styles of names by group of entity types; other groups are ``other``."""
SIGNS = {"direct": "┃", "mixed": "┃", "indirect": "┊"}
"""What stands left of a quote's lines; scare quotes have none."""
CHOSEN_SIGN = "▐"
_NEAR = 1000
"""How many code points one search for annotations looks at."""


class Highlights(Enum):
    """Which marks the article shows."""

    ALL = "all", True, True
    HINTS = "hints", True, True
    """All, and behind each pronoun whom it means."""
    QUOTES = "quotes", True, False
    ENTITIES = "entities", False, True
    NONE = "none", False, False

    def __init__(self, _: str, quotes: bool, entities: bool) -> None:
        self.quotes = quotes
        """Whether quotes are marked."""
        self.entities = entities
        """Whether mentions are marked."""


class Showing(msgspec.Struct, frozen=True):
    """What of the annotations is shown, and what is chosen."""

    choice: Choice = NOTHING
    solo: str | None = None
    """The one entity that is not dimmed."""
    only: frozenset[int] | None = None
    """The quotes that keep their marks; None: all."""
    highlights: Highlights = Highlights.ALL
    matches: Sequence[Span] = ()
    """Find results, sorted, without overlaps."""
    match: int | None = None
    """Which of the matches the reader is at."""


class Run(NamedTuple):
    """A stretch of text and the names of its styles, in the order of their application."""

    start: int
    end: int
    styles: tuple[str, ...]


class Sign(NamedTuple):
    """What stands left of a line that has a quote in it."""

    quote: int
    """The quote's number."""
    bar: str
    label: str
    """The number that a reader sees, with ``?`` for a low confidence; empty but for one line."""
    style: str
    chosen: bool


class _Near(NamedTuple):
    """The annotations that touch a stretch of text some lines long."""

    around: Span
    quotes: list[tuple[int, Span]]
    """Numbers of quotes with each of their stretches, by start."""
    mentions: list[tuple[int, Span]]


class Marks:
    """The marks of one article's annotations.

    Args:
        annotations: The article with its layer.
    """

    def __init__(self, annotations: Annotations) -> None:
        self._annotations = annotations
        self._hues = speaker_hues(annotations)
        self._last_near = _Near(Span(0, 0), [], [])

    def runs(self, line: Span, showing: Showing) -> list[Run]:
        """Return the runs of a line, without gaps; none for an empty line.

        Args:
            line: The line, in code points.
            showing: What is shown.
        """
        covers = self._covers(line, showing)
        dimmed = ("dimmed",) if showing.solo is not None else ()
        if not covers:
            return [Run(line.start, line.end, dimmed)] if line.end > line.start else []
        cuts = {line.start, line.end}
        for start, end, _ in covers:
            cuts.add(max(start, line.start))
            cuts.add(min(end, line.end))
        runs = []
        for at, behind in pairwise(sorted(cuts)):
            styles = tuple(name for start, end, name in covers if start <= at < end)
            runs.append(Run(at, behind, styles or dimmed))
        return runs

    def sign(self, line: Span, showing: Showing) -> Sign | None:
        """Return what stands left of a line: of the chosen quote, else of one that starts here."""
        if not showing.highlights.quotes:
            return None
        found: tuple[bool, bool, int] | None = None
        for number, span in self._quotes_on(line):
            if not self._annotations.quotes.is_speech(number) or not self._lit(number, showing):
                continue
            here = (number == showing.choice.quote, span.start >= line.start, -number)
            found = here if found is None else max(found, here)
        return None if found is None else self._make_sign(-found[2], line, chosen=found[0])

    def start_on(self, line: Span, quote: int) -> int:
        """Return the first character of a quote on a line."""
        spans = [span for number, span in self._quotes_on(line) if number == quote]
        return max(line.start, min((span.start for span in spans), default=line.start))

    def _make_sign(self, number: int, line: Span, *, chosen: bool) -> Sign:
        quotes = self._annotations.quotes
        first = line.start <= quotes.start(number) < max(line.end, line.start + 1)
        label = f"{'?' if quotes.needs_check(number) else ''}{number + 1}" if first else ""
        bar = CHOSEN_SIGN if chosen else SIGNS[quotes.kind(number)]
        return Sign(number, bar, label, self._hue(quotes.speaker(number)), chosen)

    def _hue(self, speaker: str | None) -> str:
        return UNATTRIBUTED if speaker is None else self._hues.get(speaker, UNATTRIBUTED)

    def _lit(self, number: int, showing: Showing) -> bool:
        """Whether a quote keeps its marks."""
        if number == showing.choice.quote:
            return True
        if showing.only is not None and number not in showing.only:
            return False
        speaker = self._annotations.quotes.speaker(number)
        return showing.solo is None or speaker == showing.solo

    # What lies over a line: (start, end, style), first applied first

    def _covers(self, line: Span, showing: Showing) -> list[tuple[int, int, str]]:
        covers: list[tuple[int, int, str]] = []
        if showing.highlights.quotes:
            covers.extend(self._quote_covers(line, showing))
        if showing.highlights.entities or showing.choice.mention is not None:
            covers.extend(self._mention_covers(line, showing))
        if showing.matches:
            covers.extend(_match_covers(line, showing))
        return covers

    def _quote_covers(self, line: Span, showing: Showing) -> Iterator[tuple[int, int, str]]:
        for number, (start, end) in self._quotes_on(line):
            if not self._lit(number, showing):
                continue
            if self._annotations.quotes.is_speech(number):
                speaker = self._annotations.quotes.speaker(number)
                yield start, end, f"{self._hue(speaker)}-text"
            else:
                yield start, end, "scare"
            if number == showing.choice.quote:
                yield start, end, "chosen-quote"

    def _mention_covers(self, line: Span, showing: Showing) -> Iterator[tuple[int, int, str]]:
        for number, (start, end) in self._near(line).mentions:
            if start >= line.end or end <= line.start:
                continue
            mentions = self._annotations.mentions
            entity = mentions.entity(number)
            lit = showing.solo is None or entity == showing.solo
            if showing.highlights.entities and lit:
                yield start, end, self._mention_style(entity, mentions.form(number))
            if number == showing.choice.mention:
                yield start, end, "chosen-mention"

    def _mention_style(self, entity: str, form: str) -> str:
        if form != "name":
            return "reference"
        group = GROUP_OF[self._annotations.entities[entity].type]
        return GROUP_STYLES.get(group, "other")

    # Finding: one search for some lines, because lines are drawn by the page

    def _quotes_on(self, line: Span) -> list[tuple[int, Span]]:
        """Return the quotes' stretches on a line; an empty line lies in what is around it."""
        start, end = line.start, max(line.end, line.start + 1)
        return [near for near in self._near(line).quotes if near[1][0] < end and near[1][1] > start]

    def _near(self, line: Span) -> _Near:
        around = self._last_near.around
        if not around.start <= line.start <= line.end < around.end:
            around = Span(line.start, max(line.end + 1, line.start + _NEAR))
            known = self._annotations
            quotes, mentions = known.quote_spans, known.mention_spans
            self._last_near = _Near(
                around,
                [(known.quote_of_span(n), quotes[n]) for n in quotes.touching(*around)],
                [(n, mentions[n]) for n in mentions.touching(*around)],
            )
        return self._last_near


def speaker_hues(annotations: Annotations) -> Mapping[str, str]:
    """Return the hue style of each speaker (entity id), in the order of their first quotes."""
    return {who: HUE_STYLES[n % HUES] for n, who in enumerate(annotations.speakers)}


def laid_over(runs: Sequence[Run], span: Span, style: str) -> list[Run]:
    """Return runs with one more style over a span, applied last."""
    found: list[Run] = []
    for run in runs:
        start, end = max(run.start, span.start), min(run.end, span.end)
        if start >= end:
            found.append(run)
            continue
        pieces = (
            Run(run.start, start, run.styles),
            Run(start, end, (*run.styles, style)),
            Run(end, run.end, run.styles),
        )
        found += [piece for piece in pieces if piece.end > piece.start]
    return found


def _match_covers(line: Span, showing: Showing) -> Iterator[tuple[int, int, str]]:
    matches = showing.matches
    number = bisect_left(matches, line.start, key=lambda match: match.end)
    while number < len(matches) and matches[number].start < line.end:
        start, end = matches[number]
        if end > line.start:
            yield start, end, "match-current" if number == showing.match else "match"
        number += 1
