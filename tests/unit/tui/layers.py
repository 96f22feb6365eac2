"""Small layers for tests of the screen."""

from collections.abc import Sequence

from reader.model.article import Article, Metadata
from reader.model.index import Annotations
from reader.model.layer import (
    ArticleInfo,
    Entity,
    EntityType,
    Layer,
    Mention,
    Quote,
    QuoteKind,
    Speaker,
    TextInfo,
    TextSpan,
)
from reader.model.text import Span

ENTITIES: tuple[tuple[str, EntityType], ...] = (
    ("Maria Chen", "PERSON"), ("Harbour Trust", "ORG"), ("Northport", "GPE"), ("May", "DATE"),
)  # fmt: skip


def entity(number: int) -> str:
    """Return the id of one of ``ENTITIES``."""
    return f"e{number}"


def mention(number: int, text: str, span: Span, whose: int, *, pronoun: bool = False) -> Mention:
    return Mention(
        id=f"m{number}", start=span.start, end=span.end, text=span.of(text),
        form="pronoun" if pronoun else "name", entity=entity(whose), confidence=0.9, rule="test",
    )  # fmt: skip


def quote(
    number: int,
    text: str,
    spans: Sequence[Span],
    kind: QuoteKind = "direct",
    speaker: int | None = None,
    confidence: float = 0.9,
) -> Quote:
    who = Speaker(status="unknown")
    if speaker is not None:
        who = Speaker(status="known", entity=entity(speaker), how="explicit", confidence=0.9)
    parts = tuple(TextSpan(start=s.start, end=s.end, text=s.of(text)) for s in spans)
    return Quote(
        id=f"q{number}", kind=kind, spans=parts, cue=None, speaker=who, confidence=confidence,
        rule="test",
    )  # fmt: skip


def annotations(
    text: str,
    mentions: Sequence[Mention] = (),
    quotes: Sequence[Quote] = (),
    title: str | None = None,
    body: Span | None = None,
) -> Annotations:
    """Return an article of this text with a layer of these annotations."""
    body = body or Span(0, len(text))
    article = Article(text, body, Metadata(title=title, source="Gazette" if title else None))
    layer = Layer(
        article=ArticleInfo(
            id="test", title=title, url=None, byline=(), published=None, source=None, language=None
        ),
        text=TextInfo(sha256="", length=len(text), body=(body.start, body.end)),
        runs=(),
        entities=tuple(
            Entity(id=entity(number), type=kind, name=name)
            for number, (name, kind) in enumerate(ENTITIES)
        ),
        mentions=tuple(mentions),
        quotes=tuple(quotes),
    )
    return Annotations(article, layer)
