"""Who speaks: one small text for each way in which a speaker is named."""

import pytest
from spacy.tokens import Doc

from reader.annotate.quoting.sources import Source
from reader.annotate.spans import QuoteSpan
from reader.annotate.speakers import UNKNOWN, attribute
from reader.model.text import Span
from tests.unit.annotate.quote_pipeline import pipeline

SPEAKERS: dict[str, tuple[str, str, str]] = {
    "behind, inverted": ("“It will rain for a week,” said Maria Chen.", "Maria Chen", "explicit"),
    "behind": ("“It will rain for a week,” Maria Chen said.", "Maria Chen", "explicit"),
    "before": ("Maria Chen said: “It will rain for a week.”", "Maria Chen", "explicit"),
    "pronoun": (
        "Maria Chen came late. “It will rain for a week,” she said.",
        "she",
        "anaphoric",
    ),
    "apposition": (
        "“It will rain for a week,” Maria Chen, a forecaster at the harbour office, said.",
        "Maria Chen",
        "explicit",
    ),
    "the last of two": (
        "He met Ann Lee and Bob Ray, who said the deal was “over and done with”.",
        "Bob Ray, who",
        "any",
    ),
    "according to": (
        "According to the harbour office, it will be “wet for a week”.",
        "the harbour office",
        "anaphoric",
    ),
    "participle": (
        "Maria Chen welcomed the plan, saying it was “more and more important”.",
        "Maria Chen",
        "explicit",
    ),
    "label": ("Northport\n\nCHEN: “It will rain for a week.”", "CHEN", "explicit"),
    "signature": ("“It has rained here for nine long weeks.”\n― Maria Chen\n", "Maria Chen", "any"),
    "title": (
        "Defence Minister Sergei Shoigu insisted that it was “not a military bloc”.",
        "Defence Minister Sergei Shoigu",
        "explicit",
    ),
    "organisation": ("The G7 urged Beijing not to “help” Moscow in the war.", "The G7", "any"),
}


def _first(doc: Doc) -> tuple[str | None, str | None]:
    found = doc._.speakers[0]
    words = None if found.speaker is None else doc.text[found.speaker.start : found.speaker.end]
    return words, found.how


@pytest.mark.parametrize("name", SPEAKERS)
def test_speaker(name: str) -> None:
    text, speaker, how = SPEAKERS[name]
    words, found = _first(pipeline()(text))
    assert words == speaker
    assert how in (found, "any")


def test_a_quote_alone_goes_on_with_the_last_speaker() -> None:
    doc = pipeline()(
        "“It will rain for a week,” Maria Chen said.\n\n“I have never seen anything like it.”"
    )
    last = doc._.speakers[-1]
    assert doc.text[last.speaker.start : last.speaker.end] == "Maria Chen"
    assert last.how == "implicit"


def test_a_transcript_is_not_the_speaker_where_somebody_says_it() -> None:
    doc = pipeline()(
        "The Chinese general said that relations were at their “highest level”, according to the"
        " Russian transcription of his remarks."
    )
    assert _first(doc)[0] == "The Chinese general"


def test_scare_quotes_have_no_speaker() -> None:
    quote = QuoteSpan("scare", (Span(0, 3),), None, 0.9, "")
    source = Source(Span(5, 8), "explicit", 0.9)
    assert attribute(quote, (source,)) is UNKNOWN


def test_runners_up_keep_their_order_and_the_faint_are_left_out() -> None:
    quote = QuoteSpan("direct", (Span(0, 3),), None, 0.9, "")
    shares = (0.7, 0.2, 0.09, 0.01)
    sources = tuple(Source(Span(n, n + 1), "explicit", s) for n, s in enumerate(shares))
    found = attribute(quote, sources)
    assert found.confidence == pytest.approx(0.97 * 0.7)
    assert [score for _, score in found.others] == [0.2, 0.09]


CONVERSATIONS: dict[str, tuple[str, list[str]]] = {
    "a question and its answer": (
        "“The wall will hold for a year,” Maria Chen said.\n\n"
        "“And then?” Tom Reyes asked.\n\n“Then we will build another one.”",
        ["Maria Chen", "Tom Reyes", "Maria Chen"],
    ),
    "turns": (
        "“You were late,” said Maria Chen.\n\n“I was not late,” said Tom Reyes.\n\n"
        "“You were.”\n\n“The boat was.”",
        ["Maria Chen", "Tom Reyes", "Maria Chen", "Tom Reyes"],
    ),
    "questions without marks": (
        "“The wall will hold for a year,” Maria Chen said. “We built it,” Maria Chen said.\n\n"
        "“It leaks already,” Tom Reyes said.\n\nWill it be built anew?\n\n“Not by me, I hope.”",
        ["Maria Chen", "Maria Chen", "Tom Reyes", "Maria Chen"],
    ),
    "paragraphs of one speaker": (
        "“It rained for a year,” Maria Chen said. “It never stopped.\n\n“Then it snowed.”",
        ["Maria Chen"],
    ),
}


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_goes_to_and_fro(name: str) -> None:
    text, speakers = CONVERSATIONS[name]
    doc = pipeline()(text)
    spoken = [
        None if said.speaker is None else doc.text[said.speaker.start : said.speaker.end]
        for quote, said in zip(doc._.quotes, doc._.speakers, strict=True)
        if quote.kind in ("direct", "mixed")
    ]
    assert spoken == speakers
