"""Score a pipeline on annotated text: entities on JSON Lines, syntax on CoNLL-U.

Entity scores are by exact match of characters and label, but for a leading "the" and a final
possessive, with labels mapped to four coarse types, as the sources do not agree on finer ones:
PER, ORG, PLACE (GPE, LOC, FAC) and OTHER (NORP, MISC, EVENT, PRODUCT, WORK_OF_ART, LAW,
LANGUAGE). Syntax scores are spaCy's, punctuation left out of the attachment scores.
"""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from reader.pipeline.shares import f1, share
from reader.pipeline.train.records import read_records
from reader.pipeline.train.treebank import make_tree_doc, read_treebank

COARSE = {
    **dict.fromkeys(("PERSON", "PER"), "PER"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), "ORG"),
    **dict.fromkeys(("GPE", "LOC", "FAC", "LOCATION", "FACILITY"), "PLACE"),
    **dict.fromkeys(
        ("NORP", "MISC", "MISCELLANEOUS", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"),
        "OTHER",
    ),
}
_ARTICLE = re.compile(r"(?:the\s+)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:\s*['’]s?)?$")
# Our name → spaCy's, and what a document must have for it.
_PARSE_SCORES = {
    "token": ("token_f", None),
    "tag": ("tag_acc", "TAG"),
    "pos": ("pos_acc", "POS"),
    "lemma": ("lemma_acc", "LEMMA"),
    "uas": ("dep_uas", "DEP"),
    "las": ("dep_las", "DEP"),
    "sentences": ("sents_f", "SENT_START"),
}
_BATCH = 16  # documents

Mention = tuple[int, int, str]


def evaluate_ner(nlp: Language, gold_path: Path) -> dict[str, Any]:
    """Return the scores of the entities that `nlp` finds in the texts of `gold_path`.

    Args:
        nlp: A pipeline that sets entities.
        gold_path: JSON Lines, packed or not, one object with `text` and `entities` (lists of
            start, end, label) a line.

    Returns:
        `types`: for "all", each coarse type and "any" (type ignored) the shares `p`, `r`, `f` and
        the counts `hits`, `found`, `gold`; then `texts`, `words` and `words_per_second`.

    Raises:
        ValueError: A line is no record.
    """
    records = list(read_records(gold_path))
    docs, words, seconds = _run(nlp, [record.text for record in records])
    counts: dict[str, Counter[str]] = {}
    for record, doc in zip(records, docs, strict=True):
        gold = set(_mentions(record.text, ((s.start, s.end, s.label) for s in record.entities)))
        found = set(
            _mentions(record.text, ((e.start_char, e.end_char, e.label_) for e in doc.ents))
        )
        _count(counts, gold, found)
    return {
        "texts": len(records),
        "types": {
            name: _shares(counts.get(name, Counter()))
            for name in ("all", "PER", "ORG", "PLACE", "OTHER", "any")
        },
        "words": words,
        "words_per_second": words / seconds,
    }


def evaluate_parse(nlp: Language, gold_path: Path) -> dict[str, Any]:
    """Return the scores of the tags, trees and sentences that `nlp` finds in `gold_path`.

    Args:
        nlp: A pipeline; it gets the documents' raw text, with an empty line between paragraphs.
        gold_path: CoNLL-U, packed or not.

    Returns:
        The shares `uas`, `las`, `tag`, `pos`, `lemma` and `sentences` (F1; absent where the
        pipeline gives none), `token` (F1), and `documents`, `words` and `words_per_second`.

    Raises:
        ValueError: The file is not CoNLL-U.
    """
    golds = [make_tree_doc(nlp.vocab, d.sentences) for d in read_treebank(gold_path)]
    docs, words, seconds = _run(nlp, [gold.text for gold in golds])
    examples = [Example(doc, gold) for doc, gold in zip(docs, golds, strict=True)]
    scores: dict[str, Any] = {
        **Scorer.score_tokenization(examples),
        **Scorer.score_token_attr(examples, "tag"),
        **Scorer.score_token_attr(examples, "pos"),
        **Scorer.score_token_attr(examples, "lemma"),
        **Scorer.score_deps(examples, "dep", getter=_text_of, ignore_labels=("p", "punct")),
        **Scorer.score_spans(examples, "sents", getter=_sentences, has_annotation=_has_sentences),
    }
    shares = {
        name: scores[key]
        for name, (key, annotation) in _PARSE_SCORES.items()
        if scores.get(key) is not None
        # What the pipeline does not do is absent, not wrong.
        and (annotation is None or any(doc.has_annotation(annotation) for doc in docs))
    }
    return {
        **shares,
        "documents": len(golds),
        "words": words,
        "words_per_second": words / seconds,
    }


def _run(nlp: Language, texts: list[str]) -> tuple[list[Doc], int, float]:
    started = time.perf_counter()
    docs = list(nlp.pipe(texts, batch_size=_BATCH))
    seconds = time.perf_counter() - started
    return docs, sum(not token.is_space for doc in docs for token in doc), seconds


def _mentions(text: str, entities: Iterable[Mention]) -> Iterator[Mention]:
    for start, end, label in entities:
        coarse = COARSE.get(label.upper())
        if coarse is None:
            continue
        piece = text[start:end]
        article, possessive = _ARTICLE.match(piece), _POSSESSIVE.search(piece)
        start += article.end() if article else 0
        end -= len(possessive[0]) if possessive else 0
        if start < end:
            yield start, end, coarse


def _count(counts: dict[str, Counter[str]], gold: set[Mention], found: set[Mention]) -> None:
    groups: dict[str, tuple[set[Any], set[Any]]] = {
        "all": (gold, found),
        "any": ({g[:2] for g in gold}, {f[:2] for f in found}),
    }
    for name in ("PER", "ORG", "PLACE", "OTHER"):
        groups[name] = ({g for g in gold if g[2] == name}, {f for f in found if f[2] == name})
    for name, (wanted, given) in groups.items():
        counts.setdefault(name, Counter()).update(
            gold=len(wanted), found=len(given), hits=len(wanted & given)
        )


def _shares(counts: Counter[str]) -> dict[str, float]:
    hits, found, gold = counts["hits"], counts["found"], counts["gold"]
    precision, recall = share(hits, found), share(hits, gold)
    return {
        "p": precision,
        "r": recall,
        "f": f1(precision, recall),
        "hits": hits,
        "found": found,
        "gold": gold,
    }


def _text_of(token: Token, attr: str) -> str:
    return str(token.vocab.strings[getattr(token, attr)])


def _sentences(doc: Doc, _: str) -> Iterable[Any]:
    return doc.sents


def _has_sentences(doc: Doc) -> bool:
    return bool(doc.has_annotation("SENT_START"))
