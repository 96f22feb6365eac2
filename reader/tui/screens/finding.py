"""Finding words in the article, and narrowing the list that has the focus."""

from functools import partial
from time import perf_counter

from reader.tui.finder import PIECE, Matches, Search
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.entities_panel import EntitiesPanel
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.quotes_panel import QuotesPanel

_FRAME = 0.02
"""Seconds until the first match is on the screen."""
_MOMENT, _PAUSE = 0.02, 0.005
"""Seconds that the search for the others takes at a time, and leaves to keys and frames."""


class FindingScreen(ReadingScreen):
    """The actions that find and narrow."""

    _bar: FindBar | None = None
    _narrowing: EntitiesPanel | QuotesPanel | None = None
    _search: Search | None = None
    """A search that has not come to the end of the text yet."""
    _matches = Matches()
    _match: int | None = None
    _found_words = ""
    _place_before = 0

    async def action_find(self) -> None:
        """Ask for words: to find in the article, or to narrow the list that has the focus."""
        if self._bar is not None:
            self.set_focus(self._bar.words)
            return
        self._narrowing = self._focused_panel()
        if self._narrowing is None:
            self._place_before = self.view.place
            self._bar = FindBar("find", self._found_words, self._typed, self._accept)
        else:
            kind = "entities" if isinstance(self._narrowing, EntitiesPanel) else "quotes"
            narrowed_to = self._narrowing.narrowed_to
            self._bar = FindBar(f"{kind} with", narrowed_to, self._typed, self._accept)
        await self.mount(self._bar, before=self.key_line)
        self.set_focus(self._bar.words)

    def _typed(self, words: str) -> None:
        """Find or narrow as the reader types."""
        if self._bar is None:  # cancelled meanwhile
            return
        if self._narrowing is not None:
            self._narrowing.narrow(words)
            return
        article = self.opened.annotations.article
        self._found_words = words
        self._search = Search(article, words)
        if len(article.text) > PIECE:  # show the first before the rest is searched
            first = self._search.first_from(self._place_before)
            self._matches = Matches(len(words), [] if first is None else [first.start])
            self._match = None if first is None else 0
            self._show_match()
            self.set_timer(_FRAME, partial(self._search_on, self._search))
        else:
            self._search_on(self._search)

    def _search_on(self, search: Search) -> None:
        """Go on with a search for a moment, and with it again when other things have had a turn."""
        if search is not self._search:  # other words have been typed meanwhile
            return
        end = perf_counter() + _MOMENT
        while not search.is_done and perf_counter() < end:
            search.step()
        if not search.is_done:
            self.set_timer(_PAUSE, partial(self._search_on, search))
            return
        self._search = None
        self._matches = search.matches
        self._match = self._matches.first_from(self._place_before)
        self._show_match()

    async def _accept(self) -> None:
        """Keep what was found and go back to reading."""
        narrowed = self._narrowing
        await self._close_bar()
        if narrowed is None:
            self.note(self.match_words())

    def action_walk_matches(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match."""
        if not self._matches or self._match is None:
            self.note("nothing found; / finds")
            return
        self._match = (self._match + step) % len(self._matches)
        self._show_match()
        self.note(self.match_words())

    async def cancel_find(self) -> bool:
        """Close the line, or forget what was found.

        Returns:
            Whether there was something to cancel.
        """
        if self._bar is not None:
            if self._narrowing is not None:
                self._narrowing.narrow("")
            else:
                self.view.go_to_place(self._place_before)
                self._forget_matches()
            await self._close_bar()
            return True
        if self._matches:
            self._forget_matches()
            return True
        for panel in (self.entities_panel, self.quotes_panel):
            if panel.narrowed_to:
                panel.narrow("")
                return True
        return False

    def match_words(self) -> str:
        """Return which match is shown, such as ``3 of 17``."""
        if self._match is None:
            return "not found" if self._found_words else ""
        if self._search is not None:
            return "counting"
        return f"{self._match + 1} of {len(self._matches)}"

    def _show_match(self) -> None:
        self.view.set_matches(self._matches, self._match)
        if self._match is not None:
            self.view.reveal(self._matches[self._match].start)
        if self._bar is not None:
            self._bar.show_count(self.match_words())

    def _forget_matches(self) -> None:
        self._search, self._matches = None, Matches()
        self._match, self._found_words = None, ""
        self.view.set_matches(self._matches, None)

    async def _close_bar(self) -> None:
        bar, panel = self._bar, self._narrowing
        self._bar = self._narrowing = None
        if bar is not None:
            await bar.remove()
        self.set_focus(self.view if panel is None else panel)

    def _focused_panel(self) -> EntitiesPanel | QuotesPanel | None:
        panels = (self.entities_panel, self.quotes_panel)
        # Not by has_focus, which a panel learns by a message: too late for "1 /" typed fast.
        return next((panel for panel in panels if panel is self.focused), None)
