"""Parsed articles with their gold attributions, and parts of them for cross-validation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc

from reader.annotate.evaluate.quote_gold import GoldArticle, GoldQuote
from reader.annotate.quoting.story import Quoted, Story, read_story

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Example:
    """A parsed article with its gold attributions, by passage."""

    article: GoldArticle
    story: Story
    gold: dict[tuple[int, int], GoldQuote | None]
    """What each passage in marks is, by its offsets; None: no quote."""

    def passages(self) -> Iterator[tuple[Quoted, GoldQuote | None]]:
        """Yield the outermost passages with what they are."""
        for quoted in self.story.outer:
            key = (quoted.passage.start, quoted.passage.end)
            if key in self.gold:
                yield quoted, self.gold[key]


def load_examples(articles: Sequence[GoldArticle], docs: Sequence[Doc]) -> list[Example]:
    """Put articles and their parses together."""
    examples = []
    for article, doc in zip(articles, docs, strict=True):
        story = read_story(doc)
        gold = {(p.start, p.end): quote for p, quote in article.passages}
        examples.append(Example(article, story, gold))
    return examples


def others(parts: Sequence[list[T]]) -> Iterator[list[T]]:
    """Yield for each part what is in the others."""
    for number in range(len(parts)):
        yield joined([part for other, part in enumerate(parts) if other != number])


def joined(parts: Sequence[list[T]]) -> list[T]:
    """Return all that is in the parts."""
    return [item for part in parts for item in part]
