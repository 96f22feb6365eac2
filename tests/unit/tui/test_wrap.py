"""Wrapping: the lazy, block-wise way against a slow and obvious one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.text import Span
from reader.tui.wrap import WrappedText
from tests.unit.tui import slow

words = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aaaabcdefgh  ——-’“”  \n\n\t\u200b漢字한e\u0301👩\u200d👧❤\ufe0f\x1b\u202e"
        ),
        st.characters(),
    ),
    max_size=200,
)


@settings(max_examples=300)
@given(words, st.integers(2, 30), st.sampled_from([8, 50, 4096]))
def test_lines_are_those_of_the_slow_way(text: str, width: int, block: int) -> None:
    if max((len(line) for line in text.split("\n")), default=0) >= block:
        block = 4096  # very long lines are cut between blocks; tested below
    wrapped = WrappedText(text, Span(0, len(text)), width, block)
    wrapped.wrap_around(0, 0, 10_000)
    expected = slow.lines(text, width)
    assert [wrapped.line(row) for row in range(wrapped.height)] == expected


@settings(max_examples=200)
@given(words, st.integers(2, 30), st.data())
def test_rows_and_offsets_agree_in_any_order(text: str, width: int, data: st.DataObject) -> None:
    wrapped = WrappedText(text, Span(0, len(text)), width, block=16)
    offsets = data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=5))
    for offset in offsets:
        row = wrapped.row_of(offset)
        line = wrapped.line(row)
        assert line.start <= offset or row == 0
        assert row == wrapped.row_of(line.start)
        around = wrapped.wrap_around(row, 3, 3)
        assert wrapped.line(around) == line
        steady = [wrapped.line(max(0, around + step)) for step in (-3, -2, -1, 0, 1, 2, 3)]
        assert [wrapped.line(max(0, around + step)) for step in (-3, -2, -1, 0, 1, 2, 3)] == steady
        assert wrapped.row_of(offset) == around


@given(words)
def test_a_new_width_starts_anew(text: str) -> None:
    wrapped = WrappedText(text, Span(0, len(text)), 20, block=32)
    wrapped.wrap_around(0, 0, 10_000)
    wrapped.wrap_anew(9)
    wrapped.wrap_around(0, 0, 10_000)
    fresh = WrappedText(text, Span(0, len(text)), 9, block=32)
    fresh.wrap_around(0, 0, 10_000)
    assert wrapped.height == fresh.height
    assert [wrapped.line(r) for r in range(fresh.height)] == [
        fresh.line(r) for r in range(fresh.height)
    ]


def test_one_endless_line_is_cut_into_blocks() -> None:
    text = "word " * 20_000
    wrapped = WrappedText(text, Span(0, len(text)), 40)
    row = wrapped.row_of(len(text) - 2)
    assert wrapped.line(row).end == len(text) - 1
    assert wrapped.line(wrapped.row_of(50_000)).of(text).startswith("word")
    solid = "x" * 100_000
    wrapped = WrappedText(solid, Span(0, len(solid)), 40)
    assert wrapped.line(wrapped.row_of(99_999)).end == 100_000


def test_heights_are_well_estimated() -> None:
    text = ("The wall lost forty metres of its crest in the January gales. " * 5 + "\n\n") * 4_000
    wrapped = WrappedText(text, Span(0, len(text)), 72)
    estimated = wrapped.height
    wrapped.wrap_around(0, 0, estimated * 2)
    assert abs(estimated - wrapped.height) < 0.15 * wrapped.height


def test_only_the_span_is_shown() -> None:
    text = "date\nThe council voted.\nfooter"
    wrapped = WrappedText(text, Span(5, 23), 11)
    wrapped.wrap_around(0, 0, 9)
    assert [wrapped.line(row).of(text) for row in range(wrapped.height)] == [
        "The council",
        "voted.",
    ]
