"""The line between two panels."""

from collections.abc import Sequence
from typing import ClassVar

from reader.tui.bars import RULE
from reader.tui.rows import Piece
from reader.tui.widgets.painted import Bar


class Rule(Bar):
    """A vertical rule.

    Args:
        id: The widget's id.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Rule { width: 1; background: $background; color: $foreground; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)

    def pieces(self, width: int, height: int) -> Sequence[Sequence[Piece]]:
        """Return the rule."""
        return [[RULE]] * height
