"""The registry of everything a user can do in the terminal app.

Bindings, footer, help screen, palette and the README's table are all made from it. It imports no
Textual, so that the command line can print it.
"""

from collections.abc import Iterator
from enum import Enum

import msgspec


class Scope(Enum):
    """Where an action works."""

    APP = "everywhere"
    ARTICLE = "in an article"
    LIBRARY = "in the library"
    DIALOG = "in a dialog"


class Action(msgspec.Struct, frozen=True):
    """One thing that a user can do."""

    id: str
    """Its name in a keymap; also its binding's id."""
    keys: tuple[str, ...]
    """Default keys, in Textual's names; none where only the palette offers it."""
    help: str
    """What it does, in one line."""
    group: str
    """Under which heading the help screen lists it."""
    scopes: tuple[Scope, ...]
    """Where it works."""
    call: str = ""
    """The Textual action that does it, where that is not the id."""
    footer: str = ""
    """Its label in the footer; neighbours with one label share it. Empty: not shown there."""

    @property
    def command(self) -> str:
        """The Textual action string that runs it."""
        return self.call or self.id


_APP = (Scope.APP,)
_ARTICLE = (Scope.ARTICLE,)
_LISTS = (Scope.ARTICLE, Scope.LIBRARY, Scope.DIALOG)
_SCREENS = (Scope.ARTICLE, Scope.LIBRARY)
_DIALOG = (Scope.DIALOG,)

ACTIONS: tuple[Action, ...] = (
    # What has the focus moves: the article's text, or the list of a panel.
    Action("line_down", ("j", "down"), "Down a line", "Move", _LISTS, "move('line_down')"),
    Action("line_up", ("k", "up"), "Up a line", "Move", _LISTS, "move('line_up')"),
    Action("page_down", ("space", "pagedown"), "Down a page", "Move", _LISTS, "move('page_down')"),
    Action("page_up", ("b", "pageup"), "Up a page", "Move", _LISTS, "move('page_up')"),
    Action("half_page_down", ("ctrl+d",), "Down half a page", "Move", _LISTS,
           "move('half_page_down')"),
    Action("half_page_up", ("ctrl+u",), "Up half a page", "Move", _LISTS, "move('half_page_up')"),
    Action("top", ("g", "home"), "To the beginning", "Move", _LISTS, "move('top')"),
    Action("end", ("G", "end"), "To the end", "Move", _LISTS, "move('end')"),
    Action("next_article", ("J",), "Next article", "Move", _ARTICLE,
           "app.turn_to_article(1)"),
    Action("previous_article", ("K",), "Previous article", "Move", _ARTICLE,
           "app.turn_to_article(-1)"),
    Action("next_quote", ("]",), "Next quote", "Quotes", _ARTICLE, "walk_quotes(1)", "quote"),
    Action("previous_quote", ("[",), "Previous quote", "Quotes", _ARTICLE, "walk_quotes(-1)",
           "quote"),
    Action("next_by_speaker", ("}",), "Next quote of the same speaker", "Quotes", _ARTICLE,
           "walk_speaker(1)", "speaker’s"),
    Action("previous_by_speaker", ("{",), "Previous quote of the same speaker", "Quotes", _ARTICLE,
           "walk_speaker(-1)", "speaker’s"),
    Action("next_mention", ("m",), "Next mention of whoever is chosen", "Mentions", _ARTICLE,
           "walk_mentions(1)", "mention"),
    Action("previous_mention", ("M",), "Previous mention of whoever is chosen", "Mentions",
           _ARTICLE, "walk_mentions(-1)", "mention"),
    Action("jump_back", ("`",), "Back to where the last jump began", "Mentions", _ARTICLE, "",
           "back"),
    Action("find", ("/",), "Find in the article; filter the list that has the focus", "Find",
           _SCREENS, "", "find"),
    Action("next_match", ("n",), "Next match", "Find", _ARTICLE, "walk_matches(1)"),
    Action("previous_match", ("N",), "Previous match", "Find", _ARTICLE, "walk_matches(-1)"),
    Action("solo", ("s",), "Show only what belongs to whoever is chosen", "Filter", _ARTICLE, "",
           "solo"),
    Action("filter", ("f",), "Filter by speaker, type, kind and confidence", "Filter", _ARTICLE, "",
           "filter"),
    Action("clear_filter", ("F",), "Show everything again", "Filter", _ARTICLE),
    Action("only_unsure", ("x",), "Show only what needs a check", "Filter", _ARTICLE),
    Action("focus_article", ("0",), "Go to the article", "Panels", _ARTICLE),
    Action("entities", ("1",), "Go to the entities; again hides them", "Panels", _ARTICLE,
           "panel('entities')", "panels"),
    Action("quotes", ("2",), "Go to the quotes; again hides them", "Panels", _ARTICLE,
           "panel('quotes')", "panels"),
    Action("focus_next", ("tab",), "Next panel", "Panels", _ARTICLE, "app.focus_next"),
    Action("focus_previous", ("shift+tab",), "Previous panel", "Panels", _ARTICLE,
           "app.focus_previous"),
    Action("hide_panels", ("z",), "Hide both panels, or show them again", "Panels", _ARTICLE),
    Action("narrower_panel", ("<",), "Make the panels narrower", "Panels", _ARTICLE,
           "resize_panels(-2)"),
    Action("wider_panel", (">",), "Make the panels wider", "Panels", _ARTICLE, "resize_panels(2)"),
    Action("narrower_text", ("-",), "Shorter lines", "Look", _ARTICLE, "change_measure(-4)"),
    Action("wider_text", ("=", "+"), "Longer lines", "Look", _ARTICLE, "change_measure(4)"),
    Action("highlights", ("H",), "Hints (She→Chen), then fewer and fewer highlights", "Look",
           _ARTICLE, "", "hints"),
    Action("legend", ("L",), "What the marks mean", "Look", _ARTICLE),
    Action("change_theme", (), "Choose a theme", "Look", _SCREENS, "app.change_theme"),
    Action("why", ("i",), "Why is this here: rule, cue, confidence, runners-up", "Take", _ARTICLE,
           "", "why"),
    Action("copy_quote", ("y",), "Copy the quote with its speaker and source", "Take", _ARTICLE, "",
           "copy"),
    Action("copy_selection", ("ctrl+c",), "Copy the text selected with the mouse", "Take", _APP,
           "app.copy_selection"),
    Action("annotate_again", (), "Annotate this article again", "Take", _ARTICLE),
    Action("open_article", ("enter",), "Open the article", "Library", (Scope.LIBRARY,),
           "app.choose_row", "open"),
    Action("choose_row", ("enter",), "Go to what the row of a panel shows; unfold it", "Panels",
           (Scope.ARTICLE, Scope.DIALOG), "app.choose_row"),
    Action("close", ("escape", "q"), "Close the dialog", "Dialogs", _DIALOG),
    Action("cancel", ("escape",), "Cancel one thing: find, filter, choice", "Leave", _SCREENS),
    Action("help", ("?", "f1"), "All keys", "Leave", _SCREENS, "app.help", "help"),
    Action("palette", ("ctrl+p", ":"), "Find an action by its name", "Leave", _SCREENS,
           "app.command_palette", "palette"),
    Action("back", ("q",), "Back to the library; from there, quit", "Leave", _SCREENS, "app.back",
           "quit"),
    Action("suspend", ("ctrl+z",), "Back to the shell; its fg comes back here", "Leave", _APP,
           "app.suspend_process"),
    Action("quit", ("Q", "ctrl+q"), "Quit", "Leave", _APP, "app.quit"),
)  # fmt: skip
"""Everything, in the order in which help lists it."""

_FOOTER = (
    "open", "quote", "mention", "find", "panels", "filter", "solo", "why", "copy", "hints",
    "speaker’s", "back", "help", "palette", "quit",
)  # fmt: skip
"""The footer's labels, in its order; a narrow terminal drops those before help from the end."""

_LABELS = {
    "down": "↓", "up": "↑", "pagedown": "pgdn", "pageup": "pgup", "escape": "esc",
    "shift+tab": "⇧tab",
}  # fmt: skip


def key_label(key: str) -> str:
    """Return how people write a key: ``^p`` for ``ctrl+p``, ``↓`` for ``down``."""
    return _LABELS.get(key) or key.replace("ctrl+", "^")


def actions_in(scope: Scope) -> Iterator[Action]:
    """Yield the actions that work in a scope, in the registry's order."""
    return (action for action in ACTIONS if scope in action.scopes)


def footer_hints(scope: Scope) -> list[tuple[str, str]]:
    """Return what the footer shows in a scope: first keys and label, such as ``("]/[", "quote")``.

    Actions with one label share a hint.
    """
    hints: dict[str, list[str]] = {label: [] for label in _FOOTER}
    for action in actions_in(scope):
        if action.footer:
            hints[action.footer].append(key_label(action.keys[0]))
    return [("/".join(keys), label) for label, keys in hints.items() if keys]
