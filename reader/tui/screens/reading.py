"""What every part of the article screen builds on: its widgets, its cursor, how it is shown."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from reader.actions import Scope
from reader.model.index import Annotations
from reader.store.state import PanelState, Place
from reader.tui.bars import DRAWER_TITLE, VIEW_TITLE, Heading, heading_of, paragraph_note
from reader.tui.cursor import ReadingCursor
from reader.tui.loading import Opened
from reader.tui.plan import Panels
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.banner import Banner
from reader.tui.widgets.drawer import Drawer
from reader.tui.widgets.entities_panel import EntitiesPanel
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.painted import Ground
from reader.tui.widgets.panel_title import PanelTitle
from reader.tui.widgets.quotes_panel import QuotesPanel
from reader.tui.widgets.title_line import TitleLine
from reader.tui.widgets.workspace import Workspace
from reader.tui.words import one_line


class ReadingScreen(Ground, Screen[None]):
    """Article, panels and the lines around them; the cursor that all of them follow.

    Args:
        opened: The article with its layer.
        place: Where to open it; None: at the beginning.
        panels: How the reader likes the panels.
        measure: The text's width in cells; None: the default.
    """

    DEFAULT_CSS: ClassVar[str] = """
    ReadingScreen { layout: vertical; overflow: hidden; background: $background; }
    """
    AUTO_FOCUS = "#article"

    def __init__(
        self,
        opened: Opened,
        *,
        place: Place | None = None,
        panels: PanelState | None = None,
        measure: int | None = None,
    ) -> None:
        super().__init__()
        self.opened = opened
        self.cursor = ReadingCursor(opened.annotations)
        self.measure = measure
        self._first_place = place
        self._first_panels = panels or PanelState()
        self.view = ArticleView(opened.annotations, opened.rows, id="article")
        if measure is not None:
            self.view.set_measure(measure)
        self.view_title = PanelTitle(VIEW_TITLE, id="article-title")
        self.entities_panel = EntitiesPanel(opened.annotations, self.choose_entity)
        self.quotes_panel = QuotesPanel(opened.annotations, self.choose_quote)
        self.drawer = Drawer()
        self.drawer_title = PanelTitle(DRAWER_TITLE, id="drawer-title")
        self.title_line = TitleLine(self.heading)
        self.banner = Banner()
        self.key_line = KeyLine(Scope.ARTICLE)
        self.browsing = False
        """Whether the reader moves along the quotes panel; all of it counts as one jump."""
        self.layer_state = opened.state

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield self.title_line
        wishes = self._first_panels
        self.workspace = Workspace(
            self.entities_panel.title_line,
            self.entities_panel,
            self.view_title,
            self.view,
            self.quotes_panel.title_line,
            self.quotes_panel,
            self.drawer_title,
            self.drawer,
            panels=Panels(wishes.entities, wishes.quotes, wishes.wider_by),
            size=self.app.size,
        )
        yield self.workspace
        yield self.banner
        yield self.key_line

    def on_mount(self) -> None:
        """Open the article where it was left."""
        if self._first_place is not None:
            body = self.opened.annotations.article.body
            offset = min(max(self._first_place.offset, body.start), body.end)
            self.view.go_to_place(offset)
        self.show_filtered()

    def on_resize(self) -> None:
        """Keep what is chosen in sight, and say how much of the text is."""
        offset = self.cursor.offset
        if offset is not None and self.view.is_visible(offset):
            self.call_after_refresh(self.view.reveal, offset)
        self.show_heading()

    # What others ask

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return Place(offset=self.view.place, progress=round(self.view.progress, 3))

    @property
    def panel_state(self) -> PanelState:
        """How the reader likes the panels now."""
        panels = self.workspace.panels
        return PanelState(entities=panels.entities, quotes=panels.quotes, wider_by=panels.wider_by)

    # Showing

    def show_cursor(self, *, reveal: bool = True) -> None:
        """Let article, panels and lines follow the cursor."""
        position = self.cursor.position
        self.view.choose(position.choice if self.cursor.offset is not None else None)
        if reveal and self.cursor.offset is not None:
            self.view.reveal(self.cursor.offset)
        self.entities_panel.follow(position.entity)
        self.quotes_panel.follow(position.quote)
        self.drawer.show(self.cursor.annotations, position, self.layer_state.why_empty)
        self.show_heading()

    def show_annotations(self, annotations: Annotations) -> None:
        """Show other annotations of the article; the reader's place stays."""
        self.cursor = ReadingCursor(annotations)
        self.view.set_annotations(annotations)
        self.show_filtered()

    def show_filtered(self) -> None:
        """Let article and panels follow filter and solo."""
        cursor = self.cursor
        self.entities_panel.empty = self.quotes_panel.empty = self._why_empty()
        only = frozenset(cursor.visible) if cursor.is_filtered else None
        self.view.show_only_quotes(only)
        self.view.solo(cursor.solo)
        self.entities_panel.show_entities(cursor.annotations, cursor.filter.group)
        self.quotes_panel.show_quotes(cursor.annotations, cursor.visible, self.filter_words)
        self.drawer_title.show(DRAWER_TITLE, self.quotes_panel.summary)
        self.show_cursor(reveal=False)

    def _why_empty(self) -> str:
        if self.layer_state.is_there and self.cursor.is_filtered:
            return "the filter hides all"
        return self.layer_state.why_empty

    def show_heading(self) -> None:
        """Say above the article what it is and where the reader is in it."""
        self.title_line.renew()
        place = self.view.paragraph_at(self.cursor.offset or self.view.place)
        self.view_title.show(VIEW_TITLE, paragraph_note(place))

    def heading(self) -> Heading:
        """Return what the top line says."""
        filtered = f"[{self.filter_words}]" if self.filter_words else ""
        facts = (self.position_words(), filtered, self.layer_state)
        return heading_of(self.cursor.annotations.article, facts, self.view.progress)

    def position_words(self) -> str:
        """Return which of how many is chosen, such as ``quote 3/19`` or ``“she” 3/11``."""
        position, annotations = self.cursor.position, self.cursor.annotations
        if position.mention is not None:
            mention = annotations.mentions[position.mention]
            numbers = annotations.mentions_of(mention.entity)
            which = numbers.index(position.mention) + 1
            return f"“{one_line(mention.text)}” {which}/{len(numbers)}"
        if position.quote is not None:
            return f"quote {position.quote + 1}/{len(annotations.quotes)}"
        return ""

    @property
    def filter_words(self) -> str:
        """What is let through, in words; empty where everything is."""
        annotations = self.cursor.annotations
        solo = annotations.entities[self.cursor.solo].name if self.cursor.solo else ""
        parts = [f"solo {one_line(solo)}"] if solo else []
        described = self.cursor.filter.describe(annotations)
        return " · ".join([*parts, one_line(described)] if described else parts)

    def note(self, words: str) -> None:
        """Say something in passing."""
        self.key_line.show_note(words)

    # Moving the cursor

    def jump(self, move: Callable[[], bool]) -> bool:
        """Move the cursor, show it, and remember the way back.

        Args:
            move: Moves the cursor, or leaves it and returns False.
        """
        before, place = self.cursor.position, self.view.place
        moved = move()
        if moved:
            self.browsing = False
            self.cursor.remember(before, place)
            self.key_line.show_note("")
            self.show_cursor()
        return moved

    def choose_entity(self, entity: str, words: str | None) -> None:
        """Choose an entity at its mention that comes next, with these words if they are given."""
        cursor, here = self.cursor, self.here()
        if words is None:
            number = cursor.nearest_mention(entity, here)
        else:
            number = cursor.next_mention_as(entity, words, here)
        if number is not None:
            self.jump(lambda: self._choose_mention(number))

    def choose_quote(self, number: int, browsing: bool) -> None:
        """Choose a quote; a walk along the list counts as one jump."""
        if self.browsing:
            self.cursor.choose_quote(number)
            self.show_cursor()
        else:
            self.jump(lambda: self._choose_quote(number))
        self.browsing = browsing

    def _choose_mention(self, number: int) -> bool:
        self.cursor.choose_mention(number)
        return True

    def _choose_quote(self, number: int) -> bool:
        self.cursor.choose_quote(number)
        return True

    def here(self) -> int:
        """Return where walking starts: at what is chosen if it can be seen, else at the top."""
        offset = self.cursor.offset
        if offset is not None and self.view.is_visible(offset):
            return offset
        self.cursor.release()
        return self.view.place
