"""What is drawn by lines: finished strips, taken as they are."""

from abc import abstractmethod
from collections.abc import Sequence

from textual.geometry import Region
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

    def prepare(self) -> None:
        """Bring everything up to date before something is drawn."""
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
        for line_filter in self.get_line_filters():
            ground = self.background_colors[1]
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class Bar(Painted):
    """A line or some that say something, made anew whenever they are drawn."""

    ALLOW_SELECT = False

    _strips: Sequence[Strip] = ()

    @abstractmethod
    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return what the lines say; those behind the last are empty."""

    def prepare(self) -> None:
        """Make the lines."""
        super().prepare()
        width, height = self.size
        lines = self.pieces(width, height)
        self._strips = [Strip(draw_line(line, width, self.look.of), width) for line in lines]

    def line_strip(self, y: int) -> Strip:
        """Return a line's strip."""
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.size.width, self.look.of(()))
