"""What a careful person marked in the sample articles, and where it stands in them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.model.article import Article
from reader.model.text import Span
from reader.sources import open_article

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.json"))


@dataclass(frozen=True)
class GoldQuote:
    """A passage or a clause of indirect speech, and who says it."""

    span: Span
    kind: str
    speaker: str | None
    """The canonical name, or the words of the text for somebody unnamed; None: nobody speaks."""
    named: bool


@dataclass(frozen=True)
class Gold:
    """The marks of one article; spans count in its canonical text."""

    article: Article
    quotes: tuple[GoldQuote, ...]
    people: dict[str, tuple[Span, ...]]


def load_gold(name: str) -> Gold:
    """Read ``name``.json and find its words in the article."""
    raw = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    article = open_article(HERE.parents[2] / raw["article"])
    people = {
        person: tuple(_find(article, text, nth, words=True) for text, nth in mentions)
        for person, mentions in raw["people"].items()
    }
    return Gold(article, tuple(_quotes(article, raw["quotes"])), people)


def _quotes(article: Article, raw: list[dict[str, Any]]) -> Iterator[GoldQuote]:
    for item in raw:
        speaker = item["speaker"]
        named = isinstance(speaker, str)
        yield GoldQuote(
            span=_find(article, item["text"], item["occurrence"], words=False),
            kind=item["kind"],
            speaker=speaker if named or speaker is None else speaker["unnamed"],
            named=named,
        )


def _find(article: Article, text: str, occurrence: int, *, words: bool) -> Span:
    pattern = rf"(?<!\w){re.escape(text)}(?!\w)" if words else re.escape(text)
    found = list(re.finditer(pattern, article.body.of(article.text)))
    match = found[occurrence - 1]
    return Span(match.start() + article.body.start, match.end() + article.body.start)
