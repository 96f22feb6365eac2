import spacy
from spacy.tokens import Doc

from reader.pipeline.consistency import Consistency


def entities(text: str, *given: tuple[str, str]) -> list[tuple[str, str]]:
    """Run the component on `text` with the `given` entities, each found in text order."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc: Doc = nlp(text)
    spans, done = [], 0
    for name, label in given:
        start = text.index(name, done)
        done = start + len(name)
        span = doc.char_span(start, done, label)
        assert span is not None
        spans.append(span)
    doc.ents = spans
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
