"""The quote component on whole texts: kinds, parts, cues, indirect speech, any input."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.quotes import make_quotes
from reader.annotate.spans import QuoteSpan
from reader.annotate.speakers import make_speakers


def _blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsreader_quotes")
    nlp.add_pipe("newsreader_speakers")
    return nlp


BLANK = _blank()


def _parts(doc: Doc, quote: QuoteSpan) -> list[str]:
    return [doc.text[span.start : span.end] for span in quote.spans]


def _found(nlp: Language, text: str, kind: str) -> list[list[str]]:
    doc = nlp(text)
    return [_parts(doc, quote) for quote in doc._.quotes if quote.kind == kind]


def test_the_factories_are_registered() -> None:
    assert BLANK.pipe_names == ["newsreader_quotes", "newsreader_speakers"]


def test_marks_are_found_without_a_parse() -> None:
    doc = BLANK("“We have waited for years and we will not wait again,” he said.")
    (quote,) = doc._.quotes
    assert _parts(doc, quote) == ["“We have waited for years and we will not wait again,”"]
    assert len(doc._.speakers) == 1


def test_a_split_quote_is_one_with_two_parts(nlp: Language) -> None:
    text = "“We will go,” Maria Chen said, “and we will not come back.”"
    assert _found(nlp, text, "direct") == [["“We will go,”", "“and we will not come back.”"]]


def test_a_quote_over_paragraphs_is_one_with_a_part_in_each(nlp: Language) -> None:
    text = "Maria Chen spoke.\n\n“We waited for a year,” she said. “We went.\n\n“We came home.”\n"
    assert _found(nlp, text, "direct")[0][-2:] == ["“We went.", "“We came home.”"]


def test_a_title_and_a_nickname_are_no_speech(nlp: Language) -> None:
    text = "Eustace “Shorty” Bragg sang “Close Your Quotes, Louisa” in the film “The Marks”."
    assert len(_found(nlp, text, "scare")) == 3


def test_words_inside_the_reporters_sentence_are_mixed(nlp: Language) -> None:
    text = "Putin said cooperation was becoming “more and more important” for both countries."
    assert _found(nlp, text, "mixed") == [["“more and more important”"]]


def test_indirect_speech_ends_with_its_clause(nlp: Language) -> None:
    text = "Officials said that the bridge would be closed for a year."
    assert _found(nlp, text, "indirect") == [["that the bridge would be closed for a year"]]


def test_whom_somebody_welcomes_is_no_speech(nlp: Language) -> None:
    text = "Maria Chen welcomed Gen. Wu Li on Tuesday. She said that he would stay."
    assert _found(nlp, text, "indirect") == [["that he would stay"]]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            "A state report published in June found that the bridge would be closed for a year.",
            "found",
            "A state report published in June",
        ),
        (
            "The company, which runs the bridge, said Chen would be replaced by Wu Li.",
            "said",
            "The company",
        ),
        (
            "Outside court, a spokeswoman for the fund said it had raised money.",
            "said",
            "a spokeswoman for the fund",
        ),
    ],
)
def test_neither_a_month_nor_whom_the_clause_is_about_speaks(
    nlp: Language, text: str, cue: str, speaker: str
) -> None:
    doc = nlp(text)
    (quote,), (attribution,) = doc._.quotes, doc._.speakers
    assert quote.cue.span.of(text) == cue
    assert attribution.speaker.of(text) == speaker


def test_a_name_behind_a_line_signs_it(nlp: Language) -> None:
    text = "“A wall will not help anybody.” ― Maria Chen\n\n“Nor will a fence.” ― Wu Li"
    doc = nlp(text)
    said = [doc.text[a.speaker.start : a.speaker.end] for a in doc._.speakers if a.speaker]
    assert said == ["Maria Chen", "Wu Li"]


def test_according_to(nlp: Language) -> None:
    text = "According to the ministry, the bridge will be closed for a year."
    assert _found(nlp, text, "indirect") == [["the bridge will be closed for a year"]]


def test_speech_inside_speech_is_a_quote_of_its_own(nlp: Language) -> None:
    text = "“So I said to him, ‘Leave it alone,’ and he left,” Maria Chen said."
    doc = nlp(text)
    found = {_parts(doc, quote)[0]: quote.kind for quote in doc._.quotes}
    assert found["‘Leave it alone,’"] in ("direct", "mixed")


def test_the_cue_has_its_lemma(nlp: Language) -> None:
    doc = nlp("“We will never go back there,” Maria Chen insisted.")
    (quote,) = doc._.quotes
    assert quote.cue is not None
    assert (doc.text[quote.cue.span.start : quote.cue.span.end], quote.cue.lemma) == (
        "insisted",
        "insist",
    )


_ANY = st.one_of(st.text(max_size=80), st.text("“”'\" saidhe.,\n\r:—«»", max_size=60))


def _check(doc: Doc) -> None:
    assert len(doc._.quotes) == len(doc._.speakers)
    for quote, speaker in zip(doc._.quotes, doc._.speakers, strict=True):
        ends = [offset for span in quote.spans for offset in (span.start, span.end)]
        assert ends == sorted(ends)
        assert 0 <= ends[0] < ends[-1] <= len(doc.text)
        assert 0 <= quote.confidence <= 1
        assert 0 <= speaker.confidence <= 1
        if speaker.speaker is not None:
            assert 0 <= speaker.speaker.start < speaker.speaker.end <= len(doc.text)


@given(_ANY)
@settings(max_examples=60)
def test_any_text_without_a_parse(text: str) -> None:
    _check(BLANK(text))


@given(_ANY)
@settings(max_examples=40)
def test_any_text_with_a_parse(text: str) -> None:
    from tests.unit.annotate.quote_pipeline import pipeline

    doc, again = pipeline()(text), pipeline()(text)
    _check(doc)
    assert doc._.quotes == again._.quotes


def test_an_empty_doc() -> None:
    doc = make_speakers(BLANK, "s")(make_quotes(BLANK, "q")(BLANK.make_doc("")))
    assert doc._.quotes == ()


@pytest.fixture(scope="session")
def nlp() -> Language:
    from tests.unit.annotate.quote_pipeline import pipeline

    return pipeline()
