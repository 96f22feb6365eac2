"""A small article with a layer written by hand, for tests of everything that needs one."""

from pathlib import Path

from reader.model.article import Article, Metadata
from reader.model.layer import (
    ArticleInfo,
    Entity,
    EntityType,
    Form,
    Layer,
    Mention,
    Quote,
    QuoteKind,
    Run,
    Speaker,
    TextInfo,
    TextSpan,
)
from reader.model.text import Span, sha256

TEXT = (
    "Maria Chen said: “We cannot wait.” The chair sat down.\n"
    "\n"
    "“Tom Reyes told me ‘never’,” she said, “and he meant it.” Reyes denied it.\n"
)


def article(text: str = TEXT, path: Path | None = None) -> Article:
    return Article(text=text, body=Span(0, len(text.rstrip())), metadata=Metadata(), path=path)


def place(words: str, occurrence: int = 1, text: str = TEXT) -> tuple[int, int]:
    """Return where ``words`` stand in ``text``, counting occurrences from 1."""
    at = -1
    for _ in range(occurrence):
        at = text.index(words, at + 1)
    return at, at + len(words)


def mention(words: str, entity: str, form: Form, occurrence: int = 1) -> Mention:
    start, end = place(words, occurrence)
    return Mention(
        id=f"m{start}", start=start, end=end, text=words, form=form, entity=entity,
        confidence=0.9, rule="by hand",
    )  # fmt: skip


def quote(*parts: str, speaker: str | None, kind: QuoteKind = "direct") -> Quote:
    places = [place(part) for part in parts]
    return Quote(
        id=f"q{places[0][0]}",
        kind=kind,
        spans=tuple(TextSpan(start=start, end=end, text=TEXT[start:end]) for start, end in places),
        cue=None,
        speaker=Speaker(status="known", entity=speaker) if speaker else Speaker(status="unknown"),
        confidence=0.9,
        rule="by hand",
    )


def entity(number: str, name: str, kind: EntityType = "PERSON") -> Entity:
    return Entity(id=number, type=kind, name=name)


def layer(text: str = TEXT) -> Layer:
    """Return the layer of ``TEXT``: two people, seven mentions, a nested and a split quote."""
    return Layer(
        article=ArticleInfo(
            id="sample", title=None, url=None, byline=(), published=None, source=None, language="en"
        ),
        text=TextInfo(sha256=sha256(text), length=len(text), body=(0, len(text.rstrip()))),
        runs=(Run(id="r1", tool="hand", version="1", pipeline="none", pipeline_version="0"),),
        entities=(entity("e1", "Maria Chen"), entity("e2", "Tom Reyes")),
        mentions=(
            mention("Maria Chen", "e1", "name"),
            mention("The chair", "e1", "nominal"),
            mention("Tom Reyes", "e2", "name"),
            mention("me", "e1", "pronoun"),
            mention("she", "e1", "pronoun"),
            mention("he meant", "e2", "pronoun"),
            mention("Reyes", "e2", "name", occurrence=2),
        ),
        quotes=(
            quote("“We cannot wait.”", speaker="e1"),
            quote("“Tom Reyes told me ‘never’,”", "“and he meant it.”", speaker="e1"),
            quote("‘never’", speaker="e2"),
        ),
    )
