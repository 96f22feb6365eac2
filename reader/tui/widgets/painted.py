"""What is drawn by lines: finished strips, taken as they are."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Self

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import NULL_SIZE, Region
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.row_painter import draw_line
from reader.tui.rows import Piece
from reader.tui.styles import Styles


class _Line(Strip):
    """A strip that does not hold on to itself.

    Textual's own keeps what it was last divided into. Where that is one piece, which it is on all
    lines that nothing lies over, only the garbage collector frees it: a megabyte after ten steps.
    """

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Cut the strip at some cells."""
        wanted = list(cuts)
        return [self] if wanted == [self.cell_length] else super().divide(wanted)


class Painted(Widget):
    """A widget that draws single lines, and only those that have changed.

    Textual's own ``render_lines`` composes each visible line with border and padding whenever the
    view moves, which takes most of a frame. A widget without either skips that. (With a border it
    is drawn correctly, but slowly: put the frame on a widget around it.)

    Args:
        children: What lies over it.
        id: The widget's id.
    """

    def __init__(self, *children: Widget, id: str | None = None) -> None:  # noqa: A002 (Textual's)
        super().__init__(*children, id=id)
        self.look = Styles(self)
        """The styles of this widget, by the palette's names."""
        self._has_looks = False
        self._filters: tuple[Sequence[LineFilter], Color] | None = None
        self._lines: dict[int, Strip] = {}
        """The lines as Textual has them, by their number from the top of what is visible."""
        self._lines_for = NULL_SIZE
        """The widget's size when they were drawn."""

    # What is out of date

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw the lines in some regions of the widget anew, or (no region) all of them."""
        if regions:
            for region in regions:
                for y in region.line_range:
                    self._lines.pop(y, None)
        else:
            self._lines.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Look at the styles again before the next line is drawn."""
        super().notify_style_update()
        self._has_looks = False
        self._lines.clear()

    def prepare(self) -> None:
        """Bring everything up to date before something is drawn."""
        if not self._has_looks:
            self._has_looks = True
            filters = self.get_line_filters(), self.background_colors[1]
            if self.look.renew() or filters != self._filters:
                self._filters = filters
                self.forget_drawn()

    def forget_drawn(self) -> None:
        """Drop all finished strips."""
        self._lines.clear()

    # Drawing

    @abstractmethod
    def line_strip(self, y: int) -> Strip:
        """Return the finished strip of line ``y``, counted from the top of what is visible.

        Where the line has stood elsewhere before, it should be the same object: Textual keeps what
        it has computed for a strip in the strip.
        """

    def finish(self, segments: Iterable[Segment], width: int) -> Strip:
        """Return a line's strip as the terminal can show it.

        Args:
            segments: What stands there, up to the widget's edge.
            width: The widget's width in cells.
        """
        line = list(segments)
        if self._filters is not None:
            filters, ground = self._filters
            for line_filter in filters:
                line = line_filter.apply(line, ground)
        return _Line(line, width)

    def render_line(self, y: int) -> Strip:
        """Return a line's strip."""
        self.prepare()
        return self.line_strip(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a part of the widget."""
        size = self.size
        if size != self._lines_for:  # a new size is drawn before the widget is told of it
            self._lines_for = size
            self.forget_drawn()
        if any(y not in self._lines for y in crop.line_range):
            self.prepare()
            if self.styles.gutter or self.opacity < 1:
                return super().render_lines(crop)
            for y in crop.line_range:
                if y not in self._lines:
                    self._lines[y] = self.line_strip(y)
        strips = [self._lines[y] for y in crop.line_range]
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class Bar(Painted):
    """A line or some that say something, the same until the widget is refreshed."""

    ALLOW_SELECT = False

    _pieces: Sequence[Sequence[Piece]] = ()

    @abstractmethod
    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return what the lines say; those behind the last are empty."""

    def prepare(self) -> None:
        """Ask what there is to say."""
        super().prepare()
        self._pieces = self.pieces(*self.size)

    def line_strip(self, y: int) -> Strip:
        """Return a line's strip."""
        width = self.size.width
        pieces = self._pieces[y] if y < len(self._pieces) else ()
        return self.finish(draw_line(pieces, width, self.look.of), width)


class Ground(Painted):
    """A widget that others cover: all its lines are the same empty one."""

    _blank: Strip | None = None

    def forget_drawn(self) -> None:
        """Drop the line."""
        super().forget_drawn()
        self._blank = None

    def line_strip(self, y: int) -> Strip:
        """Return the line."""
        width = self.size.width
        if self._blank is None or self._blank.cell_length != width:
            self._blank = self.finish(draw_line((), width, self.look.of), width)
        return self._blank
