from hypothesis import given
from hypothesis import strategies as st

from reader.annotate.batch import Annotator
from reader.annotate.pieces import pieces
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
