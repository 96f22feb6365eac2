"""What the reader wants to see: quotes by speaker, type, kind and confidence."""

from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec.structs import replace

from reader.model.index import GROUP_OF, LOW_CONFIDENCE, Annotations
from reader.model.layer import Quote, QuoteKind

Confidence = Literal["any", "sure", "unsure"]

KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect", "scare")
CONFIDENCES: tuple[Confidence, ...] = ("any", "sure", "unsure")


def needs_check(quote: Quote) -> bool:
    """Tell whether a person should look at a quote: its bounds or its speaker are unsure."""
    if quote.kind == "scare":
        return quote.confidence < LOW_CONFIDENCE
    known = quote.speaker.status == "known"
    sureness = min(quote.confidence, quote.speaker.confidence if known else 1.0)
    return sureness < LOW_CONFIDENCE


class Filter(msgspec.Struct, frozen=True):
    """A choice of quotes; each field that is not set lets everything through."""

    speaker: str | None = None
    """An entity id."""
    group: str | None = None
    """A group of entity types (see ``GROUPS``) that the speaker belongs to."""
    kind: QuoteKind | None = None
    confidence: Confidence = "any"

    @property
    def is_off(self) -> bool:
        """Whether it lets everything through."""
        return self == Filter()

    def quotes(self, annotations: Annotations) -> Iterable[int]:
        """Return the numbers of the quotes that pass, in order."""
        if self.speaker is None:
            numbers: Iterable[int] = range(len(annotations.quotes))
        else:
            numbers = annotations.quotes_of(self.speaker)
        return (n for n in numbers if self._passes(n, annotations))

    def _passes(self, number: int, annotations: Annotations) -> bool:
        quotes = annotations.quotes
        if self.kind is not None and quotes.kind(number) != self.kind:
            return False
        wants_check = self.confidence == "unsure"
        if self.confidence != "any" and quotes.needs_check(number) != wants_check:
            return False
        if self.group is None:
            return True
        speaker = quotes.speaker(number)
        return speaker is not None and GROUP_OF[annotations.entities[speaker].type] == self.group

    def describe(self, annotations: Annotations) -> str:
        """Return what is let through in a few words, such as ``Maria Chen · indirect``."""
        words = [annotations.entities[self.speaker].name] if self.speaker else []
        words += [self.group] if self.group else []
        words += [self.kind] if self.kind else []
        words += [CONFIDENCE_WORDS[self.confidence]] if self.confidence != "any" else []
        return " · ".join(words)

    def toggled_unsure(self) -> "Filter":
        """Return the filter with only what needs a check, or with that taken away."""
        return replace(self, confidence="any" if self.confidence == "unsure" else "unsure")


CONFIDENCE_WORDS: dict[Confidence, str] = {"any": "any", "sure": "sure", "unsure": "to check"}
