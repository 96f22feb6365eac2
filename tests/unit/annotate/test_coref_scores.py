"""The scores of coreference, on examples worked by hand."""

import gzip
import itertools
import json
import random
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.evaluate.coref import evaluate_coref
from reader.annotate.evaluate.coref_metrics import best_assignment, cluster_counts
from reader.annotate.evaluate.coref_spans import head, pair_mentions, trim
from reader.annotate.spans import EntityRecord, MentionSpan, register_extensions
from reader.model.text import Span

TEXT = "Ann Lee met the Bob Ray’s team. Lee said she liked “Bob”. He left."


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def test_the_worked_example_of_the_papers() -> None:
    counts = cluster_counts(
        [frozenset("abc"), frozenset("defg")],
        [frozenset("ab"), frozenset("cd"), frozenset("fghi")],
    )
    shares = {name: (count.precision, count.recall) for name, count in counts.items()}
    assert shares["muc"] == pytest.approx((2 / 5, 2 / 5))
    assert shares["b3"] == pytest.approx((4 / 8, (3 * 2 / 3 - 1 / 3 + 1 / 4 + 1) / 7))
    assert shares["ceafe"] == pytest.approx((1.3 / 3, 1.3 / 2))
    assert shares["lea"] == pytest.approx(((2 + 4 / 6) / 8, (1 + 4 / 6) / 7))
    assert shares["mentions"] == pytest.approx((6 / 8, 6 / 7))


def test_the_assignment_is_the_best_of_all() -> None:
    rng = random.Random(1)
    for _ in range(40):
        rows, columns = rng.randint(1, 4), rng.randint(1, 5)
        worth = [[rng.random() for _ in range(columns)] for _ in range(rows)]
        wide = worth if rows <= columns else [list(row) for row in zip(*worth, strict=True)]
        best = max(
            sum(row[j] for row, j in zip(wide, order, strict=True))
            for order in itertools.permutations(range(len(wide[0])), len(wide))
        )
        assert best_assignment(worth) == pytest.approx(best)


def test_spans_are_trimmed_and_paired_by_their_heads() -> None:
    assert trim(TEXT, span("the Bob Ray’s")).of(TEXT) == "Bob Ray"
    assert trim(TEXT, span("“Bob”.")).of(TEXT) == "Bob"
    words = "the mayor of Rome, a friend"
    assert head(words, Span(0, len(words))).of(words) == "mayor"
    number = pair_mentions(words, [Span(0, len(words))], [Span(4, 9), Span(13, 17)])
    assert number[Span(4, 9)] == 0
    assert number[Span(13, 17)] > 0


class _Fixed:
    """A component that says what the test wants."""

    def __init__(self, clusters: list[list[tuple[Span, str]]], named: list[str]) -> None:
        self.mentions = tuple(
            MentionSpan(where, form, i, 1.0, "")  # type: ignore[arg-type]
            for i, cluster in enumerate(clusters)
            for where, form in cluster
        )
        self.entities = tuple(EntityRecord("PERSON", name) for name in named)

    def __call__(self, doc: Doc) -> Doc:
        doc._.mentions, doc._.entities = self.mentions, self.entities
        return doc


def test_what_a_reader_notices(tmp_path: Path) -> None:
    register_extensions()
    gold = {
        "id": "x", "text": TEXT, "types": ["person", "person"],
        "clusters": [[span("Ann Lee"), span("Lee", 1), span("she")],
                     [span("Bob Ray"), span("Bob", 1), span("He")]],
        "forms": [["name", "name", "pronoun"]] * 2,
    }  # fmt: skip
    path = tmp_path / "gold.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(gold) + "\n")
    nlp = spacy.blank("en")
    said = _Fixed(
        [[(span("Ann Lee"), "name"), (span("Lee", 1), "name"), (span("He"), "pronoun")],
         [(span("Bob Ray"), "name"), (span("she"), "pronoun")], [(span("Bob", 1), "name")]],
        ["Ann Lee", "Bob Ray", "Bob"],
    )  # fmt: skip
    Language.factory("test_fixed_mentions", func=lambda nlp, name: said)
    nlp.add_pipe("test_fixed_mentions")
    scores = evaluate_coref(nlp, path)
    # Links of the gold: Lee (found), she (with Bob: no), Bob (alone: no), He (with Ann: no).
    assert scores["named"]["all"]["recall"] == pytest.approx(1 / 4)
    assert scores["named"]["all"]["precision"] == pytest.approx(1 / 3)
    assert scores["named"]["name"]["recall"] == pytest.approx(1 / 2)
    assert scores["named"]["third"]["precision"] == 0
    assert scores["merged"] == 0
    assert scores["clusters"]["mentions"]["recall"] == pytest.approx(5 / 6)
