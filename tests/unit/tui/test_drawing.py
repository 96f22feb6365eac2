"""Lines as they are drawn, cell by cell, against the slow way: any text, any marks."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from reader.cells import clusters
from reader.model.index import Annotations
from reader.model.layer import Entity, QuoteKind
from reader.model.text import Span
from reader.tui.article_painter import Columns, Painter, offset_under, with_offsets
from reader.tui.article_rows import ArticleRows
from reader.tui.cursor import Choice
from reader.tui.hints import short_name
from reader.tui.marks import Highlights, Marks, Showing, laid_over
from tests.unit.tui import layers, slow

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("aaabc   ——“”\n\t漢e\u0301\u0301👩\u200d👧❤\ufe0f\x1b\u202e🇬🇧"),
        st.sampled_from("abcdefghij "),
        st.characters(),
    ),
    min_size=1,
    max_size=120,
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, min(len(text), start + draw(st.integers(1, 40))))


@st.composite
def annotated(draw: st.DrawFn) -> Annotations:
    text = draw(TEXT)
    mentions = [
        layers.mention(n, text, span, draw(st.integers(0, 3)), pronoun=draw(st.booleans()))
        for n, span in enumerate(draw(st.lists(spans(text), max_size=6)))
    ]
    quotes = []
    for number in range(draw(st.integers(0, 5))):
        parts = sorted(draw(st.lists(spans(text), min_size=1, max_size=2)))
        kind: QuoteKind = draw(st.sampled_from(("direct", "mixed", "indirect", "scare")))
        speaker = draw(st.sampled_from([None, 0, 1, 2]))
        sureness = draw(st.sampled_from([0.3, 0.9]))
        quotes.append(layers.quote(number, text, parts, kind, speaker, sureness))
    return layers.annotations(text, mentions, quotes)


@st.composite
def showings(draw: st.DrawFn, annotations: Annotations) -> Showing:
    def one_of(count: int) -> int | None:
        return draw(st.one_of(st.none(), st.integers(0, count - 1))) if count else None

    text = annotations.article.text
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    matches = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    numbers = st.frozensets(st.integers(0, max(0, len(annotations.quotes) - 1)))
    return Showing(
        choice=Choice(one_of(len(annotations.quotes)), one_of(len(annotations.mentions))),
        solo=draw(st.sampled_from([None, "e0", "e1"])),
        only=draw(st.one_of(st.none(), numbers)),
        highlights=draw(st.sampled_from(Highlights)),
        matches=matches,
        match=one_of(len(matches)),
    )


def named(names: tuple[str, ...]) -> Style:
    return Style.from_meta({"names": names})


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(annotated(), st.integers(2, 60), st.data())
def test_lines_are_those_of_the_slow_way(
    annotations: Annotations, width: int, data: st.DataObject
) -> None:
    showing = data.draw(showings(annotations))
    columns = Columns.plan(width, 40, len(annotations.quotes))
    marks, painter = Marks(annotations), Painter(named)
    hints = slow.NO_HINTS
    if showing.highlights == Highlights.HINTS:
        hints = slow.hints(annotations, columns.text)
    rows = ArticleRows(annotations.article, columns.text)
    rows.set_hints(annotations if hints else None)
    for line in slow.lines(annotations.article.text, columns.text, hints):
        runs, sign = marks.runs(Span(*line), showing), marks.sign(Span(*line), showing)
        text, here = annotations.article.text, rows.hints_on(Span(*line))
        strip = Strip(painter.body(text, Span(*line), runs, sign, columns, here))
        assert strip.cell_length == sum(segment.cell_length for segment in strip) == width
        expected = slow.sign(annotations, line, showing)
        gutter = strip.text[: columns.left]
        if expected is None:
            assert not gutter.strip()
        else:
            label, bar, _ = expected
            shown = label if columns.label else ""
            assert gutter == f"{shown:>{columns.left - 2}}{bar} "
        if columns.left + columns.text > width:
            continue  # a pane narrower than its gutter: what is over the edge is cut
        drawn = [
            (character, segment.style.meta["names"])
            for segment in strip.crop(columns.left, width)
            if segment.style
            for character in segment.text
        ]
        wanted = [
            (character, spot.styles)
            for spot in slow.spots(annotations, line, showing, hints)
            for character in spot.shown
        ]
        assert drawn[: len(wanted)] == wanted
        assert {character for character, _ in drawn[len(wanted) :]} <= {" "}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(annotated(), st.integers(20, 60), st.booleans())
def test_each_cell_knows_its_character(
    annotations: Annotations, width: int, has_hints: bool
) -> None:
    text = annotations.article.text
    columns = Columns.plan(width, 40, 9)
    marks, painter = Marks(annotations), Painter(named)
    hints = slow.hints(annotations, columns.text) if has_hints else slow.NO_HINTS
    for line in slow.lines(text, columns.text, hints):
        span = Span(*line)
        here = {last: hint for last, hint in hints.items() if span.start <= last < span.end}
        runs = marks.runs(span, Showing())
        strip = Strip(painter.body(text, span, runs, None, columns, here))
        told = Strip(with_offsets(strip, text, span, columns, here))
        assert told.text == strip.text
        assert told.cell_length == strip.cell_length
        x = 0
        for segment in told:
            assert segment.style is not None
            offset, row = segment.style.meta["offset"]
            assert row == 0
            under = offset_under(x, text, span, columns, here)
            shown = [part.start for part in clusters(text, *line) if part.cells]
            assert offset == under if under in shown else offset in (span.start, span.end)
            x += segment.cell_length


SPOKEN = st.lists(
    st.sampled_from(
        ["she", "It", "they", "漢", "wall", "storm —", "well-worn", "e\u0301", "\n", "\t"]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


def with_pronouns(text: str) -> Annotations:
    """A text in which each pronoun means somebody."""
    found = re.finditer("she|It|they|漢", text)
    mentions = [
        layers.mention(n, text, Span(*match.span()), n % 3, pronoun=True)
        for n, match in enumerate(found)
    ]
    named = [layers.mention(100 + n, text, Span(0, 1), n) for n in range(3)]
    return layers.annotations(text, [*named, *mentions])


@settings(max_examples=250)
@given(SPOKEN, st.integers(2, 60))
def test_lines_with_hints_are_those_of_the_slow_way(text: str, width: int) -> None:
    annotations = with_pronouns(text)
    rows = ArticleRows(annotations.article, width)
    rows.set_hints(annotations)
    rows.wrap_around(1, 0, 10_000)  # row 0 is air above the text
    hints = slow.hints(annotations, width)
    expected = slow.lines(rows.span.of(text), width, hints)
    assert [tuple(rows.line(1 + n)) for n in range(len(expected))] == expected
    for line in expected:
        shown = slow.shown(annotations, line, hints)
        assert cell_len(shown) <= width or len(list(clusters(text, *line))) == 1
        on_line = rows.hints_on(Span(*line))
        assert on_line == {at: hint for at, hint in hints.items() if line[0] <= at < line[1]}


def test_a_hint_is_a_surname() -> None:
    def person(name: str, *aliases: str) -> str:
        return short_name(Entity(id="e", type="PERSON", name=name, aliases=aliases))

    assert person("Maria Chen", "Maria", "Chen") == "Chen"
    assert person("Zhang Youxia", "Gen. Zhang", "Zhang") == "Zhang"
    assert person("Ada Finch", "the poet") == "Finch"
    assert person("Martin Luther King, Jr.") == "King"
    assert person("the suspect") == "the suspect"
    assert short_name(Entity(id="e", type="ORG", name="Harbour Trust")) == "Harbour Trust"


@given(st.lists(st.integers(1, 5), max_size=6), st.integers(0, 20), st.integers(0, 20))
def test_a_style_laid_over_runs_changes_nothing_else(
    lengths: list[int], start: int, end: int
) -> None:
    marks = Marks(layers.annotations("x" * 30))
    runs, at = [], 0
    for number, length in enumerate(lengths):
        [run] = marks.runs(Span(at, at + length), Showing())
        runs.append(run._replace(styles=(str(number),)))
        at += length
    found = laid_over(runs, Span(start, max(start, end)), "selected")
    before = {x: run.styles for run in runs for x in range(run.start, run.end)}
    behind = {x: run.styles for run in found for x in range(run.start, run.end)}
    assert behind == {
        x: (*styles, "selected") if start <= x < end else styles for x, styles in before.items()
    }
