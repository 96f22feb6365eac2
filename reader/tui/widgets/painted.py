"""What is drawn by lines: finished strips, taken as they are."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.row_painter import draw_line
from reader.tui.rows import Piece
from reader.tui.styles import Styles


class Painted(Widget):
    """A widget that draws single lines.

    Textual's own ``render_lines`` composes each visible line with border and padding whenever the
    view moves, which takes most of a frame. A widget without either skips that. (With a border it
    is drawn correctly, but slowly: put the frame on a widget around it.)

    Args:
        id: The widget's id.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.look = Styles(self)
        """The styles of this widget, by the palette's names."""

    _has_looks = False

    def notify_style_update(self) -> None:
        """Look at the styles again before the next line is drawn."""
        super().notify_style_update()
        self._has_looks = False

    def prepare(self) -> None:
        """Bring everything up to date before something is drawn."""
        if not self._has_looks:
            self._has_looks = True
            if self.look.renew():
                self.forget_drawn()

    def forget_drawn(self) -> None:
        """Drop all finished strips."""

    @abstractmethod
    def line_strip(self, y: int) -> Strip:
        """Return the finished strip of line ``y``, counted from the top of what is visible.

        The same object as last time, if nothing on the line has changed: Textual keeps what it has
        computed for a strip in the strip.
        """

    def render_line(self, y: int) -> Strip:
        """Return a line's strip."""
        self.prepare()
        return self.line_strip(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a part of the widget."""
        self.prepare()
        if self.styles.gutter or self.opacity < 1:
            return super().render_lines(crop)
        strips = [self.line_strip(y) for y in crop.line_range]
        filters, ground = self.get_line_filters(), self.background_colors[1]
        for line_filter in filters:
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class Bar(Painted):
    """A line or some that say something, the same until the widget is refreshed."""

    ALLOW_SELECT = False

    _strips: Sequence[Strip] = ()
    _drawn_for: Size | None = None
    """The size that the strips are for."""

    @abstractmethod
    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return what the lines say; those behind the last are empty."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Make the lines anew."""
        self.forget_drawn()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def forget_drawn(self) -> None:
        """Drop the lines."""
        self._drawn_for = None

    def prepare(self) -> None:
        """Make the lines, if something has changed."""
        super().prepare()
        size = self.size
        if size != self._drawn_for:
            self._drawn_for = size
            lines = self.pieces(*size)
            self._strips = [
                Strip(draw_line(line, size.width, self.look.of), size.width) for line in lines
            ]

    def line_strip(self, y: int) -> Strip:
        """Return a line's strip."""
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.size.width, self.look.of(()))
