"""Lines as they are drawn, cell by cell, against the slow way: any text, any marks."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.style import Style
from textual.strip import Strip

from reader.cells import clusters
from reader.model.index import Annotations
from reader.model.layer import QuoteKind
from reader.model.text import Span
from reader.tui.article_painter import Columns, Painter, offset_under, with_offsets
from reader.tui.choice import Choice
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
    for line in slow.lines(annotations.article.text, columns.text):
        runs, sign = marks.runs(Span(*line), showing), marks.sign(Span(*line), showing)
        strip = Strip(painter.body(annotations.article.text, Span(*line), runs, sign, columns))
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
            for spot in slow.spots(annotations, line, showing)
            for character in spot.shown
        ]
        assert drawn[: len(wanted)] == wanted
        assert {character for character, _ in drawn[len(wanted) :]} <= {" "}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(annotated(), st.integers(20, 60))
def test_each_cell_knows_its_character(annotations: Annotations, width: int) -> None:
    text = annotations.article.text
    columns = Columns.plan(width, 40, 9)
    marks, painter = Marks(annotations), Painter(named)
    for line in slow.lines(text, columns.text):
        span = Span(*line)
        strip = Strip(painter.body(text, span, marks.runs(span, Showing()), None, columns))
        told = Strip(with_offsets(strip, text, span, columns))
        assert told.text == strip.text
        assert told.cell_length == strip.cell_length
        x = 0
        for segment in told:
            assert segment.style is not None
            offset, row = segment.style.meta["offset"]
            assert row == 0
            under = offset_under(x, text, span, columns)
            shown = [part.start for part in clusters(text, *line) if part.cells]
            assert offset == under if under in shown else offset in (span.start, span.end)
            x += segment.cell_length


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
