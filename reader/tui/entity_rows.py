"""The rows of the entities panel: groups, entities, and the forms of an unfolded one."""

from collections.abc import Iterator, Sequence

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

    def rows(self, annotations: Annotations) -> Iterator[EntityListRow]:
        """Yield the rows, groups in order, in each the most mentioned first."""
        found, hues = self._by_group(annotations), speaker_hues(annotations)
        groups = [group for group in GROUPS if group in found]
        for group in groups:
            entities = found[group]
            folded = group in self.folded_groups and self.group is None and not self.words
            yield GroupRow(group, len(entities), folded, group == groups[0])
            if not folded:
                for entity in entities:
                    yield from self._entity_rows(entity, hues.get(entity.id, ""), annotations)

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

    def _entity_rows(
        self, entity: Entity, hue: str, annotations: Annotations
    ) -> Iterator[EntityListRow]:
        unfolded = entity.id in self.unfolded
        yield EntityRow(entity, annotations.counts(entity.id), hue, unfolded)
        if unfolded:
            for words, form, count in annotations.forms_of(entity.id):
                yield FormRow(entity.id, words, form, count)
