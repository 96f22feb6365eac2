"""``newsreader evaluate coref``: clusters of mentions, and what a reader notices of them.

Gold: JSON lines with ``id``, ``text``, ``clusters`` (lists of [start, end], two or more), and
beside them ``types`` (one a cluster) and ``forms`` (name, nominal or pronoun, one a mention).

``clusters`` are the measures of the field over spans that are equal when trimmed or have the
same head word; clusters of one mention count on neither side. ``named`` asks what a reader feels:
of all mentions of persons and organisations that are named at least once, but for the longest
name of each, how many are linked to the right entity (recall), and how many of the links made are
right (precision; a cluster whose name is no gold mention is wrong as a whole).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.coref.candidates import PRONOUNS
from reader.annotate.coref.features import GROUPS
from reader.annotate.evaluate.coref_metrics import Count, cluster_counts
from reader.annotate.evaluate.coref_spans import pair_mentions
from reader.model.text import Span
from reader.pipeline.corpus_files import read_json_lines
from reader.pipeline.shares import share

_NAMED_TYPES = frozenset(("person", "organization", "PERSON", "ORG"))
_THIRD = frozenset(word for word, group in PRONOUNS.items() if group in GROUPS)


@dataclass(frozen=True, slots=True)
class _Said:
    """A predicted cluster."""

    spans: list[Span]
    forms: dict[Span, str]
    name: str | None
    """None for a cluster that holds no name."""
    type: str


def evaluate_coref(nlp: Language, gold_path: Path) -> dict[str, Any]:
    """Return the figures of a pipeline with the components for mentions and entities.

    Args:
        nlp: The pipeline.
        gold_path: JSON lines, gzipped or not.

    Returns:
        ``documents``; ``conll``, the mean F1 of MUC, B³ and CEAFφ4; ``clusters`` and ``named``
        with precision, recall and F1 each; ``merged``, the share of predicted clusters of named
        entities that hold the names of two. All shares are from 0 to 1.

    Raises:
        ValueError: A line is not JSON.
        KeyError: A document lacks a field.
        OSError: The file cannot be read.
    """
    records = list(read_json_lines(gold_path))
    return coref_figures(records, nlp.pipe(record["text"] for record in records))


def coref_figures(records: Sequence[Mapping[str, Any]], docs: Iterable[Doc]) -> dict[str, Any]:
    """Return the figures of documents whose mentions and entities are set, as `evaluate_coref`.

    Args:
        records: The gold, as in the file.
        docs: One for each record.
    """
    clusters: dict[str, Count] = defaultdict(Count)
    named: dict[str, Count] = defaultdict(Count)
    purity: Counter[str] = Counter()
    for record, doc in zip(records, docs, strict=True):
        document = _Document(record, _said(doc))
        for name, count in document.cluster_counts().items():
            clusters[name] += count
        for name, count in document.named_counts(purity).items():
            named[name] += count
    return {
        "documents": len(records),
        "conll": sum(clusters[name].f1 for name in ("muc", "b3", "ceafe")) / 3,
        "merged": share(purity["merged"], purity["clusters"]),
        "clusters": {name: count.figures() for name, count in clusters.items()},
        "named": {name: named[name].figures() for name in sorted(named)},
    }


def _said(doc: Doc) -> list[_Said]:
    spans: dict[int, dict[Span, str]] = defaultdict(dict)
    for mention in doc._.mentions:
        spans[mention.cluster][mention.span] = mention.form
    out = []
    for number, forms in spans.items():
        entity = doc._.entities[number]
        name = entity.name if "name" in forms.values() else None
        out.append(_Said(list(forms), forms, name, entity.type))
    return out


class _Document:
    """One document's gold mentions by number, and the predicted clusters as sets of numbers."""

    def __init__(self, record: Mapping[str, Any], said: list[_Said]) -> None:
        self.text: str = record["text"]
        self.gold = [Span(*span) for spans in record["clusters"] for span in spans]
        self.forms = [form for forms in record["forms"] for form in forms]
        self.types: list[str] = record["types"]
        self.cluster = [i for i, spans in enumerate(record["clusters"]) for _ in spans]
        self.said = [one for one in said if len(one.spans) > 1]
        everything = [span for one in said for span in one.spans]
        self.number = pair_mentions(self.text, self.gold, everything)
        self.span_of = {i: span for span, i in self.number.items()}

    def members(self, one: _Said) -> list[int]:
        """Return the numbers of a predicted cluster's mentions, in text order."""
        return sorted({self.number[span] for span in one.spans})

    def cluster_counts(self) -> dict[str, Count]:
        """Return the counts of the measures of the field."""
        true: dict[int, set[int]] = defaultdict(set)
        for i, number in enumerate(self.cluster):
            true[number].add(i)
        said = [frozenset(self.members(one)) for one in self.said]
        return cluster_counts(
            [frozenset(ids) for ids in true.values()], [ids for ids in said if len(ids) > 1]
        )

    def named_counts(self, purity: Counter[str]) -> dict[str, Count]:
        """Return the reader's counts by form; `purity` counts clusters and merged ones."""
        longest = self._longest_names()
        counts: Counter[tuple[str, str]] = Counter()
        found: set[int] = set()
        for one in self.said:
            ids = self.members(one)
            entity, first = self._entity(one, ids)
            if first is None or (entity is None and one.type not in _NAMED_TYPES):
                continue
            if entity is not None:
                if entity not in longest:
                    continue
                names = {self._cluster(i) for i in ids if self._form(i, one) == "name"} - {None}
                purity.update(clusters=1, merged=len(names) > 1)
                # The name that stands for the cluster links nothing unless it is the longest.
                free = first if longest[entity] not in ids else None
                found.update(i for i in ids if self._cluster(i) == entity and i != free)
            for i in ids:
                for kind in self._kinds(i, one) if i != first else ():
                    counts[kind, "said"] += 1
                    counts[kind, "right"] += entity is not None and self._cluster(i) == entity
        for i, number in enumerate(self.cluster):
            if number in longest and longest[number] != i:
                for kind in self._kinds(i, None):
                    counts[kind, "true"] += 1
                    counts[kind, "found"] += i in found
        return {
            kind: Count(*(counts[kind, what] for what in ("right", "said", "found", "true")))
            for kind in ("all", "name", "nominal", "pronoun", "third")
        }

    def _longest_names(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for i, number in enumerate(self.cluster):
            if self.forms[i] == "name" and self.types[number] in _NAMED_TYPES:
                best = found.get(number)
                if best is None or self._size(i) > self._size(best):
                    found[number] = i
        return found

    def _entity(self, one: _Said, ids: list[int]) -> tuple[int | None, int | None]:
        """Return the gold cluster that most of a cluster's names are of, and its longest name."""
        if one.name is None:
            return None, None
        names = [i for i in ids if self._form(i, one) == "name"]
        same = [i for i in names if self.span_of[i].of(self.text) == one.name]
        names = same or names
        votes = Counter(self._cluster(i) for i in names if self._cluster(i) is not None)
        if not votes:
            return None, names[0] if names else None
        matched = [i for i in names if self._cluster(i) is not None]
        entity = self._cluster(max(matched, key=lambda i: (votes[self._cluster(i)], self._size(i))))
        return entity, max((i for i in matched if self._cluster(i) == entity), key=self._size)

    def _cluster(self, i: int) -> int | None:
        return self.cluster[i] if i < len(self.gold) else None

    def _form(self, i: int, one: _Said | None) -> str:
        if i < len(self.gold) or one is None:
            return str(self.forms[i])
        return one.forms[self.span_of[i]]

    def _kinds(self, i: int, one: _Said | None) -> list[str]:
        form = self._form(i, one)
        span = self.gold[i] if i < len(self.gold) else self.span_of[i]
        third = form == "pronoun" and span.of(self.text).lower() in _THIRD
        return ["all", form, *(["third"] if third else [])]

    def _size(self, i: int) -> int:
        span = self.gold[i] if i < len(self.gold) else self.span_of[i]
        return span.end - span.start
