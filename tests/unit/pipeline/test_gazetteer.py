import numpy as np
import pytest
import spacy
from spacy.language import Language

from reader.pipeline.gazetteer import (
    BEGIN,
    CLASSES,
    END,
    JOINED,
    WIDTH,
    Gazetteer,
    features,
    fold,
)


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture
def gazetteer(nlp: Language) -> Gazetteer:
    made = Gazetteer()
    made.initialize(
        list,
        nlp=nlp,
        names={
            "given_name": ["Maria"],
            "organisation": ["Maria Chen Harbour Trust", "Harbour Trust"],
            "place": ["São Tomé"],
            "title": ["president"],
            "city": ["Reading"],
        },
    )
    return made


def column(name: str, *, joined: bool = False) -> int:
    return CLASSES.index(name) + (JOINED if joined else 0)


def test_a_single_word_has_its_class(nlp: Language, gazetteer: Gazetteer) -> None:
    rows = features(gazetteer(nlp("Maria sings")))
    assert rows.shape == (2, WIDTH)
    assert rows[0, column("given_name")] == 1
    assert rows[0].sum() == 1
    assert rows[1].sum() == 0


def test_the_longest_name_wins_and_is_bounded(nlp: Language, gazetteer: Gazetteer) -> None:
    rows = features(gazetteer(nlp("The Maria Chen Harbour Trust met")))
    organisation = rows[:, column("organisation", joined=True)]
    assert organisation.tolist() == [0, 1, 1, 1, 1, 0]
    assert rows[:, BEGIN].tolist() == [0, 1, 0, 0, 0, 0]
    assert rows[:, END].tolist() == [0, 0, 0, 0, 1, 0]
    assert rows[1, column("given_name")] == 1  # a word inside still counts alone


def test_accents_and_capitals_do_not_matter(nlp: Language, gazetteer: Gazetteer) -> None:
    for text in ("Sao Tome", "SÃO TOMÉ"):
        assert features(gazetteer(nlp(text)))[0, column("place", joined=True)] == 1
    assert fold("O’Brien") == "o'brien"


def test_lower_case_is_a_name_only_for_telling_words(nlp: Language, gazetteer: Gazetteer) -> None:
    rows = features(gazetteer(nlp("the president was reading")))
    assert rows[1, column("title")] == 1
    assert rows[3].sum() == 0


def test_packed_and_unpacked_is_the_same(nlp: Language, gazetteer: Gazetteer) -> None:
    other = Gazetteer().from_bytes(gazetteer.to_bytes())
    doc = nlp("President Maria of the Harbour Trust in Reading")
    assert np.array_equal(gazetteer.bits(doc), other.bits(doc))
    assert len(other) == len(gazetteer)
    assert other.classes("Harbour Trust") == {"organisation"}


def test_lists_packed_for_other_classes_are_refused(gazetteer: Gazetteer) -> None:
    import zlib

    packed = zlib.compress(b"country other\n1\tfrance")
    with pytest.raises(ValueError, match="another version"):
        Gazetteer().from_bytes(packed)


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(ValueError, match="spaceship"):
        Gazetteer().add(["Maria"], ["spaceship"])


def test_features_need_the_component(nlp: Language) -> None:
    with pytest.raises(ValueError, match="newsreader_gazetteer"):
        features(nlp("Maria"))


def test_a_document_without_words_has_no_rows(nlp: Language, gazetteer: Gazetteer) -> None:
    assert features(gazetteer(nlp(""))).shape == (0, WIDTH)
