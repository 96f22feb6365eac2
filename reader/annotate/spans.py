"""What the components leave on a Doc for the next one, and for the layer.

The way of the data, each step reading only what the steps before it left::

    parse, names  →  quotes  →  speakers  →  mentions  →  entities  →  Layer
    (spaCy)          doc._.quotes  doc._.speakers  doc._.mentions  doc._.entities

``quotes`` finds what is said; ``speakers`` picks the words that stand for who says it; ``mentions``
joins names, descriptions and pronouns (with "I" in a quote given to its speaker); ``entities``
names and types what they stand for. A speaker's words then lead through their mention to an entity.

All offsets are code points of ``doc.text``, half-open.
"""

import msgspec
from spacy.tokens import Doc

from reader.model.layer import EntityType, Form, How, QuoteKind
from reader.model.text import Span


class CueSpan(msgspec.Struct, frozen=True, gc=False):
    """The word that introduces speech."""

    span: Span
    lemma: str


class QuoteSpan(msgspec.Struct, frozen=True, gc=False):
    """Something said, or set in quotation marks (kind ``scare``)."""

    kind: QuoteKind
    spans: tuple[Span, ...]
    """In text order, quotation marks included; two or more where the attribution interrupts."""
    cue: CueSpan | None
    confidence: float
    """How sure it is that this is a quote of this kind, 0 to 1."""
    rule: str
    """How it was found, a few words for a person."""


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """Who says a quote, in the words of the text; one for each quote, in the same order."""

    speaker: Span | None
    """The words that stand for the speaker ("officials", "he", "Putin"); None: nobody is named."""
    how: How | None
    confidence: float
    others: tuple[tuple[Span, float], ...] = ()
    """Runners-up, best first."""


class MentionSpan(msgspec.Struct, frozen=True, gc=False):
    """One mention and the cluster it belongs to."""

    span: Span
    form: Form
    cluster: int
    """Mentions of one entity share this number, an index into ``doc._.entities``."""
    confidence: float
    rule: str
    name: Span | None = None
    """The name inside it, without titles and appositions."""
    label: str = ""
    """A name's entity type, as far as the text around it has settled it; else empty."""


class EntityRecord(msgspec.Struct, frozen=True, gc=False):
    """What a cluster of mentions stands for."""

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    ref: str | None = None


def register_extensions() -> None:
    """Declare the Doc attributes; safe to call again (spaCy keeps them for the whole process)."""
    for name in ("quotes", "speakers", "mentions", "entities"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())
    if not Doc.has_extension("words"):  # what quotes have read mentions need not read again
        Doc.set_extension("words", default=None)
