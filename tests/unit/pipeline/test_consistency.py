import spacy
from spacy.tokens import Span

from reader.pipeline.consistency import Consistency
from reader.pipeline.gazetteer import Gazetteer
from tests.unit.pipeline.marked import mark


def entities(text: str, *given: tuple[str, str]) -> list[tuple[str, str]]:
    """Run the component on `text` with the `given` entities, each found in text order."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = mark(nlp(text), *given)
    return [(entity.text, entity.label_) for entity in Consistency()(doc).ents]


def test_a_surname_follows_its_full_name() -> None:
    found = entities(
        "Gen. Zhang Youxia spoke. Later Youxia left.", ("Zhang Youxia", "PERSON"), ("Youxia", "ORG")
    )
    assert found == [("Zhang Youxia", "PERSON"), ("Youxia", "PERSON")]


def test_a_missed_surname_is_added() -> None:
    found = entities("Maria Chen spoke. Then Chen left.", ("Maria Chen", "PERSON"))
    assert found == [("Maria Chen", "PERSON"), ("Chen", "PERSON")]


def test_a_longer_unknown_name_is_left_alone() -> None:
    found = entities("Maria Chen spoke at the Chen Gallery.", ("Maria Chen", "PERSON"))
    assert found == [("Maria Chen", "PERSON")]


def test_an_abbreviation_follows_its_name() -> None:
    found = entities(
        "The Panama Maritime Authority (AMP) met. The AMP agreed with AMP staff.",
        ("Panama Maritime Authority", "ORG"),
        ("AMP", "GPE"),
        ("AMP", "PERSON"),
    )
    assert [label for _, label in found] == ["ORG"] * 4
    assert [name for name, _ in found[1:]] == ["AMP"] * 3


def test_a_town_keeps_its_label_beside_a_namesake() -> None:
    found = entities(
        "Denzel Washington flew to Washington from Washington.",
        ("Denzel Washington", "PERSON"),
        ("Washington", "GPE"),
        ("Washington", "GPE"),
    )
    assert [label for _, label in found] == ["PERSON", "GPE", "GPE"]


def test_an_abbreviation_in_small_letters_is_spelled_by_its_name() -> None:
    found = entities(
        "The Communications Regulatory Authority of Namibia (Cran) met. Cran agreed.",
        ("Communications Regulatory Authority of Namibia", "ORG"),
        ("Cran", "PERSON"),
        ("Cran", "PERSON"),
    )
    assert [label for _, label in found] == ["ORG"] * 3


def test_what_things_are_in_is_a_place() -> None:
    found = entities(
        "Firms in Neom pay. Shops in Neom close. Neom grows.",
        ("Neom", "ORG"),
        ("Neom", "ORG"),
        ("Neom", "ORG"),
    )
    assert {label for _, label in found} == {"GPE"}
    found = entities(
        "Shares in Acme rose. Acme sells. Acme buys.", ("Acme", "ORG"), ("Acme", "ORG"),
        ("Acme", "ORG"),
    )  # fmt: skip
    assert {label for _, label in found} == {"ORG"}


def test_a_surname_that_is_no_listed_place_is_a_person_however_often_taken_for_one() -> None:
    nlp = spacy.blank("en")
    gazetteer = Gazetteer()
    gazetteer.initialize(list, nlp=nlp, names={"city": {"Lima"}})
    for surname, label in (("Setalvad", "PERSON"), ("Lima", "GPE")):
        doc = gazetteer(nlp(f"Ana {surname} left {surname} and {surname} and {surname} ."))
        doc.ents = (
            Span(doc, 0, 2, "PERSON"), *(Span(doc, place, place + 1, "GPE") for place in (3, 5, 7))
        )  # fmt: skip
        assert [entity.label_ for entity in Consistency()(doc).ents] == ["PERSON", *[label] * 3]


def test_the_label_of_most_mentions_decides() -> None:
    found = entities(
        "Tencent grew. Tencent fell. Tencent rose.",
        ("Tencent", "ORG"),
        ("Tencent", "PERSON"),
        ("Tencent", "ORG"),
    )
    assert {label for _, label in found} == {"ORG"}


def test_dates_are_not_touched() -> None:
    found = entities("May met May in May.", ("May", "PERSON"), ("May", "PERSON"), ("May", "DATE"))
    assert found[-1] == ("May", "DATE")
