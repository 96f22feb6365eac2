"""The palette, and its commands from the registry."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input, OptionList
from textual.worker import WorkerCancelled

from reader.actions import Action, Scope, actions_in, key_label
from reader.tui.screens.library import LibraryScreen

_NOT_LISTED = frozenset({"palette", "cancel"})
"""What makes no sense from within the palette."""


class ActionCommands(Provider):
    """Offers every action of the screen below the palette, by its help line."""

    async def discover(self) -> Hits:
        """Yield all of them."""
        for action, words in self._actions():
            yield DiscoveryHit(words, partial(self._run, action))

    async def search(self, query: str) -> Hits:
        """Yield those that fit what was typed."""
        matcher = self.matcher(query)
        for action, words in self._actions():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(words), partial(self._run, action))

    def _actions(self) -> Iterator[tuple[Action, str]]:
        scope = Scope.LIBRARY if isinstance(self.screen, LibraryScreen) else Scope.ARTICLE
        for action in (*actions_in(scope), *actions_in(Scope.APP)):
            if action.id not in _NOT_LISTED:
                keys = " ".join(map(key_label, action.keys))
                yield action, f"{action.help}  {keys}".rstrip()

    async def _run(self, action: Action) -> None:
        await self.screen.run_action(action.command)


class Palette(CommandPalette):
    """Textual's palette, held back where it would choose too early or end the program.

    An enter that follows fast would choose among what fitted before the last letters. A second
    enter, or an escape, that comes before the first enter is acted upon would have it close itself
    twice; a page has no end where there is no room for a line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "turn_page('page_down')", "Next page", show=False),
        Binding("pageup", "turn_page('page_up')", "Previous page", show=False),
    ]

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    async def choose_once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Choose among what fits all that was typed, and nothing once the palette is closed."""
        for search in self.workers:
            if search.node is self and not search.is_finished:
                with suppress(WorkerCancelled):  # the end
                    await search.wait()
        if not self.is_current:
            event.stop()
            event.prevent_default()

    async def action_turn_page(self, movement: str) -> None:
        """Move by a page: ``page_down`` or ``page_up``."""
        commands = self.query_one(CommandList)
        if commands.scrollable_content_region:
            await commands.run_action(movement)
