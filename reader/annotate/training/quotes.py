"""Fit the weights of quotes and speakers: ``python -m reader.annotate.training.quotes``.

Needs the quotes corpus (PolNeAR attributions as JSON Lines: ``quotes/train.jsonl.gz`` under
the directory given) and a pipeline to parse it with; refit whenever
the pipeline changes. Writes four JSON files of weights over structure and the closed cue lists:
none holds a word of the corpus that the lists do not have.

Order: the ranker of speakers twice (first with the true speakers of the quotes before, then also
with guesses, so that it learns to live with its errors: Ross et al. 2011), the passage model on top
of it, the clause models. Thresholds and slopes come from parts of the articles that the models they
are taken from were not fitted on; the development articles are not looked at.
"""

import argparse
import json
import logging
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from reader.annotate.evaluate.quote_gold import GoldArticle, read_gold
from reader.annotate.quoting.trees import Forest
from reader.annotate.ranker import Linear
from reader.annotate.training.examples import Example, load_examples
from reader.annotate.training.quote_models import fit_models

_COMPONENTS = ("quotes", "speakers", "mentions", "entities")
_ABOUT = "Weights over structure and this project's cue lists, fitted on PolNeAR 1.0 (train)."
_LEAST_WEIGHT = 0.02
_log = logging.getLogger(__name__)


def parse_corpus(pipeline: Path, articles: Sequence[GoldArticle], cache: Path | None) -> list[Doc]:
    """Parse the articles, or read their parses from ``cache`` if it is there.

    Args:
        pipeline: A spaCy pipeline; the project's own components in it are not run.
        articles: What to parse.
        cache: A DocBin file to read or write; None keeps nothing.
    """
    own = [f"newsreader_{name}" for name in _COMPONENTS]
    nlp = spacy.load(pipeline, exclude=own)
    if cache is not None and cache.exists():
        return list(DocBin().from_disk(cache).get_docs(nlp.vocab))
    docs = list(nlp.pipe((article.text for article in articles), batch_size=16))
    if cache is not None:
        attributes = ["TAG", "POS", "DEP", "HEAD", "SENT_START", "LEMMA", "ENT_TYPE", "ENT_IOB"]
        cache.parent.mkdir(parents=True, exist_ok=True)
        DocBin(attrs=attributes, docs=docs).to_disk(cache)
    return docs


def read_split(corpora: Path, split: str, pipeline: Path, cache: Path | None) -> list[Example]:
    """Return the parsed articles of one split with their gold attributions."""
    articles = list(read_gold(corpora / "quotes" / f"{split}.jsonl.gz"))
    kept = cache / f"quotes-{split}.spacy" if cache is not None else None
    docs = parse_corpus(pipeline, articles, kept)
    return load_examples(articles, docs)


def main(argv: Sequence[str] | None = None) -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pipeline", type=Path, default=Path("reader/pipeline/model"))
    parser.add_argument("--cache", type=Path, help="keep parses here between runs")
    parser.add_argument("--out", type=Path, default=Path("reader/annotate/data"))
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    train = read_split(options.corpora, "train", options.pipeline, options.cache)
    models = fit_models(train)
    for name in [field.name for field in fields(models)]:
        write_weights(options.out / f"{name}_weights.json", packed(getattr(models, name)))


def packed(model: Linear | Forest) -> dict[str, object]:
    """Return what a file of weights holds: rounded, without what weighs nothing."""
    if isinstance(model, Forest):
        names = sorted({name for tree in model.trees for name in tree.asks})
        index = {name: number for number, name in enumerate(names)}
        trees = [[[index[name] for name in tree.asks], tree.leaves] for tree in model.trees]
        return {"about": _ABOUT, "bias": round(model.bias, 3), "names": names, "trees": trees}
    weights = {
        name: round(weight, 3)
        for name, weight in sorted(model.weights.items())
        if abs(weight) >= _LEAST_WEIGHT
    }
    return {
        "about": _ABOUT,
        "bias": round(model.bias, 3),
        "slope": round(model.slope, 3),
        "weights": weights,
    }


def write_weights(path: Path, model: dict[str, object]) -> None:
    """Write one model, a weight or a tree per line, so that differences can be read."""
    lines = [f"{json.dumps(key)}: {_lines(value)}" for key, value in model.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    _log.info("%s: %d bytes", path, path.stat().st_size)


def _lines(value: object) -> str:
    if isinstance(value, dict):
        items = [f"{_json(key)}: {_json(item)}" for key, item in value.items()]
        return "{\n" + ",\n".join(items) + "\n}"
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_json, value)) + "\n]"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
