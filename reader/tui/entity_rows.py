"""The rows of the entities panel: groups, entities, and the forms of an unfolded one."""

from collections.abc import Sequence
from functools import cached_property
from typing import overload

import msgspec

from reader.model.index import GROUPS, Annotations, EntityCounts
from reader.model.layer import Entity, Form
from reader.tui.marks import speaker_hues
from reader.tui.rows import Piece
from reader.tui.words import FORM_WORDS, one_line, spread

_COUNT_CELLS = 8
FOLDED_GROUPS = frozenset({"Dates and amounts"})
"""Groups that are folded at first: rarely what a reader looks for."""


class GroupRow(msgspec.Struct, frozen=True):
    """A heading over entities of one kind; choosing it folds or unfolds them."""

    group: str
    size: int
    folded: bool
    first: bool
    """Whether it stands at the top, where the columns are named."""
    height: int = 1

    @property
    def selectable(self) -> bool:
        """Whether there is something to unfold."""
        return self.folded or self.group in FOLDED_GROUPS

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return the heading's line."""
        sign = ("▸ " if self.folded else "▾ ") if self.selectable else ""
        name = f"{sign}{self.group} ({self.size})"
        columns = "quotes mentions" if self.first else ""
        left, space, right = spread(name, columns, width)
        return [[Piece(left, "heading"), Piece(space), Piece(right, "faint")]]


class EntityRow(msgspec.Struct, frozen=True):
    """Somebody or something, with how often it speaks and is mentioned."""

    entity: Entity
    counts: EntityCounts
    hue: str
    """The style of its quotes; empty where it has none."""
    unfolded: bool
    height: int = 1
    selectable: bool = True

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return the entity's line."""
        sign = "▾ " if self.unfolded else "  "
        dot = " ●" if self.counts.quotes else ""
        quotes = str(self.counts.quotes) if self.counts.quotes else "·"
        counts = f"{quotes:>6}{self.counts.mentions:>{_COUNT_CELLS + 1}}"
        room = max(1, width - len(dot) - len(sign))
        name, space, right = spread(one_line(self.entity.name), counts, room)
        return [
            [
                Piece(sign, "muted"),
                Piece(name),
                Piece(dot, self.hue),
                Piece(space),
                Piece(right, "muted"),
            ]
        ]


class FormRow(msgspec.Struct, frozen=True):
    """One wording that the article has for an entity."""

    entity: str
    words: str
    form: Form
    count: int
    height: int = 1
    selectable: bool = True

    def render(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return the wording's line."""
        kind = "" if self.form == "name" else f"  {FORM_WORDS[self.form]}"
        words = f"    {one_line(self.words)}"
        left, space, right = spread(words, str(self.count), width)
        if len(space) <= len(kind):
            kind = ""
        return [
            [
                Piece(left, "muted"),
                Piece(kind, "faint"),
                Piece(space[len(kind) :]),
                Piece(right, "muted"),
            ]
        ]


EntityListRow = GroupRow | EntityRow | FormRow


class EntityListing(msgspec.Struct, frozen=True):
    """What the panel lists."""

    group: str | None = None
    """Only this group; None: all."""
    words: str = ""
    """Only names with these letters."""
    unfolded: frozenset[str] = frozenset()
    """Entities whose forms are listed."""
    folded_groups: frozenset[str] = FOLDED_GROUPS

    def rows(self, annotations: Annotations) -> "EntityRows":
        """Return the rows, groups in order, in each the most mentioned first."""
        found = self._by_group(annotations)
        entries: list[_Entry] = []
        for group, entities in ((group, found[group]) for group in GROUPS if group in found):
            folded = group in self.folded_groups and self.group is None and not self.words
            entries.append(GroupRow(group, len(entities), folded, first=not entries))
            if folded:
                continue
            for entity in entities:
                entries.append(entity)
                if entity.id in self.unfolded:
                    forms = annotations.forms_of(entity.id)
                    entries += [FormRow(entity.id, *form) for form in forms]
        return EntityRows(annotations, entries, self.unfolded)

    def _by_group(self, annotations: Annotations) -> dict[str, list[Entity]]:
        groups = [self.group] if self.group else list(GROUPS)
        kinds = {kind: group for group in groups for kind in GROUPS[group]}
        wanted = self.words.casefold()
        found: dict[str, list[Entity]] = {}
        for entity in annotations.entities.values():
            if entity.type in kinds and wanted in entity.name.casefold():
                found.setdefault(kinds[entity.type], []).append(entity)
        for entities in found.values():
            entities.sort(key=lambda entity: -len(annotations.mentions_of(entity.id)))
        return found


_Entry = GroupRow | FormRow | Entity


class EntityRows(Sequence[EntityListRow]):
    """Rows of entities, made when they are looked at.

    Args:
        annotations: Whose entities.
        entries: What stands in each row; an entity has its row made of it.
        unfolded: The entities whose forms are listed.
    """

    def __init__(
        self, annotations: Annotations, entries: Sequence[_Entry], unfolded: frozenset[str]
    ) -> None:
        self._annotations, self._entries, self._unfolded = annotations, entries, unfolded
        self._hues = speaker_hues(annotations)

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> EntityListRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[EntityListRow]: ...
    def __getitem__(self, index: int | slice) -> EntityListRow | Sequence[EntityListRow]:
        if isinstance(index, slice):
            return EntityRows(self._annotations, self._entries[index], self._unfolded)
        entry = self._entries[index]
        if not isinstance(entry, Entity):
            return entry
        counts = self._annotations.counts(entry.id)
        return EntityRow(entry, counts, self._hues.get(entry.id, ""), entry.id in self._unfolded)

    @property
    def entity_count(self) -> int:
        """How many entities are listed."""
        return sum(isinstance(entry, Entity) for entry in self._entries)

    def row_of(self, entity: str) -> int | None:
        """Return the number of an entity's row; None where it is not listed."""
        return self._row_numbers.get(entity)

    @cached_property
    def _row_numbers(self) -> dict[str, int]:
        return {e.id: number for number, e in enumerate(self._entries) if isinstance(e, Entity)}
