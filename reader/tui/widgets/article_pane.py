"""The framed article."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from reader.model.index import Annotations
from reader.tui.widgets.article_view import ArticleView


class ArticlePane(Container):
    """A frame around the article that says which paragraph the reader is at.

    Args:
        annotations: The article with its layer.
        measure: The text's width in cells; None: the default.
    """

    DEFAULT_CSS: ClassVar[str] = """
    ArticlePane {
        border: round $border-blurred; border-title-color: $foreground;
        border-subtitle-color: $text-muted; border-subtitle-align: right;
        background: $background;
    }
    ArticlePane:focus-within { border: round $border; border-title-style: bold; }
    """

    def __init__(self, annotations: Annotations, measure: int | None) -> None:
        super().__init__(id="article")
        self.border_title = "0 Article"
        self.view = ArticleView(annotations, id="text")
        if measure is not None:
            self.view.set_measure(measure)

    def compose(self) -> ComposeResult:
        """Hold the article."""
        yield self.view

    def show_paragraph(self, offset: int) -> None:
        """Say which paragraph an offset lies in."""
        number, count = self.view.paragraph_at(offset)
        self.border_subtitle = f"¶{number}/{count}"
