"""Fitting the pronoun ranker, and measuring it on what it has not seen."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.annotate.training.mentions import cross_validate, examples, fit, write
from tests.unit.annotate.coref_docs import parsed

SHE = (
    "Ann|PROPN|3|nsubj Lee|PROPN|1|flat met|VERB|0|root Bob|PROPN|3|obj Ray|PROPN|4|flat "
    ".|PUNCT|3|punct"
)
LEFT = "She|PRON|2|nsubj left|VERB|0|root .|PUNCT|2|punct"


def record(number: int, genre: str) -> tuple[dict[str, Any], Any]:
    """Return a document whose "She" is Ann Lee, as the corpus has it, and parsed."""
    doc = parsed([SHE, LEFT], ("Ann Lee", "PERSON"), ("Bob Ray", "PERSON"))
    text = doc.text
    spans = [[0, 7], [text.index("She"), text.index("She") + 3]]
    return {
        "id": f"{genre}{number}", "genre": genre, "text": text, "clusters": [spans],
        "heads": [spans], "types": ["person"], "forms": [["name", "pronoun"]],
    }, doc  # fmt: skip


def test_an_example_says_which_choice_is_right() -> None:
    gold, doc = record(0, "news")
    (example,) = examples(doc, gold)
    assert example.right == [False, True]


def test_weights_prefer_what_was_right() -> None:
    gold, doc = record(0, "news")
    data = list(examples(doc, gold)) * 20
    weights = fit(data)
    nobody, ann = (sum(weights.get(name, 0.0) for name in found) for found in data[0].features)
    assert ann > nobody


def test_each_document_is_measured_without_itself() -> None:
    pairs = [record(number, "news") for number in range(6)] + [record(0, "bio")]
    records, docs = [gold for gold, _ in pairs], [doc for _, doc in pairs]
    figures = cross_validate(records, docs, genre="news")
    assert figures["documents"] == 6
    assert figures["named"]["third"]["recall"] == pytest.approx(1.0)
    assert cross_validate(records, docs)["documents"] == 7


def test_weights_are_written_with_their_thresholds(tmp_path: Path) -> None:
    write({"he nobody": 0.5}, tmp_path / "out.json")
    written = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert written["weights"] == {"he nobody": 0.5}
    assert set(written["thresholds"]) == {"he", "it", "they"}
