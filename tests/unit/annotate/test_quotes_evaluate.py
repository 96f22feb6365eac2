"""The measures of quotes and speakers, on gold that fits on a page."""

import gzip
import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from reader.annotate.evaluate.quote_gold import GoldArticle, read_gold
from reader.annotate.evaluate.quotes import count_article, evaluate_quotes
from reader.annotate.evaluate.speaker_match import heads, same_speaker
from reader.annotate.spans import Attribution, QuoteSpan, register_extensions
from reader.model.text import Span

TEXT = "“We go now,” Maria Chen said. He sang “The Marks”. Officials said that it rained."


def _span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


RAW = {
    "id": "a",
    "text": TEXT,
    "attributions": [
        {
            "source": [_span("Maria Chen")],
            "cue": [_span("said")],
            "content": [_span("“We go now,”")],
        },
        {
            "source": [_span("Officials")],
            "cue": [_span("said that")],
            "content": [_span("that it rained")],
        },
    ],
}


def _gold() -> GoldArticle:
    return GoldArticle("a", TEXT, RAW["attributions"])  # type: ignore[arg-type]


def _doc(*found: tuple[str, str, str | None]) -> Doc:
    """Return a Doc with quotes given as kind, words and speaker."""
    register_extensions()
    doc = spacy.blank("en").make_doc(TEXT)
    doc._.quotes = tuple(
        QuoteSpan(kind, (Span(*_span(words)),), None, 1.0, "")  # type: ignore[arg-type]
        for kind, words, _ in found
    )
    doc._.speakers = tuple(
        Attribution(None if who is None else Span(*_span(who)), "explicit", 1.0)
        for _, _, who in found
    )
    return doc


def test_passages_are_sorted_into_quotes_and_others() -> None:
    assert [quote is not None for _, quote in _gold().passages] == [True, False]


def test_a_right_answer_counts_as_right() -> None:
    counts = count_article(_gold(), _doc(("direct", "“We go now,”", "Chen")))
    assert (counts["overlap"], counts["exact"], counts["right"]) == (1, 1, 1)
    assert counts["other taken"] == 0


def test_a_wrong_speaker_counts_as_found_but_not_right() -> None:
    counts = count_article(_gold(), _doc(("direct", "“We go now,”", "Officials")))
    assert (counts["overlap"], counts["asked"], counts["right"]) == (1, 1, 0)


def test_a_title_taken_for_speech_is_counted() -> None:
    assert count_article(_gold(), _doc(("mixed", "“The Marks”", None)))["other taken"] == 1
    assert count_article(_gold(), _doc(("scare", "“The Marks”", None)))["other taken"] == 0


def test_a_passage_in_indirect_speech_is_found_with_it() -> None:
    quotes = (("scare", "“We go now,”", None), ("indirect", "“We go now,” Maria", "Chen"))
    counts = count_article(_gold(), _doc(*quotes))
    assert (counts["predicted"], counts["overlap"], counts["right"]) == (1, 1, 1)


def test_indirect_speech_is_counted_in_words() -> None:
    counts = count_article(_gold(), _doc(("indirect", "it rained", "Officials")))
    assert (counts["indirect words"], counts["indirect words right"]) == (2, 2)
    assert (counts["speech words"], counts["speech words found"]) == (3, 2)


def test_all_figures_of_a_pipeline_that_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(RAW).encode()))
    nlp = spacy.blank("en")
    register_extensions()
    figures = evaluate_quotes(nlp, path)
    assert figures["overlap"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert figures["scare"]["taken"] == 0.0


def test_plain_gold_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(RAW) + "\n\n", "utf-8")
    assert [article.id for article in read_gold(path)] == ["a"]


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the former mayor of Boston", "mayor"),
        ("Secretary of State Clinton", "clinton"),
        ("Maria Chen, a forecaster", "chen"),
        ("Donald Trump's", "trump"),
        ("John Smith Jr.", "smith"),
    ],
)
def test_head_of_a_speakers_phrase(phrase: str, head: str) -> None:
    assert head in heads(phrase, (0, len(phrase)))


def test_two_mentions_of_a_name_match_but_two_pronouns_do_not() -> None:
    text = "Chen came. Maria Chen said he left and he sang."
    first = text.index("he left")
    second = text.index("he sang")
    assert same_speaker(text, (0, 4), [(11, 21)])
    assert not same_speaker(text, (first, first + 2), [(second, second + 2)])
    assert not same_speaker(text, None, [(0, 4)])
