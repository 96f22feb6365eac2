"""The palette's commands, from the registry."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

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
