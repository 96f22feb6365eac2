"""The layers of the sample articles against what a careful person marked in them."""

from collections.abc import Iterator

import pytest

from reader.annotate.batch import Annotator
from reader.model.index import Annotations
from reader.model.layer import Quote
from reader.model.text import Span
from tests.data.gold import NAMES, Gold, GoldQuote, load_gold

REAL = "2023-11-08-russia-china-alliance"


@pytest.fixture(scope="module")
def found(annotator: Annotator) -> dict[str, Annotations]:
    golds = {name: load_gold(name) for name in NAMES}
    return {
        name: Annotations(gold.article, annotator.annotate(gold.article))
        for name, gold in golds.items()
    }


def passages(gold: Gold) -> Iterator[GoldQuote]:
    return (quote for quote in gold.quotes if quote.kind in ("direct", "mixed"))


def quote_over(annotations: Annotations, span: Span) -> Quote | None:
    """Return the innermost quote that is speech and covers the middle of a passage."""
    numbers = annotations.quotes_at((span.start + span.end) // 2)
    spoken = [annotations.quotes[n] for n in numbers if annotations.quotes[n].kind != "scare"]
    return min(spoken, key=length, default=None)


def length(quote: Quote) -> int:
    return sum(span.end - span.start for span in quote.spans)


def speaker_name(annotations: Annotations, quote: Quote | None) -> str | None:
    if quote is None or quote.speaker.entity is None:
        return None
    return annotations.entities[quote.speaker.entity].name


def entity_name(annotations: Annotations, span: Span) -> str | None:
    """Return the name behind a mention: the smallest that ends where the words end."""
    for number in reversed(annotations.mentions_at(span.end - 1)):
        mention = annotations.mentions[number]
        if mention.end == span.end:
            return annotations.entities[mention.entity].name
    return None


def test_every_passage_of_the_real_article_is_given_to_who_said_it(
    found: dict[str, Annotations],
) -> None:
    gold, annotations = load_gold(REAL), found[REAL]
    wrong = {
        passage.span.of(gold.article.text): speaker_name(annotations, quote)
        for passage in passages(gold)
        for quote in [quote_over(annotations, passage.span)]
        if speaker_name(annotations, quote) != passage.speaker
    }
    assert wrong == {}


def test_titles_and_pronouns_of_the_real_article_lead_to_the_right_person(
    found: dict[str, Annotations],
) -> None:
    gold, annotations = load_gold(REAL), found[REAL]
    wanted = {"he", "his", "Russia’s president", "The Chinese general", "Shoigu", "Putin", "Zhang"}
    wrong = {
        (span.of(gold.article.text), span.start): entity_name(annotations, span)
        for person, spans in gold.people.items()
        for span in spans
        if span.of(gold.article.text) in wanted and entity_name(annotations, span) != person
    }
    assert wrong == {}


@pytest.mark.parametrize("name", NAMES)
def test_most_passages_of_every_article_are_given_to_who_said_them(
    name: str, found: dict[str, Annotations]
) -> None:
    named = [passage for passage in passages(load_gold(name)) if passage.named]
    right = sum(
        speaker_name(found[name], quote_over(found[name], passage.span)) == passage.speaker
        for passage in named
    )
    assert right >= 0.8 * len(named), f"{right} of {len(named)}"


@pytest.mark.parametrize("name", NAMES)
def test_most_mentions_of_every_article_lead_to_the_right_person(
    name: str, found: dict[str, Annotations]
) -> None:
    people = load_gold(name).people
    asked = [(person, span) for person, spans in people.items() for span in spans]
    right = sum(entity_name(found[name], span) == person for person, span in asked)
    assert right >= 0.7 * len(asked), f"{right} of {len(asked)}"
