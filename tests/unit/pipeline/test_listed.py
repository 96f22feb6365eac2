import pytest
import spacy
from spacy.language import Language

from reader.pipeline.boundaries import tidy
from reader.pipeline.gazetteer import Gazetteer
from reader.pipeline.listed import decide
from tests.unit.pipeline.marked import mark

NAMES = {
    "title": ["Ms", "Emperor", "Prince"],
    "given_name": ["Prince"],
    "country": ["DRC", "Georgia", "US"],
    "common_word": ["us"],
    "region": ["Georgia"],
    "city": ["Lincoln"],
    "organisation": ["Doctors Without Borders", "Xiaomi"],
    "agency": ["Royal Saudi Air Force"],
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("en")
    gazetteer = Gazetteer()
    gazetteer.initialize(list, nlp=made, names=NAMES)
    made.add_pipe("newsreader_gazetteer").from_bytes(gazetteer.to_bytes())  # type: ignore[attr-defined]
    return made


def tidied(nlp: Language, text: str, *given: tuple[str, str]) -> list[tuple[str, str]]:
    doc = mark(nlp(text), *given)
    return [(span.text, span.label_) for span in tidy(doc, doc.ents)]


def decided(nlp: Language, text: str, *given: tuple[str, str]) -> list[tuple[str, str]]:
    doc = mark(nlp(text), *given)
    return [(span.text, span.label_) for span in decide(doc, doc.ents)]


def test_titles_are_no_part_of_a_person(nlp: Language) -> None:
    assert tidied(nlp, "Then Ms Cooper left", ("Ms Cooper", "PERSON")) == [("Cooper", "PERSON")]
    assert tidied(nlp, "Then Prince sang", ("Prince", "PERSON")) == [("Prince", "PERSON")]


@pytest.mark.parametrize(
    ("text", "found"), [("Yoon Suk-yeol", "Yoon Suk-"), ("Nomusa Dube-Ncube", "Ncube")]
)
def test_a_hyphenated_name_is_whole(nlp: Language, text: str, found: str) -> None:
    name = "Dube-Ncube" if found == "Ncube" else text
    assert tidied(nlp, f"Then {text} left", (found, "PERSON")) == [(name, "PERSON")]


def test_a_compass_word_belongs_to_the_adjective(nlp: Language) -> None:
    assert tidied(nlp, "A South Korean ship", ("Korean", "NORP")) == [("South Korean", "NORP")]
    assert tidied(nlp, "go south Koreans", ("Koreans", "NORP")) == [("Koreans", "NORP")]


def test_a_year_belongs_to_its_event(nlp: Language) -> None:
    given = (("2022", "DATE"), ("World Cup", "EVENT"))
    assert tidied(nlp, "the 2022 World Cup", *given) == [("2022 World Cup", "EVENT")]


def test_names_end_with_their_line(nlp: Language) -> None:
    assert tidied(nlp, "By Ana Paz\n\nLima", ("Ana Paz\n\nLima", "PERSON")) == [
        ("Ana Paz", "PERSON")
    ]


def test_common_abbreviations_are_no_names(nlp: Language) -> None:
    assert tidied(nlp, "the CEO said", ("CEO", "ORG")) == []


def test_lists_that_agree_decide(nlp: Language) -> None:
    assert decided(nlp, "In DRC today", ("DRC", "ORG")) == [("DRC", "GPE")]
    assert decided(nlp, "In Georgia", ("Georgia", "PERSON")) == [("Georgia", "GPE")]
    assert decided(nlp, "Xiaomi said", ("Xiaomi", "PERSON")) == [("Xiaomi", "ORG")]


def test_a_city_alone_does_not_decide(nlp: Language) -> None:
    assert decided(nlp, "Lincoln said", ("Lincoln", "PERSON")) == [("Lincoln", "PERSON")]


def test_missed_and_halved_names_are_found(nlp: Language) -> None:
    assert decided(nlp, "With Doctors Without Borders") == [("Doctors Without Borders", "ORG")]
    assert decided(nlp, "The Royal Saudi Air Force", ("Saudi", "NORP")) == [
        ("Royal Saudi Air Force", "ORG")
    ]


def test_a_longer_recognised_name_is_left(nlp: Language) -> None:
    name = "Doctors Without Borders Canada"
    assert decided(nlp, f"With {name}", (name, "ORG")) == [(name, "ORG")]


def test_words_in_lower_case_are_no_names(nlp: Language) -> None:
    assert tidied(nlp, "Some garlic for Ana", ("garlic", "GPE")) == []
    assert tidied(nlp, "some garlic for ana", ("ana", "PERSON")) == [("ana", "PERSON")]


def test_titles_alone_are_no_names(nlp: Language) -> None:
    assert tidied(nlp, "the Emperor said", ("Emperor", "ORG")) == []


def test_a_missed_country_is_found(nlp: Language) -> None:
    assert decided(nlp, "In the DRC today") == [("DRC", "GPE")]
    assert decided(nlp, "in the drc today") == []


def test_two_halves_of_a_hyphenated_name_are_one(nlp: Language) -> None:
    given = (("Cambria Anderson", "PERSON"), ("Pyrz", "PERSON"))
    assert tidied(nlp, "By Cambria Anderson-Pyrz", *given) == [("Cambria Anderson-Pyrz", "PERSON")]


def test_an_office_has_all_its_matters(nlp: Language) -> None:
    text = "The Ministry of Gender Equality and Family said"
    assert tidied(nlp, text, ("Ministry of Gender Equality", "ORG")) == [
        ("Ministry of Gender Equality and Family", "ORG")
    ]
    given = (("Ministry of Health", "ORG"), ("Tedros", "PERSON"))
    assert tidied(nlp, "The Ministry of Health and Tedros", *given) == [
        ("Ministry of Health", "ORG"),
        ("Tedros", "PERSON"),
    ]


def test_a_realm_belongs_to_its_place(nlp: Language) -> None:
    assert tidied(nlp, "the City of Windhoek", ("Windhoek", "GPE")) == [("City of Windhoek", "GPE")]
    assert tidied(nlp, "the sights of Windhoek", ("Windhoek", "GPE")) == [("Windhoek", "GPE")]


def test_a_country_in_capitals_is_no_common_word(nlp: Language) -> None:
    assert decided(nlp, "The US-led talks") == [("US", "GPE")]
    assert decided(nlp, "They told us") == []
    assert decided(nlp, "LET US GO") == []


def test_what_is_tied_to_a_person_is_not_of_the_name(nlp: Language) -> None:
    assert tidied(nlp, "A Modi-led party", ("Modi", "PERSON")) == [("Modi", "PERSON")]
