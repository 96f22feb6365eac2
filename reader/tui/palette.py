"""What the names of styles look like, in the variables of the theme.

Textual would have a component class for each name, and match the CSS of all of them against every
widget at every change of focus: a third of the time to the first frame. Here a name is one entry
of a table, and the table's styles are made once per theme.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rich.color import Color
from rich.style import Style

from reader.tui.colours import variable_defaults
from reader.tui.marks import HUE_STYLES, UNATTRIBUTED


class Look(NamedTuple):
    """How one name looks."""

    colour: str = ""
    """The theme variable of the text's colour; empty: as what is around it."""
    ground: str = ""
    """The theme variable of the background; empty: as what is around it."""
    style: str = ""
    """Rich's words for a text style, or a theme variable that holds such words."""


LOOKS: dict[str, Look] = {
    # What lies below everything else
    "page": Look("foreground", "background"),
    "bar": Look("foreground", "panel"),
    "drawer": Look("foreground", "surface"),
    # The lines between and above the parts
    "rule": Look("border-blurred"),
    "rule-focused": Look("border"),
    "caption": Look("foreground"),
    "caption-focused": Look("foreground", style="bold"),
    # The article
    "title": Look("headline", style="bold"),
    "byline": Look("muted", style="style-muted"),
    "gutter": Look("faint", style="style-muted"),
    "gutter-chosen": Look("headline", style="bold"),
    "scare": Look("muted"),
    "chosen-quote": Look(ground="chosen", style="style-chosen-quote"),
    "chosen-mention": Look(style="reverse"),
    "reference": Look(style="underline"),
    "hint": Look("faint", style="style-muted"),
    "dimmed": Look("faint", style="style-dimmed"),
    "match": Look("match-ink", "match", "style-match"),
    "match-current": Look("match-current-ink", "match-current", "style-match-current"),
    "selected": Look("match-ink", "selection", "style-selection"),
    "thumb": Look("scrollbar"),
    # Names, in the article and in lists
    "person": Look("mark-person", style="underline"),
    "org": Look("mark-org", style="bold"),
    "place": Look("mark-place", style="italic"),
    "amount": Look("mark-amount"),
    "other": Look("mark-other"),
    # Speakers: the hue for marks and names, its tint for what they say
    **{hue: Look(hue) for hue in HUE_STYLES},
    **{f"{hue}-text": Look(f"{hue}-text") for hue in HUE_STYLES},
    UNATTRIBUTED: Look("unattributed"),
    f"{UNATTRIBUTED}-text": Look("unattributed"),
    # Lists
    "heading": Look("muted", style="bold"),
    "strong": Look(style="bold"),
    "muted": Look("muted", style="style-muted"),
    "faint": Look("faint", style="style-muted"),
    "warning": Look("warning"),
    "alert": Look("warning", style="bold"),
    "chosen": Look(ground="chosen"),
    "cursor": Look(ground="block-cursor-background", style="style-cursor"),
    "marker": Look("primary", style="bold"),
}
"""Every name that the article and the lists may use."""


ParseColour = Callable[[str], Color]


class Palette(dict[str, Style]):
    """The style of each name, made when somebody first asks for it.

    Args:
        variables: The theme's variables (``App.theme_variables``); ours may be missing.
        parse: Makes colours of what the variables say. Our own themes say ``#rrggbb``; for what
            Textual's may say it takes Textual.
    """

    def __init__(self, variables: Mapping[str, str], parse: ParseColour = Color.parse) -> None:
        super().__init__()
        self._variables, self._parse = {**variable_defaults(), **variables}, parse

    def __missing__(self, name: str) -> Style:
        style = self[name] = _style(LOOKS[name], self._variables, self._parse)
        return style


def _style(look: Look, variables: Mapping[str, str], parse: ParseColour) -> Style:
    words = variables.get(look.style, look.style)
    colours = Style(
        color=parse(variables[look.colour]) if look.colour else None,
        bgcolor=parse(variables[look.ground]) if look.ground else None,
    )
    return colours + Style.parse(words) if words else colours


class Mixer:
    """Makes styles from names, applied in order over a base, and remembers them.

    Args:
        base: What lies below.
        styles: The style of each name.
    """

    def __init__(self, base: Style, styles: Mapping[str, Style]) -> None:
        self._base, self._styles = base, styles
        self._made: dict[tuple[str, ...], Style] = {}

    def of(self, names: tuple[str, ...]) -> Style:
        """Return the style of names."""
        style = self._made.get(names)
        if style is None:
            style = self._base
            for name in names:
                style += self._styles[name]
            self._made[names] = style
        return style
