"""Lines of the article pane as segments: margin, gutter, styled text."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from reader.cells import fit, is_plain
from reader.model.text import Span
from reader.tui.article_rows import ArticleRows
from reader.tui.hints import woven
from reader.tui.marks import Marks, Run, Showing, Sign
from reader.tui.thumb import THUMB

_NARROW = 48
"""Below this many cells the gutter has no room for quote numbers."""
_LEAST_TEXT = 2
NO_HINTS: Mapping[int, str] = {}
_GROUNDS = ("chosen-quote", "selected")
"""Styles of the text that a hint inside it has too."""
DEFAULT_MEASURE = 72
"""The text's width in cells, if the pane is wide enough."""


class Columns(msgspec.Struct, frozen=True):
    """How the pane's width is shared out, in cells."""

    width: int
    """The whole pane."""
    text: int
    """The text's measure."""
    label: int
    """The quote's number in the gutter; 0 in a narrow pane."""

    @classmethod
    def plan(cls, width: int, measure: int, most_quotes: int) -> "Columns":
        """Share out a width.

        Args:
            width: The pane's width.
            measure: How wide the text may be at most.
            most_quotes: The highest number that the gutter must hold.
        """
        label = 0 if width < _NARROW else max(3, len(str(most_quotes)) + 1)
        room = width - label - 4  # the bar, a space beside it, and air before the thumb
        return cls(width, max(_LEAST_TEXT, min(measure, room)), label)

    @property
    def left(self) -> int:
        """Where the text begins: centred, as far as the gutter leaves room."""
        return max(self.label + 2, (self.width - self.text) // 2)


class Painter:
    """Makes segments of lines; those of a line fill the pane's width.

    Args:
        style_of: Gives the finished style for names of the palette, applied in order.
    """

    def __init__(self, style_of: Callable[[tuple[str, ...]], Style]) -> None:
        self._style_of = style_of

    def body(
        self,
        text: str,
        line: Span,
        runs: list[Run],
        sign: Sign | None,
        columns: Columns,
        hints: Mapping[int, str] = NO_HINTS,
        *,
        thumb: bool = False,
    ) -> list[Segment]:
        """Draw a line of the body.

        Args:
            text: The canonical text.
            line: What the line shows of it.
            runs: Its styles, without gaps.
            sign: What stands in its gutter.
            columns: How the width is shared out.
            hints: What stands behind its pronouns, by the offset of the last character of each.
            thumb: Whether the scroll thumb is beside it.
        """
        segments = self._gutter(sign, columns)
        style_of = self._style_of
        if not hints and is_plain(text, line.start, line.end):
            segments += [Segment(text[start:end], style_of(names)) for start, end, names in runs]
            used = line.end - line.start
        else:
            pieces = [
                Segment(part, style_of(names)) for part, names in _shown(text, line, runs, hints)
            ]
            segments += pieces
            used = sum(cell_len(piece.text) for piece in pieces)
        return self._finish(segments, columns.left + used, columns.width, thumb=thumb)

    def heading(
        self, words: str, name: str, columns: Columns, *, thumb: bool = False
    ) -> list[Segment]:
        """Draw a line of the heading, or an empty one."""
        shown, cells = fit(words, columns.text)
        segments = [Segment(" " * columns.left, self._style_of(()))]
        if shown:
            segments.append(Segment(shown, self._style_of((name,))))
        return self._finish(segments, columns.left + cells, columns.width, thumb=thumb)

    def row(
        self,
        rows: ArticleRows,
        number: int,
        marks: Marks,
        showing: Showing,
        columns: Columns,
        *,
        thumb: bool = False,
    ) -> list[Segment]:
        """Draw a row of the article, whatever stands in it.

        Args:
            rows: The article's rows.
            number: Which.
            marks: The article's marks.
            showing: What of them is shown.
            columns: How the width is shared out.
            thumb: Whether the scroll thumb is beside it.
        """
        heading = ("", "") if number >= rows.height else rows.heading(number)
        if heading is not None:
            return self.heading(*heading, columns, thumb=thumb)
        line = rows.line(number)
        runs, sign = marks.runs(line, showing), marks.sign(line, showing)
        return self.body(rows.text, line, runs, sign, columns, rows.hints_on(line), thumb=thumb)

    def _gutter(self, sign: Sign | None, columns: Columns) -> list[Segment]:
        if sign is None:
            return [Segment(" " * columns.left, self._style_of(()))]
        before = columns.left - 2 - columns.label
        label = f"{sign.label:>{columns.label}}" if columns.label else ""
        names = ("gutter", "gutter-chosen") if sign.chosen else ("gutter",)
        return [
            Segment(" " * before + label, self._style_of(names)),
            Segment(sign.bar, self._style_of((sign.style,))),
            Segment(" ", self._style_of(())),
        ]

    def _finish(
        self, segments: list[Segment], used: int, width: int, *, thumb: bool
    ) -> list[Segment]:
        if used >= width:
            return Segment.adjust_line_length(segments, width) if used > width else segments
        segments.append(Segment(" " * (width - used - thumb), self._style_of(())))
        if thumb:
            segments.append(Segment(THUMB, self._style_of(("thumb",))))
        return segments


def _shown(
    text: str, line: Span, runs: list[Run], hints: Mapping[int, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is shown of each run; a cluster belongs to the run that it begins in."""
    parts = list(woven(text, *line, hints))
    at = 0
    for run in runs:
        shown = ""
        while at < len(parts) and parts[at].start < run.end:
            shown += parts[at].shown
            if hint := parts[at].hint:
                yield shown, run.styles
                yield hint, (*(name for name in run.styles if name in _GROUNDS), "hint")
                shown = ""
            at += 1
        if shown:
            yield shown, run.styles


def offset_under(
    x: int, text: str, line: Span, columns: Columns, hints: Mapping[int, str] = NO_HINTS
) -> int | None:
    """Return the character that a line shows in column ``x`` of the pane; None beside the text.

    A hint counts as the character that it follows.
    """
    left = columns.left
    for start, _, _, cells, _, hint_cells in woven(text, *line, hints):
        if left <= x < left + cells + hint_cells:
            return start
        left += cells + hint_cells
    return None


def with_offsets(
    drawn: Iterable[Segment],
    text: str,
    line: Span,
    columns: Columns,
    hints: Mapping[int, str] = NO_HINTS,
) -> Iterator[Segment]:
    """Yield a line's segments so that each cell says which character it shows.

    That is for Textual's selection. Textual takes an offset's x for the segment's first character
    and counts on from there; so each cluster is a segment of its own, each cell of a hint is one at
    the character that the hint follows, and each cell beside the text one at the line's start or
    end.
    """
    parts = [part for part in woven(text, *line, hints) if part.shown]
    x, at, hint = 0, 0, ""
    for segment in drawn:
        rest, style = segment.text, segment.style or Style.null()
        if hint and rest == hint:
            on_last = style + _offset_style(parts[at - 1].start)
            yield from (Segment(character, on_last) for character in rest)
            rest, hint = "", ""
        if x >= columns.left:
            while not hint and at < len(parts) and rest.startswith(parts[at].shown):
                shown, hint = parts[at].shown, parts[at].hint
                yield Segment(shown, style + _offset_style(parts[at].start))
                rest, at = rest[len(shown) :], at + 1
        beside = style + _offset_style(line.end if at and at == len(parts) else line.start)
        yield from (Segment(character, beside) for character in rest)
        x += segment.cell_length


def _offset_style(offset: int) -> Style:
    return Style.from_meta({"offset": (offset, 0)})
