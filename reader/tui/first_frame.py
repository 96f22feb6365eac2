"""The first frame of an article, drawn by what draws all others, but without Textual.

Loading Textual takes most of a start. So the terminal gets this frame before; Textual's own first
frame then finds it there (see ``reader.tui.early``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.actions import Scope
from reader.store.state import ReaderState
from reader.tui.article_painter import DEFAULT_MEASURE, Columns, Painter
from reader.tui.article_rows import ArticleRows
from reader.tui.bars import (
    DRAWER_TITLE,
    ENTITIES_TITLE,
    RULE,
    VIEW_TITLE,
    annotating_words,
    banner_line,
    caption,
    drawer,
    heading_line,
    heading_of,
    key_line,
    paragraph_note,
    progress_words,
)
from reader.tui.cursor import Position
from reader.tui.entity_rows import EntityListing
from reader.tui.loading import LayerState, Opened
from reader.tui.marks import Marks, Showing
from reader.tui.palette import Mixer
from reader.tui.plan import Box, Panels, plan, title_start
from reader.tui.quote_rows import QuoteRows, summary, title
from reader.tui.row_painter import draw_line, draw_row, edge
from reader.tui.rows import Piece, Row
from reader.tui.text_rows import empty_list
from reader.tui.thumb import thumb_rows

Lines = Iterable[Iterable[Segment]]


class Placed(NamedTuple):
    """A line of some part of the screen, at its place."""

    x: int
    y: int
    segments: Iterable[Segment]


class FirstFrame:
    """What the screen shows of an article when nothing has been done yet.

    Args:
        opened: The article.
        state: What is remembered.
        size: The terminal's columns and lines.
        styles: The style of each name (see ``Palette``).
    """

    def __init__(
        self, opened: Opened, state: ReaderState, size: tuple[int, int], styles: Mapping[str, Style]
    ) -> None:
        self._opened, self._annotations = opened, opened.annotations
        self._state, self._size = state, size
        self._looks = {
            ground: Mixer(styles[ground], styles).of for ground in ("page", "bar", "drawer")
        }
        wishes = state.panels
        self._panels = Panels(wishes.entities, wishes.quotes, wishes.wider_by)
        self._layer = opened.state
        self._banner = 1 if self._layer == LayerState.ANNOTATING else 0
        self._boxes = plan((size[0], size[1] - 2 - self._banner), self._panels)
        self._numbers = range(len(self._annotations.quotes))
        self._place_article()

    def lines(self) -> Iterator[Placed]:
        """Yield the lines of all parts; together they cover the terminal."""
        width, height = self._size
        yield from self._part(Box(0, 0, width, 1), self._bar([self._heading()], width))
        for name, box in self._boxes.items():
            yield from self._part(box._replace(y=box.y + 1), self._draw(name, box))
        if self._banner:
            line = banner_line(
                progress_words(annotating_words(self._opened.problem or ""), 0, 1), width
            )
            yield from self._part(Box(0, height - 2, width, 1), self._bar([line], width, "page"))
        keys = key_line(Scope.ARTICLE, width)
        yield from self._part(Box(0, height - 1, width, 1), self._bar([keys], width))

    def _part(self, box: Box, lines: Lines) -> Iterator[Placed]:
        for y, segments in enumerate(islice(lines, box.height), box.y):
            yield Placed(box.x, y, segments)

    def _draw(self, name: str, box: Box) -> Lines:
        width, height = box.width, box.height
        if name == "article":
            return self._article(height)
        if name == "entities":
            entities = EntityListing().rows(self._annotations)
            return self._list(entities, 1, width, height)
        if name == "quotes":
            quotes = QuoteRows(self._annotations, self._numbers)
            return self._list(quotes, 2, width, height)
        if name == "drawer":
            why_empty = self._layer.why_empty
            lines = drawer(self._annotations, Position(), (width, height), why_empty)
            lines += [[]] * (height - len(lines))
            return self._bar(lines, width, "drawer")
        if name.endswith("-title"):
            return self._bar([self._title(name, width)], width, "page")
        return self._bar([[RULE]] * height, width, "page")

    def _bar(self, lines: Sequence[Sequence[Piece]], width: int, ground: str = "bar") -> Lines:
        return [draw_line(line, width, self._looks[ground]) for line in lines]

    # The article

    def _place_article(self) -> None:
        """Wrap what is visible of the article, at the remembered place."""
        box, article = self._boxes["article"], self._annotations.article
        measure = self._state.measure or DEFAULT_MEASURE
        self._columns = Columns.plan(box.width, measure, len(self._annotations.quotes))
        self._rows = self._opened.rows or ArticleRows(article, self._columns.text)
        self._rows.set_width(self._columns.text)
        place = self._state.place_in(article.path)
        anchor = self._rows.anchor(0)
        if place is not None and place.offset > article.body.start:
            anchor = min(place.offset, article.body.end)
        self._top = self._rows.settle(self._rows.row_of_anchor(anchor), box.height)

    def _article(self, height: int) -> Lines:
        painter, marks = Painter(self._looks["page"]), Marks(self._annotations)
        thumb = self._rows.thumb(self._top, height)
        for y in range(height):
            yield painter.row(
                self._rows, self._top + y, marks, Showing(), self._columns, thumb=y in thumb
            )

    def _heading(self) -> list[Piece]:
        progress = self._rows.progress(self._top, self._boxes["article"].height)
        heading = heading_of(self._annotations.article, ["", "", self._layer], progress)
        return heading_line(heading, self._size[0])

    def _title(self, name: str, width: int) -> list[Piece]:
        article, note = self._annotations.article, ""
        words = {"entities-title": ENTITIES_TITLE, "drawer-title": DRAWER_TITLE}.get(name, "")
        if name == "article-title":
            place = max(self._rows.line(self._top).start, article.body.start)
            words = VIEW_TITLE
            note = paragraph_note(self._rows.paragraph_at(place))
        elif name != "entities-title":
            note = " · ".join(summary(self._annotations, self._numbers))
            words = words or title(len(self._numbers))
        start = title_start(name, self._size[0], self._panels)
        return caption(words, note, start, width, focused=name == "article-title")

    # The lists

    def _list(self, rows: Sequence[Row], row_height: int, width: int, height: int) -> Lines:
        if not rows:
            rows, row_height = empty_list(self._layer.why_empty), 1
        style_of, whole = self._looks["page"], max(1, len(rows) * row_height)
        thumb = thumb_rows(height, 0.0, height / whole)
        drawn = (line for row in rows for line in draw_row(row, width, style_of))
        lines = [[*line, edge(style_of, thumb=y in thumb)]
                 for y, line in enumerate(islice(drawn, height))]  # fmt: skip
        yield from lines
        for _ in range(len(lines), height):
            yield draw_line((), width, style_of)
