"""The empty app that all times are compared with: ``App`` with one ``Static``."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BlankApp(App[None]):
    """Says one word; ``q`` quits."""

    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012 (as short as Textual's own examples)

    def compose(self) -> ComposeResult:
        """Show the word."""
        yield Static("zqblank")


if __name__ == "__main__":
    BlankApp().run()
