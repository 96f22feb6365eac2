"""Fit the weights of quotes and speakers: ``python -m reader.annotate.training.quotes``.

Needs the quotes corpus (PolNeAR attributions as JSON Lines: ``quotes/train.jsonl.gz`` and
``quotes/dev.jsonl.gz`` under the directory given) and a pipeline to parse it with; refit whenever
the pipeline changes. Writes three JSON files of weights over structure and the closed cue lists:
none holds a word of the corpus that the lists do not have.

Order: the ranker of speakers twice (first with the true speakers of the quotes before, then also
with its own guesses, so that it learns to live with its errors: Ross et al. 2011), the passage
model on top of it, the clause model; then thresholds and slopes on the development articles.
"""

import argparse
import json
import logging
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from reader.annotate.evaluate.quote_gold import GoldArticle, read_gold
from reader.annotate.training.quote_models import Example, fit_models, load_examples

_COMPONENTS = ("quotes", "speakers", "mentions", "entities")
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
        DocBin(attrs=attributes, docs=docs).to_disk(cache)
    return docs


def read_split(corpora: Path, split: str, pipeline: Path, cache: Path | None) -> list[Example]:
    """Return the parsed articles of one split with their gold attributions."""
    articles = list(read_gold(corpora / "quotes" / f"{split}.jsonl.gz"))
    kept = cache / f"quotes-{split}.spacy" if cache is not None else None
    docs = parse_corpus(pipeline, articles, kept)
    return load_examples(articles, docs)


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, report on the development articles, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pipeline", type=Path, default=Path("reader/pipeline/model"))
    parser.add_argument("--cache", type=Path, help="keep parses here between runs")
    parser.add_argument("--out", type=Path, default=Path("reader/annotate/data"))
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    train, dev = (
        read_split(options.corpora, split, options.pipeline, options.cache)
        for split in ("train", "dev")
    )
    for name, weights in fit_models(train, dev).items():
        write_weights(options.out / f"{name}.json", weights)


def write_weights(path: Path, model: dict[str, object]) -> None:
    """Write one model, a weight per line, so that differences can be read."""
    path.write_text(json.dumps(model, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    _log.info("%s: %d bytes", path, path.stat().st_size)


if __name__ == "__main__":
    main()
