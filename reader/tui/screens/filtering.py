"""What the article screen lets through: solo, the filter, what needs a check."""

from reader.tui.filters import Filter
from reader.tui.screens.reading import ReadingScreen
from reader.tui.words import one_line


class FilteringScreen(ReadingScreen):
    """The actions that leave marks and quotes out, and bring them back."""

    def action_solo(self) -> None:
        """Show only what belongs to the chosen entity, or everything again."""
        entity = self.cursor.position.entity
        if self.cursor.solo is not None:
            self._let_through(self.cursor.filter, None)
        elif entity is None:
            self.note("whom? choose somebody with 1 and enter, or click on a name")
        else:
            self._let_through(self.cursor.filter, entity)
            name = one_line(self.cursor.annotations.entities[entity].name)
            self.note(f"only {name}; s or F shows everything again")

    async def action_filter(self) -> None:
        """Ask what to let through."""
        from reader.tui.screens.filter_menu import FilterMenu

        await self.app.push_screen(
            FilterMenu(self.cursor.annotations, self.cursor.filter, self._set_filter)
        )

    def action_clear_filter(self) -> None:
        """Let everything through."""
        self.note("everything is shown")
        self._let_through(Filter(), None)

    def action_only_unsure(self) -> None:
        """Let only what needs a check through, or everything again."""
        self._set_filter(self.cursor.filter.toggled_unsure())
        if self.cursor.filter.confidence == "unsure":
            self.note(f"{len(self.cursor.visible)} to check")

    def cancel_filter(self) -> bool:
        """Let everything through.

        Returns:
            Whether anything was left out.
        """
        if not self.cursor.is_filtered:
            return False
        self._let_through(Filter(), None)
        return True

    def _set_filter(self, wanted: Filter) -> None:
        self._let_through(wanted, self.cursor.solo)

    def _let_through(self, wanted: Filter, solo: str | None) -> None:
        self.cursor.set_filter(wanted, solo)
        self.show_filtered()
