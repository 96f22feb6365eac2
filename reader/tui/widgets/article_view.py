"""The article pane: a line-API view that costs what can be seen, whatever the article's length."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from reader.model.index import Annotations
from reader.model.text import Span
from reader.tui.article_painter import Painter, offset_under, with_offsets
from reader.tui.article_rows import ArticleRows
from reader.tui.cursor import Choice
from reader.tui.marks import Highlights, Marks, Showing, laid_over
from reader.tui.thumb import fraction_at
from reader.tui.widgets.article_scroll import ArticleScroll

__all__ = ["ArticleView", "Highlights"]

_CACHED_LINES = 120


class ArticleView(ArticleScroll):
    """Shows one article with the marks of its layer.

    Actions for key bindings: ``line_down``, ``line_up``, ``page_down``, ``page_up``,
    ``half_page_down``, ``half_page_up``, ``top``, ``end``.

    Args:
        annotations: The article with its layer (an empty layer while there is none).
        rows: The article's rows, where somebody has made them already.
        id: The widget's id.
    """

    class Clicked(Message):
        """The reader clicked on a character of the text, or left of a line with a quote."""

        def __init__(self, view: "ArticleView", offset: int) -> None:
            super().__init__()
            self.view = view
            self.offset = offset
            """The character, in code points of the canonical text."""

        @property
        def control(self) -> "ArticleView":
            """The view that sent the message."""
            return self.view

    def __init__(
        self,
        annotations: Annotations,
        rows: ArticleRows | None = None,
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        super().__init__(annotations.article, len(annotations.quotes), rows, id=id)
        self._annotations = annotations
        self._marks = Marks(annotations)
        self._showing = Showing()
        self._painter = Painter(self.look.of)
        self._strips: dict[tuple[Span, bool], Strip] = {}

    # What is shown

    def set_annotations(self, annotations: Annotations) -> None:
        """Show another layer of the same text; the place stays, the choice goes."""
        self._annotations = annotations
        self._marks = Marks(annotations)
        self._most_quotes = len(annotations.quotes)
        self._showing = Showing(
            highlights=self._showing.highlights,
            matches=self._showing.matches,
            match=self._showing.match,
        )
        self.forget_drawn()
        self._rows.set_hints(self._hinted)
        self._wrap_anew()

    def choose(self, choice: Choice | None) -> None:
        """Show what is chosen; None takes the choice away."""
        old, new = self._showing.choice, choice or Choice()
        if old != new:
            self._showing = replace(self._showing, choice=new)
            self._redraw_lines([*self._spans_of(old), *self._spans_of(new)])

    def solo(self, entity: str | None) -> None:
        """Dim everything but one entity's mentions and quotes; None shows all again."""
        self._show(replace(self._showing, solo=entity))

    def show_only_quotes(self, numbers: frozenset[int] | None) -> None:
        """Leave only these quotes their marks; None gives them back to all."""
        self._show(replace(self._showing, only=numbers))

    def set_highlights(self, highlights: Highlights) -> None:
        """Choose which marks are shown, and whether hints are."""
        self._show(replace(self._showing, highlights=highlights))
        if self._rows.set_hints(self._hinted):
            self._wrap_anew()

    @property
    def _hinted(self) -> Annotations | None:
        return self._annotations if self._showing.highlights == Highlights.HINTS else None

    def set_matches(self, spans: Sequence[Span], current: int | None) -> None:
        """Show find results.

        Args:
            spans: The hits, sorted by start, without overlaps, in code points of the text.
            current: The number in ``spans`` of the hit that the reader is at.
        """
        old = self._showing
        if spans is old.matches:
            self._showing = replace(old, match=current)
            self._redraw_lines([spans[n] for n in (old.match, current) if n is not None])
        else:
            self._show(replace(old, matches=spans, match=current))

    def _show(self, showing: Showing) -> None:
        if showing != self._showing:
            self._showing = showing
            self.forget_drawn()
            self.refresh()

    def _spans_of(self, choice: Choice) -> Iterable[Span]:
        if choice.quote is not None:
            yield from (Span(s.start, s.end) for s in self._annotations.quotes[choice.quote].spans)
        if choice.mention is not None:
            yield self._annotations.mention_spans[choice.mention]

    # Drawing

    def prepare(self) -> None:
        """Bring layout and styles up to date before anything is drawn."""
        self._lay_out()
        super().prepare()

    def forget_drawn(self) -> None:
        """Drop all finished strips."""
        super().forget_drawn()
        self._strips.clear()

    def line_strip(self, y: int) -> Strip:
        """Return the finished strip of the pane's line ``y``."""
        row, thumb = self._top + y, y in self.thumb
        heading = ("", "") if row >= self._rows.height else self._rows.heading(row)
        line = self._rows.line(row) if heading is None else _no_line(row)
        key = (line, thumb)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _CACHED_LINES:
                self._strips.clear()
            segments = (
                self._draw(line, thumb=thumb)
                if heading is None
                else self._painter.heading(*heading, self._columns, thumb=thumb)
            )
            strip = self._strips[key] = self.finish(segments, self._columns.width)
        return strip

    def render_line(self, y: int) -> Strip:
        """Return the pane's line ``y`` with the offsets that the mouse selects text by."""
        strip, row = super().render_line(y), self._top + y
        line = self._rows.line(row)
        if self._rows.heading(row) is not None:
            line = Span(line.start, line.start)
        hints = self._rows.hints_on(line)
        segments = with_offsets(strip, self._article.text, line, self._columns, hints)
        return Strip(segments, self._columns.width)

    def _draw(self, line: Span, *, thumb: bool) -> list[Segment]:
        runs = self._marks.runs(line, self._showing)
        if (selection := self.text_selection) is not None:
            runs = laid_over(runs, self._selected(selection), "selected")
        sign = self._marks.sign(line, self._showing)
        text, hints = self._article.text, self._rows.hints_on(line)
        return self._painter.body(text, line, runs, sign, self._columns, hints, thumb=thumb)

    def _redraw_lines(self, spans: Sequence[Span]) -> None:
        """Draw only the lines anew that the spans lie on."""
        if not spans:
            return
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        near = [key for key in self._strips if key[0].start < last and key[0].end >= first]
        for key in near:
            if _touches(key[0], spans):
                del self._strips[key]
        if self._laid_out is not None:
            regions = [region for span in spans if (region := self._region_of(span))]
            if regions:
                self.refresh(*regions)

    def _region_of(self, span: Span) -> Region:
        """Return the visible lines that a span lies on, whole."""
        rows, top, (width, height) = self._rows, self._top, self.size
        start, end = rows.line(top).start, rows.line(top + height - 1).end
        if span.end <= start or span.start > end:
            return Region()
        first, last = rows.row_of(max(span.start, start)), rows.row_of(min(span.end - 1, end))
        return Region(0, first - top, width, last - first + 1).translate(self.content_offset)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked on.

        Textual's own answer to a second and third click, to select everything, is left out.
        """
        event.prevent_default()
        at = event.get_content_offset(self)
        if at is None or self.text_selection is not None:
            return
        if at.x == self.size.width - 1:
            start, end = self._rows.span
            self.go_to_place(start + int(fraction_at(at.y, self.size.height) * (end - start)))
            return
        row = self._top + at.y
        if row >= self._rows.height or self._rows.heading(row) is not None:
            return
        line = self._rows.line(row)
        hints = self._rows.hints_on(line)
        offset = offset_under(at.x, self._article.text, line, self._columns, hints)
        if at.x < self._columns.left:
            sign = self._marks.sign(line, self._showing)
            offset = None if sign is None else self._marks.start_on(line, sign.quote)
        if offset is not None:
            self.post_message(self.Clicked(self, offset))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as the article has it."""
        return self._selected(selection).of(self._article.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the lines that are selected, and those that no longer are."""
        self.forget_drawn()
        super().selection_updated(selection)

    def _selected(self, selection: Selection) -> Span:
        """Return a selection as a span of the text; its x are offsets, its y are all 0."""
        body = self._article.body
        start = body.start if selection.start is None else selection.start.x
        end = body.end if selection.end is None else selection.end.x
        return Span(start, max(start, end))


def _no_line(row: int) -> Span:
    """Return what stands for a row without text among the lines: a span before all of them."""
    return Span(-1 - row, -1 - row)


def _touches(line: Span, spans: Iterable[Span]) -> bool:
    """Whether one of the spans has a character on a line; an empty line has its line end."""
    behind = max(line.end, line.start + 1)
    return any(span.start < behind and span.end > line.start for span in spans)
