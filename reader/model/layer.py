"""The layer: stand-off annotations of one article, in a file beside it.

The structs are the file format, field by field; ``layer.schema.json`` is made from them.
Every offset counts code points of the canonical text (see ``reader.model.text``).
"""

from typing import Literal

import msgspec

FORMAT = "newsreader/layer"
VERSION = 1

EntityType = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW",
    "LANGUAGE", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "MISC",
]  # fmt: skip
# The structs hold only strings, numbers and each other: no cycles, so the garbage collector need
# not look at a hundred thousand of them (gc=False).
Form = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "mixed", "indirect", "scare"]
SpeakerStatus = Literal["known", "unnamed", "unknown"]
How = Literal["explicit", "anaphoric", "implicit"]


class ArticleInfo(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Which article this is, as its header told it."""

    id: str
    title: str | None
    url: str | None
    byline: tuple[str, ...]
    published: str | None
    source: str | None
    language: str | None


class TextInfo(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Which text the offsets count in."""

    sha256: str
    length: int
    body: tuple[int, int]
    unit: Literal["codepoint"] = "codepoint"


class Run(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One run of a tool that made annotations."""

    id: str
    tool: str
    version: str
    pipeline: str
    pipeline_version: str
    created: str | None = None
    """ISO 8601; None where a file must not change with the clock."""


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Somebody or something that the article speaks of."""

    id: str
    type: EntityType
    name: str
    """The fullest form in the text."""
    aliases: tuple[str, ...] = ()
    ref: str | None = None
    """An identifier elsewhere, such as ``iso3166:RU`` or ``geonames:524901``."""


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One place where the text names, describes or points to an entity."""

    id: str
    start: int
    end: int
    text: str
    form: Form
    entity: str
    confidence: float
    rule: str
    """How it was found and why it belongs to the entity."""


class TextSpan(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of text, repeated so that a reader can verify it."""

    start: int
    end: int
    text: str


class Cue(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The word that introduces speech: said, according to, claim."""

    start: int
    end: int
    text: str
    lemma: str


class Speaker(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who says it."""

    status: SpeakerStatus
    """known: ``entity`` is set; unnamed: only ``words`` say who; unknown: nobody is named."""
    words: TextSpan | None = None
    """What stands for the speaker where the quote is attributed ("officials", "he", "Putin")."""
    mention: str | None = None
    """The mention that ``words`` are, if they are one."""
    entity: str | None = None
    how: How | None = None
    confidence: float = 0.0
    others: tuple[tuple[str, float], ...] = ()
    """Runners-up: entity ids, or words of the text, with their scores."""


class Quote(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something said, in one or more stretches of text, marks included."""

    id: str
    kind: QuoteKind
    spans: tuple[TextSpan, ...]
    cue: Cue | None
    speaker: Speaker
    confidence: float
    rule: str


class Layer(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All annotations of one article."""

    article: ArticleInfo
    text: TextInfo
    runs: tuple[Run, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    format: str = FORMAT
    version: int = VERSION
