"""The themes of ``reader.tui.colours`` as Textual knows them."""

from textual.theme import Theme

from reader.tui.colours import DARK, LIGHT, PLAIN, VARIABLES


def _theme(name: str, *, secondary: str, error: str, success: str, dark: bool = True) -> Theme:
    known = VARIABLES[name]
    return Theme(
        name=name,
        primary=known["primary"],
        secondary=secondary,
        accent=known["footer-key-foreground"],
        warning=known["warning"],
        error=error,
        success=success,
        foreground=known["foreground"],
        background=known["background"],
        surface=known["surface"],
        panel=known["panel"],
        dark=dark,
        variables=dict(known),
    )


_PLAIN_COLOUR = VARIABLES[PLAIN]["foreground"]

THEMES: tuple[Theme, ...] = (
    _theme(DARK, secondary="#4A9DD0", error="#E2702A", success="#12AC81"),
    _theme(LIGHT, secondary="#346D8E", error="#B04D00", success="#007A58", dark=False),
    Theme(
        name=PLAIN,
        primary=_PLAIN_COLOUR,
        foreground=_PLAIN_COLOUR,
        background=_PLAIN_COLOUR,
        surface=_PLAIN_COLOUR,
        panel=_PLAIN_COLOUR,
        boost=_PLAIN_COLOUR,
        ansi=True,
        variables=dict(VARIABLES[PLAIN]),
    ),
)
"""Our themes; the first is the default."""
