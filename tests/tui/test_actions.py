"""The registry of actions, and the bindings, help, footer and palette made from it."""

from collections import Counter
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.command import CommandList, DiscoveryHit
from textual.screen import Screen
from textual.widgets import Input

from reader.actions import ACTIONS, Scope, actions_in, footer_hints
from reader.tui.app import NewsreaderApp
from reader.tui.commands import ActionCommands, Palette
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.dialog import Dialog
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.line_list import LineList
from tests.tui.conftest import app_on

WHERE: list[tuple[Scope, type[Screen[None]] | type[App[None]]]] = [
    (Scope.APP, NewsreaderApp),
    (Scope.ARTICLE, ArticleScreen),
    (Scope.LIBRARY, LibraryScreen),
    (Scope.DIALOG, Dialog),
]
NOT_BUILT_KEYS = {"S", "Y", "E", "o", "B", "c", "e", "a", "d", "u", "ctrl+r"}


def bindings_of(node: type[Screen[None]] | type[App[None]]) -> list[Binding]:
    found = []
    for binding in node.BINDINGS:
        assert isinstance(binding, Binding)
        found.append(binding)
    return found


def test_ids_are_unique() -> None:
    counts = Counter(action.id for action in ACTIONS)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("scope", list(Scope))
def test_a_key_does_one_thing(scope: Scope) -> None:
    actions = [*actions_in(scope), *(actions_in(Scope.APP) if scope != Scope.APP else ())]
    counts = Counter(key for action in actions for key in action.keys)
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("scope", "node"), WHERE)
def test_bindings_are_the_registry(
    scope: Scope, node: type[Screen[None]] | type[App[None]]
) -> None:
    bound = {(binding.id, binding.key, binding.action) for binding in bindings_of(node)}
    registered = {
        (action.id, key, action.command) for action in actions_in(scope) for key in action.keys
    }
    assert bound == registered
    assert all(binding.tooltip for binding in bindings_of(node))


def test_keys_of_a_list_mean_there_what_the_registry_says() -> None:
    registered = {key for action in actions_in(Scope.ARTICLE) for key in action.keys}
    in_lists = {
        key for b in LineList.BINDINGS if isinstance(b, Binding) for key in b.key.split(",")
    }
    assert in_lists <= registered


def test_no_single_letter_has_priority() -> None:
    for _, node in WHERE:
        for binding in bindings_of(node):
            assert not (binding.priority and len(binding.key) == 1)


def test_what_a_terminal_cannot_tell_apart_is_not_used() -> None:
    keys = {key for action in ACTIONS for key in action.keys}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j"}


def test_what_is_not_built_has_no_key() -> None:
    assert not NOT_BUILT_KEYS & {key for action in ACTIONS for key in action.keys}


@pytest.mark.parametrize(("scope", "node"), WHERE)
def test_every_action_has_a_method(
    scope: Scope, node: type[Screen[None]] | type[App[None]]
) -> None:
    for action in actions_in(scope):
        target, _, call = action.command.rpartition(".")
        owner: type = {"": node, "app": NewsreaderApp}[target]
        assert hasattr(owner, f"action_{call.split('(')[0]}"), action.id


@pytest.mark.parametrize("scope", [Scope.ARTICLE, Scope.LIBRARY])
def test_help_lists_every_key_of_its_scope(scope: Scope) -> None:
    rows = HelpScreen(scope).rows
    words = [" ".join(p.text.strip() for line in row.render(80) for p in line) for row in rows]
    for action in (*actions_in(scope), *actions_in(Scope.APP)):
        assert any(row.endswith(action.help) for row in words) == bool(action.keys)


@pytest.mark.parametrize("scope", [Scope.ARTICLE, Scope.LIBRARY])
def test_footer_shows_what_the_registry_wants_there(scope: Scope) -> None:
    labels = {action.footer for action in actions_in(scope) if action.footer}
    assert {label for _, label in footer_hints(scope)} == labels


async def test_palette_offers_every_action(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test():
        provider = ActionCommands(app.screen)
        hits = [hit async for hit in provider.discover()]
    assert all(isinstance(hit, DiscoveryHit) for hit in hits)
    offered = {str(hit.prompt) for hit in hits}
    for action in actions_in(Scope.ARTICLE):
        listed = any(words.startswith(action.help) for words in offered)
        assert listed == (action.id not in {"palette", "cancel"}), action.id


async def test_palette_runs_an_action(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        await pilot.press("ctrl+p")
        await pilot.press(*"nextquote")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert screen.position_words() == "quote 1/13"


async def test_an_action_chosen_twice_in_the_palette_runs_once(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p", *"nextquote")
        await pilot.pause(0.5)
        for key in ("enter", "enter", "enter"):
            app.post_message(events.Key(key, None))
        await pilot.pause(0.2)
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.position_words() == "quote 1/13"


async def test_a_theme_chosen_twice_is_chosen(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        app.search_themes()
        await pilot.pause()
        await pilot.press(*"dracula")
        await pilot.pause(0.5)
        for key in ("enter", "enter", "enter"):
            app.post_message(events.Key(key, None))
        await pilot.pause(0.2)
        assert app.theme == "dracula"


async def test_palette_pages_where_there_is_room_and_stays_where_there_is_none(
    harbour: Path,
) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press(":")
        await pilot.pause(0.5)
        commands = app.screen.query_one(CommandList)
        await pilot.press("pagedown")
        assert (commands.highlighted or 0) > 1
        await pilot.press("pageup")
        assert commands.highlighted == 0
        await pilot.resize_terminal(2, 2)
        await pilot.press("pagedown", "pageup")
        assert isinstance(app.screen, Palette)


async def test_letters_can_be_typed_where_words_are_asked_for(harbour: Path) -> None:
    letters = [key for action in ACTIONS for key in action.keys if len(key) == 1]
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *letters)
        assert app.screen.query_one(Input).value == "".join(letters)
