"""What the article and the lists have in common: they scroll, beside a thumb."""

from abc import abstractmethod
from typing import ClassVar

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView

from reader.tui.widgets.painted import Painted


class LineView(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view that draws single lines and keeps what it has drawn.

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
        self.thumb = range(0)
        """The lines that the scroll thumb stands beside, in what is drawn now."""

    @property
    def allow_vertical_scroll(self) -> bool:
        """Let the wheel scroll, though there is no scrollbar of Textual's."""
        return True

    def prepare(self) -> None:
        """Bring everything up to date before something is drawn."""
        super().prepare()
        self.thumb = self.find_thumb()

    @abstractmethod
    def find_thumb(self) -> range:
        """Return the lines that the scroll thumb stands beside."""
