import pytest
import spacy

from reader.pipeline.lemmas import Lemmas

WORDS = [
    ("cities", "NNS", "city"),
    ("parties", "NNS", "party"),
    ("dogs", "NNS", "dog"),
    ("cats", "NNS", "cat"),
    ("maps", "NNS", "map"),
    ("people", "NNS", "person"),
    ("went", "VBD", "go"),
    ("walked", "VBD", "walk"),
    ("talked", "VBD", "talk"),
    ("I", "PRP", "I"),
    ("The", "DT", "the"),
]


@pytest.fixture
def lemmas() -> Lemmas:
    made = Lemmas()
    made.learn(WORDS)
    return made


@pytest.mark.parametrize(("text", "tag", "lemma"), WORDS)
def test_words_of_the_treebank(lemmas: Lemmas, text: str, tag: str, lemma: str) -> None:
    assert lemmas.lemma(text, tag) == lemma


@pytest.mark.parametrize(
    ("text", "tag", "lemma"),
    [
        ("ponies", "NNS", "pony"),
        ("Hats", "NNS", "hat"),
        ("parked", "VBD", "park"),
        ("Putin", "NNP", "Putin"),
        ("odd", "XX", "odd"),
    ],
)
def test_words_never_seen(lemmas: Lemmas, text: str, tag: str, lemma: str) -> None:
    assert lemmas.lemma(text, tag) == lemma


def test_packed_and_unpacked_is_the_same(lemmas: Lemmas) -> None:
    other = Lemmas().from_bytes(lemmas.to_bytes())
    assert all(other.lemma(text, tag) == lemma for text, tag, lemma in WORDS)


def test_tokens_get_their_lemmas(lemmas: Lemmas) -> None:
    doc = spacy.blank("en")("dogs walked")
    doc[0].tag_, doc[1].tag_ = "NNS", "VBD"
    assert [token.lemma_ for token in lemmas(doc)] == ["dog", "walk"]
