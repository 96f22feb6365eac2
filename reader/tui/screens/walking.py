"""Moving through the article: lines and pages, quotes, mentions, clicks."""

from reader.tui.movement import move
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.line_list import LineList
from reader.tui.words import one_line, speaker_words


class WalkingScreen(ReadingScreen):
    """The actions that move the reader, and the cursor with marks that are clicked on."""

    async def action_move(self, movement: str) -> None:
        """Move in the list that has the focus, else in the article."""
        focused = self.focused
        await move(focused if isinstance(focused, LineList) else self.view, movement)
        self.show_heading()  # not when the view's message arrives: that would be a second frame

    def action_walk_quotes(self, step: int) -> None:
        """Go to the next (1) or previous (-1) quote."""
        if self.jump(lambda: self.cursor.walk_quotes(step, self.here())):
            return
        if not self.cursor.visible:
            hidden = self.cursor.is_filtered
            why = self.layer_state.why_empty
            self.note("the filter hides all quotes; F clears it" if hidden else f"quotes: {why}")
        else:
            self.note("that was the last quote" if step > 0 else "that was the first quote")

    def action_walk_speaker(self, step: int) -> None:
        """Go to the next or previous quote of the same speaker."""
        if self.jump(lambda: self.cursor.walk_speaker(step, self.here())):
            return
        name = self._chosen_name()
        if name is None:
            self.note("whose? ] goes to a quote, 1 to the entities")
        else:
            self.note(f"no {'further' if step > 0 else 'earlier'} quote of {name}")

    def action_walk_mentions(self, step: int) -> None:
        """Go to the next or previous mention of the chosen entity."""
        if self.jump(lambda: self.cursor.walk_mentions(step, self.here())):
            return
        name = self._chosen_name()
        if name is None:
            self.note("whose? choose somebody with 1 and enter, or click on a name")
        else:
            self.note(f"no {'further' if step > 0 else 'earlier'} mention of {name}")

    def action_jump_back(self) -> None:
        """Go back to where the last jump began."""
        place = self.cursor.jump_back()
        if place is None:
            self.note("nowhere to go back to")
            return
        self.browsing = False
        self.show_cursor(reveal=False)
        self.view.go_to_place(place)

    # Marks

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        """Choose the mark that was clicked on."""
        self.jump(lambda: self.cursor.choose_at(event.offset))

    def on_article_view_place_changed(self, event: ArticleView.PlaceChanged) -> None:
        """Say where the reader is now."""
        event.stop()
        self.show_heading()

    def _chosen_name(self) -> str | None:
        position, annotations = self.cursor.position, self.cursor.annotations
        if position.entity is not None:
            return one_line(annotations.entities[position.entity].name)
        if position.quote is not None:
            return speaker_words(annotations.quotes[position.quote], annotations)
        return None
