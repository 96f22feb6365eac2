"""Article and layer together, indexed for reading: what is here, and whose it is."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.model.article import Article
from reader.model.columns import NONE
from reader.model.compact import CompactLayer, compact
from reader.model.layer import Entity, EntityType, Form, Layer
from reader.model.mention_columns import MentionColumns
from reader.model.quote_columns import LOW_CONFIDENCE, QuoteColumns
from reader.model.spans import SpanIndex
from reader.model.strings import Numbers

__all__ = ["GROUPS", "GROUP_OF", "LOW_CONFIDENCE", "Annotations", "EntityCounts"]

GROUPS: dict[str, tuple[str, ...]] = {
    "People": ("PERSON",),
    "Organisations": ("ORG",),
    "Places": ("GPE", "LOC", "FAC"),
    "Groups": ("NORP",),
    "Events": ("EVENT",),
    "Other": ("PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "MISC"),
    "Dates and amounts": (
        "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
    ),
}  # fmt: skip
"""How panels group entity types, in the order in which they show the groups."""

_LOWER_INSIDE_A_SENTENCE = frozenset(
    "The A An This That These Those My Our Your His Her Its Their He She It They We You Him Them "
    "Both Another One Two Three Some Many".split()
)

GROUP_OF: dict[str, str] = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


_SHOWN_UNNAMED = frozenset(("PERSON", "ORG"))


def is_worth_showing(kind: EntityType, forms: Collection[Form]) -> bool:
    """Return whether a reader would look for something of a type, mentioned in these forms.

    Whatever has a name; people and bodies that are described ("a spokeswoman", "the jury"). Not
    things without a name ("the tide"), and not pronouns that nothing is known about.
    """
    return "name" in forms or ("nominal" in forms and kind in _SHOWN_UNNAMED)


def worth_showing(
    entities: Iterable[Entity],
    forms: Iterable[tuple[str, Form]],
    speakers: Collection[str | None],
) -> list[Entity]:
    """Return the entities that a reader would look for, speakers among them.

    Args:
        entities: All entities of a layer.
        forms: The ids of entities, each with a form in which it is mentioned.
        speakers: The ids of the entities that speak.
    """
    forms_of: dict[str, set[Form]] = defaultdict(set)
    for entity, form in forms:
        forms_of[entity].add(form)
    return [
        entity
        for entity in entities
        if entity.id in speakers or is_worth_showing(entity.type, forms_of[entity.id])
    ]


class EntityCounts(NamedTuple):
    """How often an entity appears."""

    mentions: int
    quotes: int
    """Quotes that it speaks; scare quotes do not count."""


class Annotations:
    """An article with its layer, indexed once; every question is answered in O(log n).

    Of the layer's entities those are here that are worth showing, with their mentions.

    Quotes and mentions are numbered by where they start (ties: the longer first). Numbers, not ids,
    are what questions take and give: ``annotations.quotes[number]``.

    Args:
        article: The article.
        layer: A layer of its text.
    """

    def __init__(self, article: Article, layer: Layer | CompactLayer) -> None:
        self.article = article
        self.layer = layer if isinstance(layer, CompactLayer) else compact(layer, article.text)
        self.quotes: QuoteColumns = self.layer.quotes
        mentions = self.layer.mentions
        speakers = {self.quotes.entities.strings[who] for who in set(self.quotes.whose) - {NONE}}
        shown = worth_showing(layer.entities, mentions.forms(), speakers)
        self.entities: dict[str, Entity] = {entity.id: entity for entity in shown}
        self.mentions: MentionColumns = mentions.only(self.entities)

    def set_article(self, article: Article) -> None:
        """Put another object with the same text in the article's place."""
        self.article = article
        self.layer.set_text(article.text)
        self.mentions.text = article.text

    @cached_property
    def mention_spans(self) -> SpanIndex:
        """The mentions' spans, numbered like ``mentions``."""
        return SpanIndex.of(self.mentions.starts, self.mentions.ends)

    @cached_property
    def _stretches(self) -> tuple[SpanIndex, "array[int]"]:
        """Every stretch of every quote, sorted, and whose it is."""
        quotes = self.quotes
        starts, ends = quotes.starts, quotes.ends
        if len(starts) == len(quotes):  # one each: they are sorted already
            return SpanIndex.of(starts, ends), array("i", range(len(starts)))
        whose = array("i", [n for n in range(len(quotes)) for _ in quotes.span_numbers(n)])
        order = sorted(range(len(starts)), key=lambda n: (starts[n], -ends[n], whose[n]))
        index = SpanIndex.of(
            array("i", [starts[n] for n in order]), array("i", [ends[n] for n in order])
        )
        return index, array("i", [whose[n] for n in order])

    @property
    def quote_spans(self) -> SpanIndex:
        """Every stretch of every quote; ``quote_of_span`` tells whose it is."""
        return self._stretches[0]

    def quote_of_span(self, number: int) -> int:
        """Return the number of the quote that a span of ``quote_spans`` belongs to."""
        return self._stretches[1][number]

    @cached_property
    def _by_entity(self) -> dict[str, "array[int]"]:
        return _grouped(self.mentions.entities, self.mentions.whose)

    @cached_property
    def _by_speaker(self) -> dict[str, "array[int]"]:
        quotes = self.quotes
        whose = [who if quotes.is_speech(n) else NONE for n, who in enumerate(quotes.whose)]
        return _grouped(quotes.entities, whose)

    @cached_property
    def speakers(self) -> Sequence[str]:
        """The ids of the entities that speak, in the order of their first quotes."""
        return list(self._by_speaker)

    def index(self) -> None:
        """Make now what is else made when it is first asked for."""
        self.mention_spans.at(0)
        self.quotes_at(0)
        self.mentions_of("")
        self.quotes_of("")
        if len(self.quotes):
            self.quotes.needs_check(0)

    # What is here

    def quotes_at(self, offset: int) -> list[int]:
        """Return the numbers of the quotes around the character at ``offset``, outermost first."""
        return [self.quote_of_span(span) for span in self.quote_spans.at(offset)]

    def mentions_at(self, offset: int) -> list[int]:
        """Return the numbers of the mentions around the character, outermost first."""
        return self.mention_spans.at(offset)

    def quotes_in(self, start: int, end: int) -> list[int]:
        """Return the numbers of the quotes that touch ``[start, end)``, in order, each once."""
        spans = self.quote_spans.touching(start, end)
        return sorted({self.quote_of_span(span) for span in spans})

    def mentions_in(self, start: int, end: int) -> list[int]:
        """Return the numbers of the mentions that touch ``[start, end)``, in order."""
        return list(self.mention_spans.touching(start, end))

    # Whose is it

    def mentions_of(self, entity: str) -> Sequence[int]:
        """Return the numbers of all mentions of an entity, in order."""
        return self._by_entity.get(entity, ())

    def quotes_of(self, entity: str) -> Sequence[int]:
        """Return the numbers of all quotes that an entity speaks, in order."""
        return self._by_speaker.get(entity, ())

    def counts(self, entity: str) -> EntityCounts:
        """Return how many mentions and quotes an entity has."""
        return EntityCounts(len(self.mentions_of(entity)), len(self.quotes_of(entity)))

    def forms_of(self, entity: str) -> list[tuple[str, Form, int]]:
        """Return the entity's distinct wordings with their form and count, most frequent first.

        "He" and "The chair" at a sentence's start count as "he" and "the chair".
        """
        counted: Counter[tuple[str, Form]] = Counter()
        for number in self.mentions_of(entity):
            mention = self.mentions[number]
            words = " ".join(mention.text.split())
            if words.partition(" ")[0] in _LOWER_INSIDE_A_SENTENCE:
                words = words[0].lower() + words[1:]
            counted[words, mention.form] += 1
        return [(words, form, count) for (words, form), count in counted.most_common()]


def _grouped(entities: Numbers, whose: Iterable[int]) -> dict[str, "array[int]"]:
    """Return the numbers of each entity's items, entities in the order of their first items."""
    groups: dict[int, array[int]] = defaultdict(lambda: array("i"))
    for number, who in enumerate(whose):
        groups[who].append(number)
    groups.pop(NONE, None)
    return {entities.strings[who]: numbers for who, numbers in groups.items()}
