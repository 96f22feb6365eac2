"""Finished styles for one widget: its own colours, and names of the palette on top."""

from rich.style import Style
from textual.widget import Widget

from reader.tui.palette import palette


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
        self._made: dict[tuple[str, ...], Style] = {}

    def renew(self) -> bool:
        """Look at theme and widget again; to be called before anything is drawn.

        Returns:
            Whether they have changed, so that what was drawn before is out of date.
        """
        base, variables = self._widget.rich_style, self._widget.app.theme_variables
        if base == self._base and variables is self._variables:
            return False
        if variables is not self._variables:
            self._variables, self._palette = variables, palette(variables)
        self._base = base
        self._made.clear()
        return True

    def of(self, names: tuple[str, ...]) -> Style:
        """Return the style of names, applied in order."""
        style = self._made.get(names)
        if style is None:
            style = self._base
            for name in names:
                style += self._palette[name]
            self._made[names] = style
        return style
