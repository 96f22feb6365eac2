"""The panel of who and what is in the article."""

from collections.abc import Callable

from msgspec.structs import replace

from reader.model.index import Annotations
from reader.tui.entity_rows import EntityListing, EntityRow, EntityRows, FormRow, GroupRow
from reader.tui.widgets.panel import Panel


class EntitiesPanel(Panel):
    """Lists entities by group, with their counts, and unfolds the chosen one's forms.

    Args:
        annotations: Whose entities.
        chosen: Is told of the entity that the reader chose, and of the wording, where it was one of
            its wordings; not by a message, so that the keys behind it find the choice made.
    """

    def __init__(self, annotations: Annotations, chosen: Callable[[str, str | None], None]) -> None:
        super().__init__(id="entities", title="1 Entities")
        self._chosen_entity = chosen
        self._annotations = annotations
        self._listing = EntityListing()
        self._entity_rows = EntityRows(annotations, (), frozenset())
        self._current: str | None = None

    def show_entities(self, annotations: Annotations, group: str | None) -> None:
        """List entities.

        Args:
            annotations: Whose.
            group: Only this group of types; None: all.
        """
        unfolded = self._listing.unfolded if annotations is self._annotations else frozenset()
        self._annotations = annotations
        self._listing = replace(self._listing, group=group, unfolded=unfolded)
        self._fill()

    def narrow(self, words: str) -> None:
        """List only names with these letters."""
        self.narrowed_to = words
        self._listing = replace(self._listing, words=words)
        self._fill()

    def follow(self, entity: str | None) -> None:
        """Show which entity is chosen."""
        self._current = entity
        row = None if entity is None else self._entity_rows.row_of(entity)
        self.choose(row)
        if row is not None and not self.has_focus:
            self.move_to(row, ahead=True)

    def row_selected(self, index: int) -> None:
        """Choose the row's entity or wording, or fold a group."""
        row = self._entity_rows[index]
        if isinstance(row, GroupRow):
            self._toggle_group(row.group, index)
        elif isinstance(row, FormRow):
            self._chosen_entity(row.entity, row.words)
        else:
            self._toggle_forms(row, index)
            self._chosen_entity(row.entity.id, None)

    def row_highlighted(self, index: int) -> None:
        """Leave the reader's cursor alone: enter chooses."""

    def _toggle_forms(self, row: EntityRow, index: int) -> None:
        entity = row.entity.id
        if row.unfolded and entity == self._current:
            unfolded = self._listing.unfolded - {entity}
        else:
            unfolded = self._listing.unfolded | {entity}
        self._listing = replace(self._listing, unfolded=unfolded)
        self._fill(index)

    def _toggle_group(self, group: str, index: int) -> None:
        self._listing = replace(self._listing, folded_groups=self._listing.folded_groups ^ {group})
        self._fill(index)

    def _fill(self, index: int | None = None) -> None:
        self._entity_rows = self._listing.rows(self._annotations)
        self.set_rows(self._entity_rows, index, height=1)
        self.follow(self._current)
        self.title_line.show("1 Entities", self._summary())

    def _summary(self) -> str:
        if self.narrowed_to:
            return f"“{self.narrowed_to}”: {self._entity_rows.entity_count}"
        return self._listing.group or ""
