"""What the article and the lists have in common: finished strips, taken as they are."""

from typing import ClassVar

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.styles import Styles


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view that draws single lines and keeps what it has drawn.

    Textual's own ``render_lines`` composes each visible line with border and padding whenever the
    view moves, which takes most of a frame. A view without either skips that. (With a border it is
    drawn correctly, but slowly: put the frame on a widget around it.)

    Subclasses draw with ``line_strip`` and drop what they keep in ``forget_drawn``.

    Args:
        id: The widget's id.
    """

    DEFAULT_CSS: ClassVar[str] = """
    LineView {
        width: 1fr; height: 1fr; overflow: hidden; background: $background; color: $foreground;
    }
    """

    # Another height of the contents changes nothing around the view: there is no scrollbar.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.look = Styles(self)
        """The styles of this view, by the palette's names."""
        self.thumb = range(0)
        """The lines that the scroll thumb stands beside, in what is drawn now."""

    @property
    def allow_vertical_scroll(self) -> bool:
        """Let the wheel scroll, though there is no scrollbar of Textual's."""
        return True

    def prepare(self) -> None:
        """Bring everything up to date before something is drawn."""
        if self.look.renew():
            self.forget_drawn()
        self.thumb = self.find_thumb()

    def find_thumb(self) -> range:
        """Return the lines that the scroll thumb stands beside."""
        raise NotImplementedError

    def forget_drawn(self) -> None:
        """Drop all finished strips."""
        raise NotImplementedError

    def line_strip(self, y: int) -> Strip:
        """Return the finished strip of line ``y``, counted from the top of what is visible.

        The same object as last time, if nothing on the line has changed: Textual keeps what it has
        computed for a strip in the strip.
        """
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return a line's strip."""
        self.prepare()
        return self.line_strip(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a part of the view."""
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
