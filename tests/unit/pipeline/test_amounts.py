import pytest
import spacy
from spacy.tokens import Span

from reader.pipeline.amounts import Amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $2.7 million.", [("$2.7 million", "MONEY")]),
        ("It cost US$1,200.", [("US$1,200", "MONEY")]),
        ("It cost 10 billion ringgit.", [("10 billion ringgit", "MONEY")]),
        ("A fine of Rs 5 lakh was paid.", [("Rs 5 lakh", "MONEY")]),
        ("Prices rose 5 per cent, wages 2.5%.", [("5 per cent", "PERCENT"), ("2.5%", "PERCENT")]),
        ("They met at 3:30 p.m. in town.", [("3:30 p.m.", "TIME")]),
        ("The base is 12 km away.", [("12 km", "QUANTITY")]),
        ("the first of 20 people", [("first", "ORDINAL"), ("20", "CARDINAL")]),
        ("hundreds of thousands fled", [("hundreds of thousands", "CARDINAL")]),
        ("An F-16 and COVID-19 tests", []),
    ],
)  # fmt: skip
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    doc = Amounts()(spacy.blank("en")(text))
    assert [(entity.text, entity.label_) for entity in doc.ents] == expected


def test_entities_that_are_there_win() -> None:
    doc = spacy.blank("en")("In 2021 they spent $5 in 3 days.")
    doc.ents = [Span(doc, 1, 2, "DATE")]
    found = [(entity.text, entity.label_) for entity in Amounts()(doc).ents]
    assert found == [("2021", "DATE"), ("$5", "MONEY"), ("3", "CARDINAL")]
