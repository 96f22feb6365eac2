"""Put the trained parts together as the pipeline that ships."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from reader.pipeline.lemmas import Lemmas
from reader.pipeline.train.fit import Known, component
from reader.pipeline.train.tokenization import adapt_tokenizer

SYNTAX = ("tok2vec", "tagger", "morphologizer", "parser")
LARGEST = 20 * 1024 * 1024  # bytes of the whole directory
_LARGEST_FILE = 16 * 1024 * 1024


def assemble(syntax: Path, names: Path, lemmas: Lemmas, known: Iterable[Known]) -> Language:
    """Return one pipeline of the trained ones in the directories `syntax` and `names`.

    Names are found before sentences, so that a sentence wrongly ended at "St." cannot cut one in
    two; paragraphs still do. The amounts come last, as their patterns use the tags.
    """
    parsing, naming = spacy.load(syntax), spacy.load(names)
    nlp = spacy.blank("en")
    adapt_tokenizer(nlp)
    nlp.add_pipe("newsreader_paragraphs")
    for part in known:
        nlp.add_pipe(part.name)
        component(nlp, part.name).from_bytes(part.to_bytes())
    nlp.add_pipe("ner", source=naming)
    for name in SYNTAX:
        nlp.add_pipe(name, source=parsing)
    nlp.add_pipe("newsreader_lemmas", after="morphologizer")
    component(nlp, "newsreader_lemmas").from_bytes(lemmas.to_bytes())
    nlp.add_pipe("newsreader_consistency")
    nlp.add_pipe("newsreader_amounts")
    return nlp


def write(nlp: Language, meta: dict[str, Any], target: Path) -> int:
    """Write `nlp` with the entries of `meta` to the directory `target`; return its size in bytes.

    What was at `target` is replaced once everything is written.

    Raises:
        ValueError: The directory or one of its files would be too large to ship.
    """
    nlp.meta.update(meta)
    fresh = target.with_name(target.name + ".new")
    if fresh.exists():
        shutil.rmtree(fresh)
    nlp.to_disk(fresh)
    _tidy_meta(fresh / "meta.json", meta)
    _tidy_strings(fresh / "vocab" / "strings.json", nlp)
    sizes = [path.stat().st_size for path in fresh.rglob("*") if path.is_file()]
    if sum(sizes) > LARGEST or max(sizes) > _LARGEST_FILE:
        raise ValueError(f"{fresh}: {sum(sizes)} bytes, largest file {max(sizes)}: too large")
    if target.exists():
        shutil.rmtree(target)
    fresh.rename(target)
    return sum(sizes)


def _tidy_meta(path: Path, meta: dict[str, Any]) -> None:
    content = json.loads(path.read_text(encoding="utf-8")) | meta
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _tidy_strings(path: Path, nlp: Language) -> None:
    """Keep the strings of plain English and the labels: the rest is words of texts seen so far."""
    kept = set(spacy.blank("en").vocab.strings)
    for _, pipe in nlp.pipeline:
        kept.update(getattr(pipe, "labels", ()))
    content = json.dumps(sorted(kept - {""}), indent=0, ensure_ascii=False)
    path.write_text(content + "\n", encoding="utf-8")
