"""The colour themes: Okabe–Ito dark and light, and a plain one that has styles and no colours.

Hues tell speakers apart for readers of every kind of colour vision (Okabe & Ito, Color Universal
Design, 2008). They are the set's own where a text in them has a contrast of 4.5 to the paper, and
lightened or darkened to that where not. No hue carries a meaning alone.

Nothing here needs Textual: the first frame is drawn before that is loaded.
"""

from collections.abc import Mapping

from reader.tui.marks import HUES

DARK = "okabe-ito-dark"
LIGHT = "okabe-ito-light"
PLAIN = "plain"

_COLOUR_ENDINGS = ("256color", "-direct", "-kitty")
_COLOUR_TERMINALS = ("alacritty", "foot", "wezterm")
_PLAIN_COLOUR = "ansi_default"


def _speakers(hues: tuple[str, ...], tints: tuple[str, ...]) -> dict[str, str]:
    """Name the hues of the speakers: for marks and names, and their tints for the words said."""
    variables: dict[str, str] = {}
    for number, (hue, tint) in enumerate(zip(hues, tints, strict=True), 1):
        variables[f"speaker-{number}"] = hue
        variables[f"speaker-{number}-text"] = tint
    return variables


# sky blue, orange, bluish green, reddish purple, yellow, vermillion, blue, and black's counterpart
_DARK_VARIABLES = {
    **_speakers(
        ("#56B4E9", "#E69F00", "#12AC81", "#CC79A7", "#F0E442", "#E2702A", "#4A9DD0", "#FFFFFF"),
        ("#90C3DD", "#E0B75D", "#61B79C", "#D1A2B9", "#E5DD81", "#D6945D", "#7AACC6", "#F0EDE6"),
    ),
    "primary": "#56B4E9",
    "warning": "#E69F00",
    "foreground": "#d9d6cf",
    "background": "#15171c",
    "surface": "#1c1f25",
    "panel": "#262a33",
    "paper": "#15171c",
    "ink": "#d9d6cf",
    "muted": "#9c9993",
    "faint": "#94918b",
    "rule": "#33363d",
    "headline": "#f4f1ea",
    "unattributed": "#a8a59e",
    "mark-person": "#ead9b8",
    "mark-org": "#c3d8ea",
    "mark-place": "#bcdcc8",
    "mark-other": "#d6c8dc",
    "mark-amount": "#b9b6af",
    "match": "#4b4620",
    "match-ink": "#f6efb9",
    "match-current": "#F0E442",
    "match-current-ink": "#15171c",
    "chosen": "#262a33",
    "selection": "#2b5573",
    "border": "#56B4E9",
    "border-blurred": "#33363d",
    "scrollbar": "#3a3e47",
    "scrollbar-hover": "#56B4E9",
    "scrollbar-active": "#56B4E9",
    "scrollbar-background": "#15171c",
    "scrollbar-background-hover": "#1c1f25",
    "scrollbar-background-active": "#1c1f25",
    "block-cursor-background": "#2c3947",
    "block-cursor-foreground": "#f4f1ea",
    "block-cursor-text-style": "none",
    "footer-background": "#1c1f25",
    "footer-key-foreground": "#E69F00",
    "input-selection-background": "#56B4E9 35%",
}

_LIGHT_VARIABLES = {
    **_speakers(
        ("#346D8E", "#8C6000", "#007A58", "#925777", "#716B1E", "#B04D00", "#006FAE", "#000000"),
        ("#2F5268", "#634A14", "#105847", "#654359", "#524F25", "#753D14", "#105076", "#14161a"),
    ),
    "primary": "#0072B2",
    "warning": "#8C6000",
    "foreground": "#25272d",
    "background": "#fbf8f1",
    "surface": "#f2eee3",
    "panel": "#e9e4d6",
    "paper": "#fbf8f1",
    "ink": "#25272d",
    "muted": "#5f5d58",
    "faint": "#6b6862",
    "rule": "#d8d3c6",
    "headline": "#0d0e11",
    "unattributed": "#5c5a55",
    "mark-person": "#5a3f00",
    "mark-org": "#123f60",
    "mark-place": "#0d4a37",
    "mark-other": "#51304a",
    "mark-amount": "#55534e",
    "match": "#f3e9a6",
    "match-ink": "#25272d",
    "match-current": "#E69F00",
    "match-current-ink": "#0d0e11",
    "chosen": "#f3eee1",
    "selection": "#bcdcf0",
    "border": "#0072B2",
    "border-blurred": "#d8d3c6",
    "scrollbar": "#cfc9ba",
    "scrollbar-hover": "#0072B2",
    "scrollbar-active": "#0072B2",
    "scrollbar-background": "#fbf8f1",
    "scrollbar-background-hover": "#f2eee3",
    "scrollbar-background-active": "#f2eee3",
    "block-cursor-background": "#dbe6ee",
    "block-cursor-foreground": "#0d0e11",
    "block-cursor-text-style": "none",
    "footer-background": "#f2eee3",
    "footer-key-foreground": "#8C6000",
    "input-selection-background": "#0072B2 30%",
}

_PLAIN_VARIABLES = {
    **_speakers((_PLAIN_COLOUR,) * HUES, (_PLAIN_COLOUR,) * HUES),
    **dict.fromkeys(
        (
            "primary", "warning", "foreground", "background", "surface", "panel",
            "paper", "ink", "muted", "faint", "rule", "headline", "unattributed", "mark-person",
            "mark-org", "mark-place", "mark-other", "mark-amount", "match", "match-ink",
            "match-current", "match-current-ink", "chosen", "selection", "border", "border-blurred",
            "scrollbar", "scrollbar-hover", "scrollbar-active", "scrollbar-background",
            "scrollbar-background-hover", "scrollbar-background-active",
            "block-cursor-background", "block-cursor-foreground", "footer-background",
            "ansi-background", "ansi-foreground",
            "footer-key-foreground",
        ),
        _PLAIN_COLOUR,
    ),
    "block-cursor-text-style": "reverse",
}  # fmt: skip

# What only styles can say where there is no colour; with colours the style stays away.
_COLOURED_STYLES = {
    "style-dimmed": "none",
    "style-match": "none",
    "style-match-current": "bold",
    "style-chosen-quote": "bold",
    "style-selection": "none",
    "style-cursor": "none",
    "style-muted": "none",
}
_PLAIN_STYLES = {
    "style-dimmed": "dim",
    "style-match": "underline",
    "style-match-current": "reverse",
    "style-chosen-quote": "bold",
    "style-selection": "reverse",
    "style-cursor": "reverse",
    "style-muted": "dim",
}

VARIABLES: Mapping[str, Mapping[str, str]] = {
    DARK: {**_DARK_VARIABLES, **_COLOURED_STYLES},
    LIGHT: {**_LIGHT_VARIABLES, **_COLOURED_STYLES},
    PLAIN: {**_PLAIN_VARIABLES, **_PLAIN_STYLES},
}
"""What each of our themes says; the first is the default."""


def variable_defaults(*, dark: bool = True) -> dict[str, str]:
    """Return values for our variables under themes that do not know them.

    ``App.get_theme_variable_defaults`` must return them, or the widgets' CSS does not parse.

    Args:
        dark: Whether the theme has light letters on a dark ground.
    """
    return dict(VARIABLES[DARK if dark else LIGHT])


def choose_theme(environ: Mapping[str, str], preferred: str = DARK) -> str:
    """Return the theme to start with: the preferred one, if the terminal can show its colours.

    Textual picks its colour filter once, in ``App.__init__``, so this must be asked before; where
    the answer is ``PLAIN``, construct the app with ``ansi_color=True``.

    Args:
        environ: The environment: NO_COLOR (no-color.org), TERM, COLORTERM.
        preferred: The theme that the user would like.
    """
    return preferred if has_colours(environ) else PLAIN


def has_colours(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal shows at least 256 colours and the user wants them."""
    if environ.get("NO_COLOR"):
        return False
    if has_true_colours(environ):
        return True
    term = environ.get("TERM", "").strip().lower()
    return term.endswith(("256color", "-direct", "-kitty")) or term in (
        "alacritty",
        "foot",
        "wezterm",
    )


def has_true_colours(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal says that it shows 16 million colours."""
    return environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
