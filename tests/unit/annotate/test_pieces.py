import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.batch import Annotator
from reader.annotate.pieces import pieces, tokenize
from reader.paths import sample_articles
from reader.sources import open_article
from tests.unit.annotate.test_committed_layers import without_confidence


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(1, 50))
def test_pieces_are_bounded_and_make_the_text_again(text: str, size: int) -> None:
    cut = list(pieces(text, size))
    assert "".join(cut) == text
    assert max(map(len, cut)) <= size + 1


def test_cuts_fall_at_paragraph_ends_then_sentences_then_words() -> None:
    assert list(pieces("one two.\n\nthree four. five", 12)) == [
        "one two.\n\n",
        "three four. ",
        "five",
    ]


def test_a_text_in_pieces_gets_the_layer_that_it_gets_whole(annotator: Annotator) -> None:
    article = open_article(sample_articles() / "the-last-ferry.txt")
    whole = annotator.annotate(article)
    parted = Annotator(piece=6_000).annotate(article)
    assert without_confidence(parted) == without_confidence(whole)


@settings(max_examples=15)
@given(st.integers(399, 3000), st.sampled_from(['"', "“", "-", "a.", "''"]))
def test_a_run_without_blanks_is_tokenized_whole_and_in_order(length: int, mark: str) -> None:
    text = f"He said {mark * length} and left."
    doc = tokenize(spacy.blank("en"), text)
    assert doc.text == text
    assert [doc[0].text, doc[-1].text] == ["He", "."]


def test_ordinary_words_are_tokenized_as_ever() -> None:
    nlp = spacy.blank("en")
    text = "A URL: https://example.org/" + "x" * 100 + " and “marks”."
    assert [t.text for t in tokenize(nlp, text)] == [t.text for t in nlp.make_doc(text)]


@pytest.mark.parametrize("row", ['"' * 900, "“ ” " * 300, "-=" * 400])
def test_rows_without_letters_cost_few_tokens(row: str) -> None:
    doc = tokenize(spacy.blank("en"), f"He said {row} and left.")
    assert doc.text == f"He said {row} and left."
    assert len(doc) < 15


def test_blank_lines_stay_blank_tokens() -> None:
    doc = tokenize(spacy.blank("en"), "One." + "\n" * 900 + "Two.")
    assert all(token.is_space for token in doc if "\n" in token.text)
