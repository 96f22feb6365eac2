"""The article pane's scrolling: a place in the text that outlives every new wrapping."""

from textual.geometry import Size
from textual.message import Message

from reader.model.article import Article
from reader.tui.article_painter import DEFAULT_MEASURE, Columns
from reader.tui.article_rows import ArticleRows
from reader.tui.widgets.line_view import LineView


class ArticleScroll(LineView):
    """Knows which rows of an article are visible, and moves among them.

    Row numbers are provisional: wrapping more of the text shifts them. So the widget holds on to
    the first visible line's offset and derives ``scroll_y`` from it.

    Args:
        article: What is shown.
        most_quotes: The highest number that the gutter must hold.
        rows: The article's rows, where somebody has made them already.
        id: The widget's id.
    """

    class PlaceChanged(Message, namespace="article_view"):
        """Another line stands at the top, or the text is wrapped anew (``progress`` changes)."""

        def __init__(self, view: "ArticleScroll", place: int) -> None:
            super().__init__()
            self.view = view
            self.place = place
            """The line's first character, in code points of the canonical text."""

        @property
        def control(self) -> "ArticleScroll":
            """The view that sent the message."""
            return self.view

    def __init__(
        self,
        article: Article,
        most_quotes: int,
        rows: ArticleRows | None = None,
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        super().__init__(id=id)
        self._article = article
        self._most_quotes = most_quotes
        self._measure = DEFAULT_MEASURE
        self._columns = Columns.plan(DEFAULT_MEASURE, DEFAULT_MEASURE, most_quotes)
        self._rows = rows or ArticleRows(article, self._columns.text)
        self._anchor = self._rows.anchor(0)
        self._laid_out: Size | None = None

    # Where the reader is

    @property
    def place(self) -> int:
        """The offset of the first character of the line at the top."""
        if self._lay_out():
            return self._rows.line(self._top).start
        return max(self._anchor, self._article.body.start)

    def go_to_place(self, offset: int) -> None:
        """Put the line with the character at ``offset`` on top; the beginning with its heading."""
        at_start = offset <= self._article.body.start
        self._bring(self._rows.anchor(0) if at_start else offset)

    def reveal(self, offset: int, *, centre: bool = False) -> None:
        """Scroll so that the character at ``offset`` is comfortably visible, if it is not."""
        height = self.size.height
        if centre:
            self._bring(offset, above=height // 2)
        elif not self.is_visible(offset, margin=min(2, height // 4)):
            self._bring(offset, above=height // 3)

    def is_visible(self, offset: int, *, margin: int = 0) -> bool:
        """Return whether the character's line is on screen.

        Args:
            offset: The character, in code points of the canonical text.
            margin: How many lines from the pane's edges it must be, unless the text ends there.
        """
        if not self._lay_out():
            return False
        top, last = self._top, self._top + self.size.height - 1
        if not self._rows.line(top).start <= offset <= self._rows.line(last).end:
            return False
        row = self._rows.row_of(offset)
        above = margin if top else 0
        below = margin if top < self.max_scroll_y else 0
        return top + above <= row <= last - below

    def paragraph_at(self, offset: int) -> tuple[int, int]:
        """Return which paragraph ``offset`` lies in, from 1, and of how many."""
        return self._rows.paragraph_at(offset)

    @property
    def progress(self) -> float:
        """How much of the text stands above the pane's lower edge, from 0 to 1."""
        return self._rows.progress(self._top, self.size.height) if self._lay_out() else 0.0

    def set_measure(self, columns: int) -> None:
        """Set the text's width in cells; a narrower pane narrows it further."""
        self._measure = columns
        self._wrap_anew()

    # Movement

    def action_line_down(self) -> None:
        """Scroll down by a line."""
        self._scroll_by(1)

    def action_line_up(self) -> None:
        """Scroll up by a line."""
        self._scroll_by(-1)

    def action_page_down(self) -> None:
        """Scroll down by a page, less two lines to hold on to."""
        self._scroll_by(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """Scroll up by a page, less two lines to hold on to."""
        self._scroll_by(-max(1, self.size.height - 2))

    def action_half_page_down(self) -> None:
        """Scroll down by half a page."""
        self._scroll_by(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Scroll up by half a page."""
        self._scroll_by(-max(1, self.size.height // 2))

    def action_top(self) -> None:
        """Go to the first line."""
        self.go_to_place(self._article.body.start)

    def action_end(self) -> None:
        """Go to the last line."""
        self._bring(self._rows.span.end, above=self.size.height - 1)

    # Layout

    def on_resize(self) -> None:
        """Show the same place in the new size."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow a move of the reader's; a new layout moves nothing by itself."""
        if self._laid_out != self.size:
            return
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._anchor = self._rows.anchor(self._settle(round(new_value)))
            self.post_message(self.PlaceChanged(self, self.place))

    def find_thumb(self) -> range:
        """Return the lines of the pane that the scroll thumb stands beside."""
        return self._rows.thumb(self._top, self.size.height)

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    def _lay_out(self) -> bool:
        """Wrap for the present size, if it is another one than last time.

        Textual paints a new size before it tells widgets of it; so this is called by whoever needs
        rows, painting included.

        Returns:
            Whether the widget has a size yet.
        """
        size = self.size
        if size and size != self._laid_out:
            is_first = self._laid_out is None
            columns = Columns.plan(size.width, self._measure, self._most_quotes)
            self._rows.set_width(columns.text)
            self._columns, self._laid_out = columns, size
            self.forget_drawn()
            self._settle(self._rows.row_of_anchor(self._anchor))
            if not is_first:
                self.post_message(self.PlaceChanged(self, self.place))
        return bool(size)

    def _wrap_anew(self) -> None:
        if self._laid_out is not None:
            self._laid_out = Size(0, 0)
            self._lay_out()
            self.refresh()

    def _settle(self, row: int) -> int:
        """Wrap the pages around a row and make it the top one, without a repaint.

        Returns:
            The top row's number, which may have changed.
        """
        page = self.size.height
        row = self._rows.settle(row, page)
        self.virtual_size = Size(self.size.width, max(page, self._rows.height))
        if row != self.scroll_y:
            self.set_reactive(ArticleScroll.scroll_y, float(row))
        self.set_reactive(ArticleScroll.scroll_target_y, float(row))
        return row

    def _bring(self, anchor: int, above: int = 0) -> None:
        """Scroll so that an anchor's row has ``above`` rows above it."""
        if not self._lay_out():
            self._anchor = anchor
            return
        self._rows.settle(self._rows.row_of_anchor(anchor), self.size.height, above)
        self._settle(self._rows.row_of_anchor(self._anchor))
        self._scroll_to_row(self._rows.row_of_anchor(anchor) - above)

    def _scroll_by(self, rows: int) -> None:
        if self._lay_out():
            self._scroll_to_row(self._top + rows)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=max(0, row), animate=False, force=True)
