"""Names that the recogniser ran together or broke off."""

import pytest
import spacy
from spacy.tokens import Span

from reader.pipeline.gazetteer import Gazetteer
from reader.pipeline.parts import parted
from reader.pipeline.train.tokenization import adapt_tokenizer


def parts(text: str, found: str, label: str) -> list[str]:
    """Return the names that the span `found` of `text` holds."""
    nlp = spacy.blank("en")
    adapt_tokenizer(nlp)
    gazetteer = Gazetteer()
    gazetteer.initialize(list, nlp=nlp, names={"country": {"India", "Kenya"}})
    start = text.index(found)
    span = gazetteer(nlp(text)).char_span(start, start + len(found), label)
    assert isinstance(span, Span)
    return [part.text for part in parted(span)]


@pytest.mark.parametrize(
    ("found", "label", "expected"),
    [
        ("Wei Hong-tu & Cheng-ta", "PERSON", ["Wei Hong-tu", "Cheng-ta"]),
        ("Ana Ruiz - Mar Paz", "PERSON", ["Ana Ruiz", "Mar Paz"]),
        ("Marks & Spencer", "ORG", ["Marks & Spencer"]),
        ("India-Kenya", "ORG", ["India", "Kenya"]),
        ("Sino-Kenya", "GPE", ["Sino", "Kenya"]),
        ("Guinea-Bissau", "GPE", ["Guinea-Bissau"]),
        ("CPI(M", "ORG", ["CPI", "M"]),
        ("Bank (Ghana) Ltd", "ORG", ["Bank (Ghana) Ltd"]),
        ("Emir of Qatar", "ORG", ["Qatar"]),
        ("Secretary-General of the Arctic Council", "ORG", ["Arctic Council"]),
        ("Bank of Ghana", "ORG", ["Bank of Ghana"]),
        ("Office of the President", "ORG", ["Office of the President"]),
        ("President of", "ORG", []),
        ("Cree Nation of", "ORG", ["Cree Nation"]),
        ("Harbour Bay -", "GPE", ["Harbour Bay"]),
        ("IRGC navy", "ORG", ["IRGC"]),
        ("Tenke mine", "LOC", ["Tenke mine"]),
        ("Northport council", "ORG", ["Northport council"]),
        ("afrol News", "ORG", ["afrol News"]),
    ],
)
def test_parts(found: str, label: str, expected: list[str]) -> None:
    assert parts(f"The {found} met", found, label) == expected


def test_a_body_goes_on_behind_and() -> None:
    text = "Lawyers of Citizens for Justice and Peace met"
    assert parts(text, "Citizens for Justice and", "ORG") == ["Citizens for Justice and Peace"]
    text = "Lawyers of Citizens for Justice and others met"
    assert parts(text, "Citizens for Justice and", "ORG") == ["Citizens for Justice"]


def test_a_name_goes_on_to_the_word_that_tells_its_type() -> None:
    text = "They closed Mary River Iron Mine today"
    assert parts(text, "Mary River", "LOC") == ["Mary River Iron Mine"]
    text = "They left Mary River on Monday for the Mine"
    assert parts(text, "Mary River", "LOC") == ["Mary River"]
