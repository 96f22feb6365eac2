"""Finished styles for one widget: its own colours, and names of the palette on top."""

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from reader.tui.palette import Mixer, Palette


class Styles:
    """Makes styles from names, and remembers them until theme or widget change.

    Args:
        widget: Whose colours lie below.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._base = Style.null()
        self._variables: dict[str, str] = {}
        self._palette: dict[str, Style] = {}
        self._mixer = Mixer(self._base, self._palette)

    def renew(self) -> bool:
        """Look at theme and widget again; to be called before anything is drawn.

        Returns:
            Whether they have changed, so that what was drawn before is out of date.
        """
        base, variables = self._widget.rich_style, self._widget.app.theme_variables
        if base == self._base and variables is self._variables:
            return False
        if variables is not self._variables:
            self._variables, self._palette = variables, Palette(variables, _parse)
        self._base = base
        self._mixer = Mixer(base, self._palette)
        return True

    def of(self, names: tuple[str, ...]) -> Style:
        """Return the style of names, applied in order."""
        return self._mixer.of(names)


def _parse(colour: str) -> RichColor:
    return Color.parse(colour).rich_color
