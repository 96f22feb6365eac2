"""Three lines under a narrow article that always name the speaker."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from reader.model.index import Annotations
from reader.tui.cursor import Position
from reader.tui.words import (
    CHOSEN,
    attribution,
    confidence_words,
    excerpt,
    kind_words,
    one_line,
    spread,
)


class Drawer(Widget):
    """Shows the chosen quote with its speaker, or the chosen mention with whose it is."""

    DEFAULT_CSS: ClassVar[str] = """
    Drawer { background: $surface; color: $foreground; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(id="drawer")
        self._content = Content("")
        self._annotations: Annotations | None = None
        self._position = Position()

    def show(self, annotations: Annotations, position: Position) -> None:
        """Show what is chosen."""
        if (annotations, position) != (self._annotations, self._position):
            self._annotations, self._position = annotations, position
            self.refresh()

    def render(self) -> Content:
        """Return up to three lines."""
        if self._annotations is None:
            return Content("")
        if self._position.quote is not None:
            return self._quote(self._annotations, self._position.quote)
        if self._position.mention is not None:
            return self._mention(self._annotations, self._position.mention)
        return self._nothing(self._annotations)

    def _quote(self, annotations: Annotations, number: int) -> Content:
        quote = annotations.quotes[number]
        who = f"{number + 1} {CHOSEN} {attribution(quote, annotations)}"
        sure = f"{kind_words(quote)} {confidence_words(quote)}"
        left, space, right = spread(who, sure, self.size.width)
        return Content.assemble((left, "bold"), space, (right, "$muted"), "\n", excerpt(quote))

    def _mention(self, annotations: Annotations, number: int) -> Content:
        mention = annotations.mentions[number]
        entity = annotations.entities[mention.entity]
        words = f"“{one_line(mention.text)}” is {one_line(entity.name)}"
        return Content.assemble((words, "bold"), "\n", (mention.rule, "$muted"))

    def _nothing(self, annotations: Annotations) -> Content:
        quotes, entities = len(annotations.quotes), len(annotations.entities)
        words = f"{quotes} quotes, {entities} people, places and other names"
        return Content.assemble(words, "\n", ("] goes to the first quote", "$muted"))
