"""The library: the articles of a folder."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reader.actions import Scope
from reader.paths import sample_articles
from reader.store.state import ReaderState
from reader.tui.bars import Heading
from reader.tui.bindings import bindings_for
from reader.tui.movement import move
from reader.tui.rows import Piece
from reader.tui.shelf import Shelved, look_up
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.title_line import TitleLine
from reader.tui.words import counted, one_line, spread


class ArticleRow(msgspec.Struct, frozen=True):
    """An article in the list: its title, and a line about it."""

    article: Shelved
    height: int = 2
    selectable: bool = True

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return the article's two lines."""
        article = self.article
        name = one_line(article.path.name)
        if article.problem is not None:
            return [[Piece(f" ! {name}", "warning")], [Piece(f"   {article.problem}", "muted")]]
        left, space, right = spread(f" {article.title or name}", self._read_words(), width)
        about = [article.source, article.date, *self._counts()]
        second = "   " + " · ".join(part for part in about if part)
        first = [Piece(left, "strong"), Piece(space), Piece(right, "muted")]
        return [first, [Piece(second, "muted")]]

    def has(self, words: str) -> bool:
        """Tell whether title, source, date or file name have these letters."""
        article = self.article
        own = (article.title, article.source, article.date, article.path.name)
        return words.casefold() in " ".join(filter(None, own)).casefold()

    def _read_words(self) -> str:
        progress = self.article.progress
        if progress is None:
            return ""
        return "read" if progress >= 1 else f"{round(100 * progress)}%"

    def _counts(self) -> list[str]:
        article = self.article
        counts = [] if article.words is None else [counted(article.words, "word")]
        if article.people is not None and article.quotes is not None:
            counts += [counted(article.people, "person", "people")]
            counts += [counted(article.quotes, "quote")]
        elif article.layer_problem:
            counts.append("layer does not fit")
        elif article.title is not None:
            counts.append("not annotated")
        return counts


class _Articles(Panel):
    """The list of articles.

    Args:
        picked: Is told of the row that the reader chose; not by a message, so that the keys behind
            it find the article open.
    """

    def __init__(self, picked: Callable[[int], None]) -> None:
        super().__init__(id="library", title="Articles")
        self._picked = picked

    def row_selected(self, index: int) -> None:
        """Open the row's article."""
        self._picked(index)


class LibraryScreen(Screen[None], inherit_bindings=False):
    """Lists a folder's articles and opens one.

    Args:
        folder: Where they are from; None: named one by one.
        paths: The articles.
        state: What is remembered of them.
        picked: Is told of the article that the reader wants.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.LIBRARY)
    AUTO_FOCUS = "LineList"
    DEFAULT_CSS: ClassVar[str] = """
    LibraryScreen { layout: vertical; overflow: hidden; background: $background; }
    """

    class LookedUp(Message):
        """Something is known of an article now."""

        def __init__(self, number: int, article: Shelved) -> None:
            super().__init__()
            self.number, self.article = number, article

    def __init__(
        self,
        folder: Path | None,
        paths: Sequence[Path],
        state: ReaderState,
        picked: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self._picked = picked
        self._folder = folder
        self._state = state
        self._articles = [Shelved(path) for path in paths]
        self._rows: list[ArticleRow] = []
        self._bar: FindBar | None = None
        self._panel = _Articles(self._pick)
        self._title_line = TitleLine(self._heading)
        self._key_line = KeyLine(Scope.LIBRARY)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self._title_line
        yield self._panel.title_line
        yield self._panel
        yield self._key_line

    def on_mount(self) -> None:
        """Show the files at once, and look into them in the background."""
        self._fill()
        self._look_up()

    def _heading(self) -> Heading:
        return Heading((self._folder_words(),), (counted(len(self._articles), "article"),))

    def _folder_words(self) -> str:
        if self._folder is None:
            return "articles"
        if self._folder == sample_articles():
            return "sample articles"
        return one_line(self._folder.resolve().name or str(self._folder))

    def come_back(self, state: ReaderState, path: Path | None) -> None:
        """Show what has been read since.

        Args:
            state: What is remembered now.
            path: The article that was read last: there the reader goes on.
        """
        self._state = state
        paths = [row.article.path for row in self._rows]
        if path in paths:
            self._panel.move_to(paths.index(path))
        self._look_up()

    def _look_up(self) -> None:
        self.run_worker(self._look_into_files, thread=True, exclusive=True, group="look-up")

    def _look_into_files(self) -> None:
        worker = get_current_worker()
        for number, article in enumerate(list(self._articles)):
            if worker.is_cancelled:
                return
            place = self._state.place_in(article.path)
            found = look_up(article.path, place.progress if place else None)
            self.post_message(self.LookedUp(number, found))

    def on_library_screen_looked_up(self, event: LookedUp) -> None:
        """Show what is known now."""
        self._articles[event.number] = event.article
        self._fill(self._panel.index)

    def _pick(self, index: int) -> None:
        self._picked(self._rows[index].article.path)

    def note(self, words: str) -> None:
        """Say something in passing."""
        self._key_line.show_note(one_line(words))

    def _fill(self, index: int | None = None) -> None:
        wanted = self._panel.narrowed_to
        rows = [ArticleRow(article) for article in self._articles]
        self._rows = [row for row in rows if row.has(wanted)] if wanted else rows
        if index is not None and index >= len(self._rows):
            index = None
        self._panel.set_rows(self._rows, index)
        self._panel.title_line.show("Articles", f"“{wanted}”: {len(self._rows)}" if wanted else "")

    # Actions

    async def action_move(self, movement: str) -> None:
        """Move in the list."""
        await move(self._panel, movement)

    async def action_find(self) -> None:
        """Ask for words to narrow the list."""
        if self._bar is None:
            wanted = self._panel.narrowed_to
            self._bar = FindBar("articles with", wanted, self._narrow, self._close_bar)
            await self.mount(self._bar, before=self._key_line)
            self.set_focus(self._bar.words)

    def _narrow(self, words: str) -> None:
        """Narrow as the reader types."""
        if self._bar is not None:  # else cancelled meanwhile
            self._panel.narrowed_to = words
            self._fill()

    async def action_cancel(self) -> None:
        """List everything again."""
        if self._bar is not None or self._panel.narrowed_to:
            self._panel.narrowed_to = ""
            self._fill()
        await self._close_bar()

    async def _close_bar(self) -> None:
        """Go back to the list, narrowed as it is."""
        bar, self._bar = self._bar, None
        if bar is not None:
            await bar.remove()
        self.set_focus(self._panel)
