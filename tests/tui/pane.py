"""An article pane in an app of its own, on a text with marks all over it."""

import random

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from reader.model.index import Annotations
from reader.model.layer import QuoteKind
from reader.model.text import Span
from reader.tui.colours import variable_defaults
from reader.tui.widgets.article_view import ArticleView
from tests.unit.tui import layers

WORDS = "wall sea Chen — storm vote 漢字 é 👩\u200d👧 a\tb x\x1by well-worn “plan” ".split(" ")


def story(paragraphs: int, seed: int = 1, title: str | None = None) -> Annotations:
    """A text with marks all over it."""
    chance = random.Random(seed)
    pieces = ["header\n"]
    lengths = [chance.randint(0, 90) for _ in range(paragraphs)]
    pieces += [" ".join(chance.choices(WORDS, k=length)) + "\n\n" for length in lengths]
    text = "".join(pieces)
    mentions, quotes = [], []
    for number in range(paragraphs * 3):
        start = chance.randrange(7, len(text) - 40)
        span = Span(start, start + chance.randint(1, 12))
        mentions.append(layers.mention(number, text, span, number % 4, pronoun=number % 5 == 0))
    for number in range(paragraphs):
        start = chance.randrange(7, len(text) - 200)
        spans = [Span(start, start + 60), Span(start + 70, start + chance.randint(75, 199))]
        kind: QuoteKind = chance.choice(("direct", "mixed", "indirect", "scare"))
        speaker = chance.choice((None, 0, 1, 2))
        quotes.append(layers.quote(number, text, spans, kind, speaker, chance.choice((0.3, 0.9))))
    return layers.annotations(text, mentions, quotes, title, Span(7, len(text)))


class PaneApp(App[None]):
    """A pane with something beside it."""

    CSS = "ArticleView { width: 1fr; }"

    def __init__(self, annotations: Annotations) -> None:
        super().__init__()
        self.view = ArticleView(annotations)
        self.places: list[int] = []
        self.clicks: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults()

    def compose(self) -> ComposeResult:
        yield self.view

    def on_article_view_place_changed(self, event: ArticleView.PlaceChanged) -> None:
        self.places.append(event.place)

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        self.clicks.append(event.offset)


def drawn(view: ArticleView) -> list[Strip]:
    return view.render_lines(Region(0, 0, view.size.width, view.size.height))
