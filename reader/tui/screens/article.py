"""The article screen: reading with marks, and everything that can be done there."""

import asyncio
from typing import ClassVar

from textual.binding import BindingType

from reader.actions import Scope
from reader.store.ahead import LayerAhead
from reader.tui.bindings import bindings_for
from reader.tui.loading import LayerState, open_with_layer
from reader.tui.screens.annotating import AnnotatingScreen
from reader.tui.screens.arranging import ArrangingScreen
from reader.tui.screens.filtering import FilteringScreen
from reader.tui.screens.finding import FindingScreen
from reader.tui.screens.walking import WalkingScreen
from reader.tui.words import attributed_quote, speaker_words


class ArticleScreen(
    WalkingScreen,
    FindingScreen,
    FilteringScreen,
    ArrangingScreen,
    AnnotatingScreen,
    inherit_bindings=False,
):
    """Everything together, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.ARTICLE)

    _awaited: tuple[int, ...] = ()
    """Steps from quote to quote that wait for the layer."""

    def on_mount(self) -> None:
        """Show the layer when it has been read."""
        ahead = self.opened.ahead
        if ahead is None:
            self._look_at_layer()
            return
        loop = asyncio.get_running_loop()

        def take() -> None:
            loop.remove_reader(ahead.pipe)
            self.call_later(self._take_layer, ahead)

        loop.add_reader(ahead.pipe, take)

    def _take_layer(self, ahead: LayerAhead) -> None:
        self.opened = open_with_layer(self.opened.annotations.article, ahead)
        self.layer_state = LayerState.OK if self.opened.has_layer else LayerState.NONE
        self.show_annotations(self.opened.annotations)
        self._look_at_layer()
        for step in self._awaited:
            self.action_walk_quotes(step)
        self._awaited = ()

    def action_walk_quotes(self, step: int) -> None:
        """Go to the next or previous quote; while the layer is read, as soon as it is there."""
        if self.layer_state == LayerState.READING:
            self._awaited += (step,)
        else:
            super().action_walk_quotes(step)

    def _look_at_layer(self) -> None:
        """Say what is wrong with the layer, and have one made where it is wanting."""
        problem = self.opened.problem
        if self.opened.wants_annotation:
            self.start_annotating(problem or "")
        elif problem:
            self.layer_state = LayerState.DAMAGED
            self.banner.warn(problem)
            self.show_heading()

    async def action_why(self) -> None:
        """Say how the chosen quote or mention was found."""
        position = self.cursor.position
        if self.cursor.offset is None:
            self.note("nothing is chosen: ] goes to a quote, m to a mention")
            return
        from reader.tui.screens.why import WhyScreen

        await self.app.push_screen(WhyScreen(self.cursor.annotations, position))

    async def action_legend(self) -> None:
        """Show what the marks mean."""
        from reader.tui.screens.legend import LegendScreen

        await self.app.push_screen(LegendScreen())

    def action_copy_quote(self) -> None:
        """Copy the chosen quote with its speaker and source to the clipboard."""
        number = self.cursor.position.quote
        if number is None:
            self.note("no quote is chosen: ] goes to one")
            return
        annotations = self.cursor.annotations
        self.app.copy_to_clipboard(attributed_quote(number, annotations))
        speaker = speaker_words(annotations.quotes[number], annotations)
        self.note(f"copied with its source: quote {number + 1}, {speaker}")

    async def action_cancel(self) -> None:
        """Cancel one thing: what was done last comes first."""
        if await self.cancel_find() or self.close_panel() or self.cancel_filter():
            return
        if self.key_line.note:
            self.note("")
        elif self.banner.is_warning:
            self.banner.hide()
        elif self.cursor.offset is not None or self.cursor.position.entity is not None:
            self.cursor.choose_nothing()
            self.show_cursor()
