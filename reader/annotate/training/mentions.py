"""Fit the pronoun ranker on OntoGUM.

    python -m reader.annotate.training.mentions --corpora DIR [--pipeline PATH] [--out FILE]
    python -m reader.annotate.training.mentions --corpora DIR --cross-validate

DIR holds ``coref/train.jsonl.gz`` (CC BY 4.0 annotations; see the model card). Each pronoun is one
example: its choices as the linker sees them, with the pronouns before it resolved as in the gold.
The model is a softmax over the choices and nobody; the loss is the probability of all choices in
the gold cluster together (Durrett and Klein 2013), with an L2 penalty, minimised by Adam.

Cross-validation fits on four fifths of the documents, each genre spread over all fifths, and prints
what ``newsreader evaluate coref`` prints for the news among the rest, and for all.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from reader.annotate.coref.antecedents import choices
from reader.annotate.coref.candidates import is_joined
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.discourse import Discourse
from reader.annotate.coref.evidence import Evidence, read_evidence
from reader.annotate.coref.features import GROUPS, choice_features, nobody_features
from reader.annotate.coref.pronouns import Ranker, follow_speech, join
from reader.annotate.entities import find_entities
from reader.annotate.evaluate.coref import coref_figures
from reader.annotate.mentions import find_mentions, link_names_and_descriptions
from reader.annotate.pipeline import load_pipeline
from reader.annotate.ranker import Linear
from reader.annotate.training.fit import Choice, fit_choices
from reader.pipeline.corpus_files import read_json_lines

_FORCED = Link("gold", 1.0)
_RATE, _STEPS, _LEAST = 0.05, 400, 0.005
_FOLDS = 5
_THRESHOLDS = {"he": 0.2, "it": 0.3, "they": 0.3}
_DROPPED = ("newsreader_mentions", "newsreader_entities")


def gold_clusters(evidence: Evidence, record: dict[str, Any]) -> dict[int, int]:
    """Return the gold cluster of each candidate that is a gold mention, by their heads."""
    words = evidence.words
    by_token: dict[int, int] = {}
    by_span: dict[tuple[int, int], int] = {}
    sized = sorted(
        (
            (end - start, start, end, head, number)
            for number, (spans, heads) in enumerate(
                zip(record["clusters"], record["heads"], strict=True)
            )
            for (start, end), (head, _) in zip(spans, heads, strict=True)
        ),
        reverse=True,
    )
    # "Russia and China" and "Russia" have one head: the shorter is what the head alone means.
    for _, start, end, head, number in sized:
        by_token[words.at(head)] = number
        by_span[start, end] = number
    found: dict[int, int] = {}
    for i, one in enumerate(evidence.candidates):
        if is_joined(one):
            span = (words.start[one.first], words.end[one.last])
            if span in by_span:
                found[i] = by_span[span]
            continue
        tokens = [one.head] if one.form != "name" else [one.head, *range(one.core, one.last + 1)]
        for token in tokens:
            if token in by_token:
                found[i] = by_token[token]
                break
    return found


def examples(doc: Doc, record: dict[str, Any]) -> Iterator[Choice]:
    """Yield what each third person pronoun of an annotated document may stand for, nobody first.

    Args:
        doc: Parsed, with quotes and speakers.
        record: The document in the corpus.
    """
    evidence = read_evidence(doc)
    link_names_and_descriptions(evidence)
    gold = gold_clusters(evidence, record)
    discourse = Discourse(evidence)
    discourse.learn()
    for i, one in enumerate(evidence.candidates):
        follow_speech(i, discourse)
        if one.form == "pronoun" and one.word in GROUPS:
            found = choices(i, discourse)
            own = gold.get(i, -1)
            right = [own >= 0 and gold.get(choice.mention, -2) == own for choice in found]
            options = [nobody_features(i, discourse)]
            options += [choice_features(i, choice, discourse) for choice in found]
            if found:
                yield Choice(options, [not any(right), *right])
            if any(right):
                join(i, found[right.index(True)], _FORCED, discourse)
        discourse.see(i)


def fit(data: Sequence[Choice], *, penalty: float = 4.0) -> dict[str, float]:
    """Return the weights that fit the examples best, rounded; what weighs nothing is left out.

    Args:
        data: The examples.
        penalty: The strength of the L2 penalty, in examples.
    """
    weights = fit_choices(data, penalty, least=1, rate=_RATE, steps=_STEPS)
    return {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= _LEAST}


def cross_validate(
    records: list[dict[str, Any]], docs: list[Doc], *, genre: str | None = None
) -> dict[str, Any]:
    """Return the figures of documents with models that are fitted without their fifth.

    Args:
        records: The documents in the corpus.
        docs: The same, parsed, with quotes and speakers; mentions and entities are set.
        genre: Measure only the documents of this genre; all fit the models.
    """
    order = sorted(range(len(records)), key=lambda i: (records[i]["genre"], records[i]["id"]))
    fold = {i: number % _FOLDS for number, i in enumerate(order)}
    data = [list(examples(doc, record)) for doc, record in zip(docs, records, strict=True)]
    asked = [i for i, record in enumerate(records) if genre in (None, record["genre"])]
    for held_out in range(_FOLDS):
        seen = [one for i, found in enumerate(data) if fold[i] != held_out for one in found]
        model = Ranker(Linear(fit(seen), 0.0, 1.0), _THRESHOLDS)
        for i in asked:
            if fold[i] == held_out:
                docs[i]._.mentions = find_mentions(docs[i], model)
                docs[i]._.entities = find_entities(docs[i])
    return coref_figures([records[i] for i in asked], [docs[i] for i in asked])


def main() -> None:
    """Fit and write the weights; what the command line says is in the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pipeline", help="another than the one that ships")
    parser.add_argument(
        "--out", type=Path, default=Path("reader/annotate/coref/data/pronouns.json")
    )
    parser.add_argument("--cross-validate", action="store_true", help="measure, write nothing")
    options = parser.parse_args()
    records = list(read_json_lines(options.corpora / "coref" / "train.jsonl.gz"))
    nlp = load_pipeline(options.pipeline)
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in _DROPPED]):
        docs = list(nlp.pipe(record["text"] for record in records))
    if options.cross_validate:
        for genre in ("news", None):
            figures = cross_validate(records, docs, genre=genre)
            print(json.dumps({"genre": genre or "all", **figures}, indent=2))
        return
    data = [one for doc, record in zip(docs, records, strict=True) for one in examples(doc, record)]
    write(fit(data), options.out)
    print(f"{len(data)} pronouns")


def write(weights: dict[str, float], path: Path) -> None:
    """Write the ranker's file; the thresholds were chosen on cross-validated news."""
    model = {"thresholds": _THRESHOLDS, "weights": weights}
    path.write_text(json.dumps(model, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
