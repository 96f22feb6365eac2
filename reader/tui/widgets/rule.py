"""The line between two panels."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget


class Rule(Widget):
    """A vertical rule.

    Args:
        id: The widget's id.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Rule { width: 1; color: $border-blurred; background: $background; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)

    def render(self) -> Content:
        """Return the rule."""
        return Content("\n".join("│" * self.size.height))
