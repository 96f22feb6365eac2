"""All keys, from the registry."""

from collections.abc import Iterator

from reader.actions import Action, Scope, actions_in, key_label
from reader.tui.rows import Piece, Row
from reader.tui.screens.dialog import Dialog
from reader.tui.text_rows import TextRow, gap, heading

_KEYS_WIDTH = 12


class HelpScreen(Dialog):
    """Lists what can be done, group by group.

    Args:
        scope: Where the reader is.
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__("Keys", _rows(scope), width=78)


def _rows(scope: Scope) -> Iterator[Row]:
    actions = [a for a in [*actions_in(scope), *actions_in(Scope.APP)] if a.keys]
    groups = dict.fromkeys(action.group for action in actions)
    for number, group in enumerate(groups):
        if number:
            yield gap()
        yield heading(group)
        yield from (_row(action) for action in actions if action.group == group)


def _row(action: Action) -> TextRow:
    keys = " ".join(map(key_label, action.keys))
    return TextRow((Piece(f"  {keys:<{_KEYS_WIDTH}}", "strong"), Piece(action.help)))
