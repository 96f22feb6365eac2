import pytest
import spacy
from spacy.tokens import Doc, Span

from reader.pipeline.heads import by_head, by_title


def span(text: str, name: str, label: str) -> tuple[Doc, Span]:
    doc = spacy.blank("en")(text)
    start = text.index(name)
    found = doc.char_span(start, start + len(name), label)
    assert found is not None
    return doc, found


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("Grand Holy Mosque", "ORG", "FAC"),
        ("Uluru Statement", "ORG", "MISC"),
        ("Garma Festival", "PERSON", "EVENT"),
        ("Qikiqtani Inuit Association", "PERSON", "ORG"),
        ("Rosh Pinah River", "PERSON", "LOC"),
        ("Indigenous Peoples", "ORG", "NORP"),
        ("Ashulia Police Station", "ORG", "FAC"),
        ("Orange County", "LOC", "LOC"),  # the recogniser knows places better
        ("Treaty", "ORG", "ORG"),  # a head alone is no name's head
        ("Maria Chen", "PERSON", "PERSON"),
    ],
)
def test_the_last_word_decides(name: str, given: str, expected: str) -> None:
    _, found = span(f"In {name} today", name, given)
    assert by_head(found).label_ == expected


@pytest.mark.parametrize(
    ("text", "name", "given", "expected"),
    [
        ("Then Mr Mkula left", "Mkula", "GPE", "PERSON"),
        ("Prime Minister Modi left", "Modi", "ORG", "PERSON"),
        ("the minister Modi left", "Modi", "GPE", "GPE"),
        ("the President EU", "EU", "ORG", "ORG"),
        ("Modi left", "Modi", "GPE", "GPE"),
    ],
)
def test_a_title_makes_a_person(text: str, name: str, given: str, expected: str) -> None:
    doc, found = span(text, name, given)
    assert by_title(doc, found).label_ == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ms Cooper", ("Cooper", "PERSON")),
        ("Admiral Al Rahbi", ("Al Rahbi", "PERSON")),
        ("General Motors", ("General Motors", "ORG")),
        ("Dr", ("Dr", "ORG")),
    ],
)
def test_a_body_that_begins_with_a_title_is_a_person(name: str, expected: tuple[str, str]) -> None:
    doc, found = span(f"Then {name} left", name, "ORG")
    made = by_title(doc, found)
    assert (made.text, made.label_) == expected
