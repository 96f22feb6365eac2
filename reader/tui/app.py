"""The terminal app: the library, the article, and the way between them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme, ThemeProvider
from textual.widget import AwaitMount
from textual.widgets import Input

from reader.actions import Scope
from reader.errors import NewsreaderError
from reader.model.article import Article
from reader.store.state import Memory, StateFile
from reader.tui.beginning import Beginning, begin
from reader.tui.bindings import bindings_for
from reader.tui.colours import DARK, PLAIN, variable_defaults
from reader.tui.early import EarlyFrame
from reader.tui.loading import Opened, open_path
from reader.tui.process import ProcessApp
from reader.tui.screens.article import ArticleScreen
from reader.tui.themes import THEMES
from reader.tui.widgets.line_list import LineList
from reader.tui.words import counted

if TYPE_CHECKING:
    from textual.command import Provider

    from reader.tui.screens.library import LibraryScreen


def make_app(
    articles: Sequence[Path] | Article,
    *,
    folder: Path | None,
    theme: str | None = None,
    state_file: StateFile | None = None,
    environ: Mapping[str, str] | None = None,
) -> "NewsreaderApp":
    """Build the app (see ``begin``).

    Raises:
        NewsreaderError: The first article cannot be read.
    """
    return NewsreaderApp(
        begin(articles, folder=folder, theme=theme, state_file=state_file, environ=environ)
    )


_KNOWN_THEMES = {theme.name for theme in THEMES} | set(BUILTIN_THEMES)


def _action_commands() -> "type[Provider]":
    from reader.tui.commands import ActionCommands

    return ActionCommands


class NewsreaderApp(ProcessApp, inherit_bindings=False):
    """Shows the library or an article, and remembers places, panels, measure and theme.

    Args:
        beginning: What it begins with.
        early: The first frame, where it stands on the terminal already.
    """

    DEFAULT_MODE = "start"
    TITLE = "newsreader"
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.APP)
    COMMANDS: ClassVar[set["type[Provider] | Callable[[], type[Provider]]"]] = {_action_commands}

    def __init__(self, beginning: Beginning, early: EarlyFrame | None = None) -> None:
        theme = beginning.theme
        self._starting_theme = theme if theme in _KNOWN_THEMES else DARK
        # Before Textual's own start: it makes its style sheet there, and picks its colour filter
        # once. A theme that came later would have everything parsed and styled twice.
        self.set_reactive(App.theme, self._starting_theme)
        super().__init__(early, ansi_color=self._starting_theme == PLAIN or None)
        self._paths = list(beginning.paths)
        self._folder = beginning.folder
        self._first = beginning.first
        self._memory = Memory(beginning.state, beginning.state_file)
        self._articles_shown = 1
        self._coming: AwaitMount | None = None
        """The screen that was opened last, until it is there."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return values for our colours under Textual's own themes."""
        return variable_defaults(dark=self.current_theme.dark)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes before Textual's."""
        return {theme.name: theme for theme in THEMES} | super().available_themes

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to begin with."""
        if self._first is not None:
            return self._article_screen(self._first)
        return self._library()

    def end(self) -> None:
        """Remember everything and quit, as when the terminal's window is closed."""
        problem = self._remember()
        self.exit(message=Text(f"newsreader: {problem}") if problem else None)

    # Going between screens

    def _open(self, path: Path) -> None:
        """Open an article over the library, if none is open already (two clicks in a row)."""
        if isinstance(self.screen, ArticleScreen):
            return
        try:
            opened = open_path(path)
        except NewsreaderError as error:
            self._warn(str(error))
            return
        self._coming = self.push_screen(self._article_screen(opened))

    async def action_back(self) -> None:
        """Go back to the library; quit where there is none, and from there."""
        left = self.screen
        if len(self.screen_stack) == 1 or not isinstance(left, ArticleScreen):
            await self.action_quit()
            return
        self._remember()
        await self.pop_screen()
        library = self.screen
        from reader.tui.screens.library import LibraryScreen

        if isinstance(library, LibraryScreen):
            library.come_back(self._memory.state, left.opened.annotations.article.path)

    async def action_turn_to_article(self, step: int) -> None:
        """Open the article behind this one (1) or before it (-1)."""
        screen = self.screen
        if not isinstance(screen, ArticleScreen):
            return
        problems: list[str] = []
        for path in self._beyond(screen.opened.annotations.article.path, step):
            try:
                opened = open_path(path)
            except NewsreaderError as error:
                problems.append(str(error))
                continue
            self._remember()
            await self._show_instead(self._article_screen(opened))
            break
        else:
            which = "last" if step > 0 else "first"
            screen.note(f"this is the {which} article")
        if problems:
            self._warn("passed over: " + "; ".join(problems))

    async def _show_instead(self, screen: ArticleScreen) -> None:
        """Put a screen in the place of the present one."""
        if len(self.screen_stack) > 1:
            await self.switch_screen(screen)
            return
        # Textual cannot switch the lowest screen, only the mode that it is the lowest of.
        left = self.current_mode
        if self._articles_shown == 1:
            self.add_mode(left, self.get_default_screen)  # only what was added can be removed
        self._articles_shown += 1
        entered = f"article {self._articles_shown}"
        self.add_mode(entered, lambda: screen)
        await self.switch_mode(entered)
        await self.remove_mode(left)

    def _beyond(self, path: Path | None, step: int) -> Sequence[Path]:
        """Return the articles behind one (1), or those before it (-1), the nearest first."""
        if path not in self._paths:
            return ()
        number = self._paths.index(path)
        return self._paths[number + 1 :] if step > 0 else self._paths[:number][::-1]

    def _article_screen(self, opened: Opened) -> ArticleScreen:
        state = self._memory.state
        place = state.place_in(opened.annotations.article.path)
        return ArticleScreen(opened, place=place, panels=state.panels, measure=state.measure)

    def _library(self) -> "LibraryScreen":
        from reader.tui.screens.library import LibraryScreen

        return LibraryScreen(self._folder, self._paths, self._memory.state, self._open)

    def _warn(self, words: str) -> None:
        screen = self.screen
        if isinstance(screen, ArticleScreen):
            screen.banner.warn(words)
        else:
            self._say(f"! {words}")

    def _say(self, words: str) -> None:
        """Say something in passing, in place of the keys."""
        from reader.tui.screens.library import LibraryScreen

        if isinstance(self.screen, (ArticleScreen, LibraryScreen)):
            self.screen.note(words)

    async def on_key(self, event: events.Key) -> None:
        """Give keys that were typed ahead to whom they were meant for.

        A screen that is opened takes the keys behind the one that opened it. An input keeps the
        keys that it gets; so one that comes this far was sent to what had the focus before.
        """
        if self._coming is not None:
            coming, self._coming = self._coming, None
            await coming
        focused = self.focused
        if not isinstance(focused, Input):
            return
        if event.is_printable and event.character:
            event.prevent_default()
            focused.insert_text_at_cursor(event.character)
        elif event.key == "enter":
            event.prevent_default()
            await focused.action_submit()

    # Actions

    def action_choose_row(self) -> None:
        """Choose the row under the cursor of the list that has the focus, if one has it."""
        if isinstance(self.focused, LineList):
            self.focused.action_select()

    def action_command_palette(self) -> None:
        """Ask for an action by its name."""
        from reader.tui.commands import Palette

        if not isinstance(self.screen, Palette):
            self._coming = self.push_screen(Palette())

    def search_themes(self) -> None:
        """Ask for a theme by its name."""
        from reader.tui.commands import Palette

        self._coming = self.push_screen(Palette([ThemeProvider], placeholder="Search for themes…"))

    async def action_help(self) -> None:
        """Show all keys."""
        from reader.tui.screens.help import HelpScreen

        scope = Scope.ARTICLE if isinstance(self.screen, ArticleScreen) else Scope.LIBRARY
        await self.push_screen(HelpScreen(scope))

    def action_copy_selection(self) -> None:
        """Copy what is selected with the mouse; without a selection, say how to quit."""
        text = self.screen.get_selected_text()
        if text:
            self.copy_to_clipboard(text)
        copied = f"copied: {counted(len(text.split()), 'word')}" if text else ""
        self._say(copied or "nothing is selected; Q quits")

    async def action_quit(self) -> None:
        """Remember everything and quit."""
        self.end()

    def _remember(self) -> str | None:
        """Keep places and wishes on disk; return why that could not be done."""
        state = self._memory.state
        for screen in self.screen_stack:
            if isinstance(screen, ArticleScreen):
                path = screen.opened.annotations.article.path
                state = replace(
                    state.with_place(path, screen.place),
                    panels=screen.panel_state,
                    measure=screen.measure,
                )
        if self.theme != self._starting_theme:
            state = replace(state, theme=self.theme)
        return self._memory.keep(state)
