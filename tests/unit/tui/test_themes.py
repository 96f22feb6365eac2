"""The themes: legible, complete, and chosen by what the terminal can do."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.tui.app import NewsreaderApp, make_app
from reader.tui.colours import DARK, LIGHT, PLAIN, choose_theme, variable_defaults
from reader.tui.marks import HUES
from reader.tui.themes import THEMES
from tests import samples

TEXT_VARIABLES = [
    "ink", "muted", "faint", "headline", "unattributed", "mark-person", "mark-org", "mark-place",
    "mark-other", "mark-amount", *(f"speaker-{n}" for n in range(1, HUES + 1)),
    *(f"speaker-{n}-text" for n in range(1, HUES + 1)),
]  # fmt: skip


@pytest.fixture(scope="module")
def app() -> NewsreaderApp:
    return make_app(samples.article(), folder=None, environ={"COLORTERM": "truecolor"})


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3."""
    first, second = (_luminance(Color.parse(colour)) for colour in (one, other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme.name != PLAIN])
@pytest.mark.parametrize("name", TEXT_VARIABLES)
@pytest.mark.parametrize("paper", ["paper", "chosen"])
def test_text_is_legible(theme: object, name: str, paper: str) -> None:
    variables = {t.name: t.variables for t in THEMES}[getattr(theme, "name", "")]
    assert contrast(variables[name], variables[paper]) >= 4.5


@pytest.mark.parametrize("name", [name for name in BUILTIN_THEMES if not name.startswith("ansi")])
def test_names_are_legible_under_the_themes_of_others(app: NewsreaderApp, name: str) -> None:
    app.theme = name
    colours = app.get_css_variables()
    marks = [mark for mark in TEXT_VARIABLES if mark.startswith("mark-")]
    assert min(contrast(colours[mark], colours["background"]) for mark in marks) >= 4


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_knows_every_variable(theme: object) -> None:
    variables = {t.name: t.variables for t in THEMES}[getattr(theme, "name", "")]
    missing = set(variable_defaults()) - set(variables)
    assert missing <= {"input-selection-background"}


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({"TERM": "xterm-256color"}, DARK),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor"}, DARK),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, PLAIN),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, DARK),
        ({"TERM": "linux"}, PLAIN),
        ({"TERM": "xterm"}, PLAIN),
        ({}, PLAIN),
    ],
)
def test_choice_by_terminal(environ: dict[str, str], theme: str) -> None:
    assert choose_theme(environ) == theme


def test_the_preferred_theme_is_kept() -> None:
    assert choose_theme({"TERM": "xterm-256color"}, LIGHT) == LIGHT
