"""How the article screen looks: panels, measure, highlights."""

from msgspec.structs import replace

from reader.tui.article_painter import DEFAULT_MEASURE
from reader.tui.plan import PanelName, Panels
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_view import Highlights

_SHORTEST, _LONGEST = 32, 120
_HIGHLIGHT_WORDS = {
    Highlights.ALL: "everything is highlighted",
    Highlights.HINTS: "pronouns say whom they mean",
    Highlights.QUOTES: "only quotes are highlighted",
    Highlights.ENTITIES: "only people, places and other names are highlighted",
    Highlights.NONE: "nothing is highlighted",
}


class ArrangingScreen(ReadingScreen):
    """The actions that change how the screen looks."""

    _highlights = Highlights.ALL
    _before_hiding: Panels | None = None

    def action_focus_article(self) -> None:
        """Go to the article."""
        self.set_focus(self.view)

    def action_panel(self, name: PanelName) -> None:
        """Go to a panel, showing it if it is hidden; from within the panel, hide it."""
        panel = self.entities_panel if name == "entities" else self.quotes_panel
        shown = self._is_shown(name)
        if shown and self.focused is panel:
            self._show(name, shown=False)
            self.set_focus(self.view)
            return
        if not shown:
            self._show(name, shown=True)
        self.set_focus(panel)

    def action_hide_panels(self) -> None:
        """Hide both panels, or show again what was hidden."""
        panels = self.workspace.panels
        if self.workspace.is_narrow:
            wanted = replace(panels, opened=None)
        elif panels.entities or panels.quotes:
            self._before_hiding = panels
            wanted = replace(panels, entities=False, quotes=False)
        else:
            before = self._before_hiding or Panels()
            wanted = replace(panels, entities=before.entities, quotes=before.quotes)
        self.workspace.panels = wanted
        self.set_focus(self.view)

    def action_resize_panels(self, columns: int) -> None:
        """Make the panels wider, or narrower where ``columns`` is negative."""
        panels = self.workspace.panels
        if self.workspace.is_narrow:
            self.note("panels have the whole width here")
            return
        self.workspace.panels = replace(panels, wider_by=panels.wider_by + columns)

    def action_change_measure(self, columns: int) -> None:
        """Make the article's lines longer, or shorter where ``columns`` is negative."""
        now = self.measure or DEFAULT_MEASURE
        self.measure = min(max(now + columns, _SHORTEST), _LONGEST)
        self.view.set_measure(self.measure)
        self.note(f"lines of up to {self.measure} columns")

    def action_highlights(self) -> None:
        """Show the next set of highlights, hints at pronouns among them."""
        sets = list(Highlights)
        self._highlights = sets[(sets.index(self._highlights) + 1) % len(sets)]
        self.view.set_highlights(self._highlights)
        self.note(_HIGHLIGHT_WORDS[self._highlights])

    def close_panel(self) -> bool:
        """Close the panel that stands over the drawer.

        Returns:
            Whether there was one.
        """
        if not self.workspace.is_narrow or self.workspace.panels.opened is None:
            return False
        self.workspace.panels = replace(self.workspace.panels, opened=None)
        self.set_focus(self.view)
        return True

    def _is_shown(self, name: PanelName) -> bool:
        panels = self.workspace.panels
        if self.workspace.is_narrow:
            return panels.opened == name
        return panels.entities if name == "entities" else panels.quotes

    def _show(self, name: PanelName, *, shown: bool) -> None:
        panels = self.workspace.panels
        if self.workspace.is_narrow:
            self.workspace.panels = replace(panels, opened=name if shown else None)
        elif name == "entities":
            self.workspace.panels = replace(panels, entities=shown)
        else:
            self.workspace.panels = replace(panels, quotes=shown)
