"""The article pane: a line-API view that costs what can be seen, whatever the article's length."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model.index import Annotations
from reader.model.text import Span, paragraphs
from reader.tui.choice import Choice

GUTTER = 5
"""Cells left of the text: quote number and mark."""
DEFAULT_MEASURE = 72


class Highlights(Enum):
    """Which marks the article shows."""

    ALL = "all"
    QUOTES = "quotes"
    ENTITIES = "entities"
    NONE = "none"


class ArticleView(ScrollView, can_focus=True):
    """Shows one article with the marks of its layer.

    Actions for key bindings: ``line_down``, ``line_up``, ``page_down``, ``page_up``,
    ``half_page_down``, ``half_page_up``, ``top``, ``end``.

    Args:
        annotations: The article with its layer (an empty layer while there is none).
        id: The widget's id.
    """

    DEFAULT_CSS: ClassVar[str] = """
    ArticleView { height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    class _OfView(Message):
        def __init__(self, view: "ArticleView") -> None:
            super().__init__()
            self.view = view

        @property
        def control(self) -> "ArticleView":
            """The view that sent the message."""
            return self.view

    class Clicked(_OfView):
        """The reader clicked on a character of the text."""

        def __init__(self, view: "ArticleView", offset: int) -> None:
            super().__init__(view)
            self.offset = offset

    class PlaceChanged(_OfView):
        """Another line stands at the top."""

        def __init__(self, view: "ArticleView", place: int) -> None:
            super().__init__(view)
            self.place = place

    def __init__(self, annotations: Annotations, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._annotations = annotations
        self._measure = DEFAULT_MEASURE
        self._lines: list[Span] = []
        self._starts: list[int] = []
        self._place = annotations.article.body.start
        self._paragraphs = [
            p.start for p in paragraphs(annotations.article.text, annotations.article.body)
        ]

    def set_annotations(self, annotations: Annotations) -> None:
        """Show another layer of the same text; the place stays."""
        self._annotations = annotations
        self.refresh()

    def choose(self, choice: Choice | None) -> None:
        """Show what is chosen; None takes the choice away."""

    def solo(self, entity: str | None) -> None:
        """Dim everything but one entity's mentions and quotes; None shows all again."""

    def show_only_quotes(self, numbers: frozenset[int] | None) -> None:
        """Leave only these quotes their marks; None gives them back to all."""

    def set_highlights(self, highlights: Highlights) -> None:
        """Choose which marks are shown."""

    def set_matches(self, spans: Sequence[Span], current: int | None) -> None:
        """Show find results.

        Args:
            spans: The hits, sorted by start, in code points of the canonical text.
            current: The number in ``spans`` of the hit that the reader is at.
        """

    def set_measure(self, columns: int) -> None:
        """Set the text's width in cells; a narrower pane narrows it further."""
        self._measure = columns
        self._wrap()

    def reveal(self, offset: int, *, centre: bool = False) -> None:
        """Scroll so that the character at ``offset`` is comfortably visible, if it is not."""
        line = self._line_of(offset)
        top, height = round(self.scroll_y), self.size.height
        if centre or not top + 2 <= line < top + height - 2:
            self._to_line(line - (height // 2 if centre else height // 4))

    @property
    def place(self) -> int:
        """The offset of the first character of the line at the top."""
        return self._place

    def go_to_place(self, offset: int) -> None:
        """Put the line with the character at ``offset`` on top."""
        self._to_line(self._line_of(offset))

    def paragraph_at(self, offset: int) -> tuple[int, int]:
        """Return which paragraph ``offset`` lies in, from 1, and of how many."""
        return max(1, bisect_right(self._paragraphs, offset)), len(self._paragraphs)

    @property
    def progress(self) -> float:
        """How far the reader has come, from 0 to 1; 1 when the last line is on screen."""
        return 1.0 if not self.max_scroll_y else self.scroll_y / self.max_scroll_y

    # Movement

    def action_line_down(self) -> None:
        """Scroll down by a line."""
        self._to_line(round(self.scroll_y) + 1)

    def action_line_up(self) -> None:
        """Scroll up by a line."""
        self._to_line(round(self.scroll_y) - 1)

    def action_page_down(self) -> None:
        """Scroll down by a page, less two lines to hold on to."""
        self._to_line(round(self.scroll_y) + max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """Scroll up by a page, less two lines to hold on to."""
        self._to_line(round(self.scroll_y) - max(1, self.size.height - 2))

    def action_half_page_down(self) -> None:
        """Scroll down by half a page."""
        self._to_line(round(self.scroll_y) + max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Scroll up by half a page."""
        self._to_line(round(self.scroll_y) - max(1, self.size.height // 2))

    def action_top(self) -> None:
        """Go to the first line."""
        self._to_line(0)

    def action_end(self) -> None:
        """Go to the last line."""
        self._to_line(len(self._lines))

    # Drawing

    def on_resize(self) -> None:
        """Wrap the text for the new width, with the same place on top."""
        self._wrap()

    def render_line(self, y: int) -> Strip:
        """Return the pane's line ``y`` (cells from the top of what is visible)."""
        number = round(self.scroll_y) + y
        width = self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        left = " " * ((width - self._text_width) // 2)
        text = self._lines[number].of(self._annotations.article.text)
        strip = Strip([Segment(left + text, self.rich_style)])
        return strip.adjust_cell_length(width, self.rich_style)

    @property
    def _text_width(self) -> int:
        return max(1, min(self._measure, self.size.width - 2 * GUTTER))

    def _wrap(self) -> None:
        text, body = self._annotations.article.text, self._annotations.article.body
        self._lines = []
        at = body.start
        while at < body.end:
            stop = text.find("\n", at, body.end)
            stop = body.end if stop < 0 else stop
            while stop - at > self._text_width:
                cut = text.rfind(" ", at, at + self._text_width + 1)
                cut = at + self._text_width if cut <= at else cut
                self._lines.append(Span(at, cut))
                at = cut + (text[cut] == " ")
            self._lines.append(Span(at, stop))
            at = stop + 1
        self._starts = [line.start for line in self._lines]
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.go_to_place(self._place)
        self.refresh()

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _to_line(self, number: int) -> None:
        self.scroll_to(y=number, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell others about a new place."""
        super().watch_scroll_y(old_value, new_value)
        if self._lines and round(old_value) != round(new_value):
            self._place = self._lines[min(round(new_value), len(self._lines) - 1)].start
            self.post_message(self.PlaceChanged(self, self._place))
