"""Vectors of words by the mean of their pieces."""

import numpy as np
import pytest
import spacy

from reader.pipeline.vectors import DIMENSIONS, SCALE, WordVectors, features

PIECES = ["harbour", "har", "##bour", "##s", "."]


@pytest.fixture
def vectors() -> WordVectors:
    made = WordVectors()
    table = np.zeros((len(PIECES), DIMENSIONS), dtype=np.int8)
    table[:, 0] = [40, 10, 20, 6, 2]
    made.initialize(list, pieces=PIECES, table=table)
    return made


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("harbour", 40),
        ("HARBOUR", 40),
        ("Hárbour", 40),  # without accents, as the pieces are
        ("harbours", 23),  # the longest piece first: 40 and 6
        ("harbour.", 21),
        ("harxbour", 15),  # what no piece begins with is left out
        ("港", 0),
        ("", 0),
    ],
)
def test_a_word_is_the_mean_of_its_pieces(vectors: WordVectors, word: str, first: int) -> None:
    assert vectors.vector(word)[0] == first


def test_each_token_gets_its_row(vectors: WordVectors) -> None:
    doc = vectors(spacy.blank("en")("Harbours. Harbour"))
    assert features(doc)[:, 0] == pytest.approx([23 * SCALE, 2 * SCALE, 40 * SCALE])


def test_a_document_that_was_not_seen_is_an_error() -> None:
    with pytest.raises(ValueError, match="newsreader_vectors"):
        features(spacy.blank("en")("Harbour"))


def test_they_survive_packing(vectors: WordVectors) -> None:
    again = WordVectors().from_bytes(vectors.to_bytes())
    assert [again.vector(piece)[0] for piece in ("harbour", "harbours")] == [40, 23]


def test_a_long_run_of_letters_costs_no_more_than_a_long_word(vectors: WordVectors) -> None:
    assert vectors.vector("har" + "bour" * 100_000)[0] == vectors.vector("har" + "bour" * 14)[0]
