"""Text with named entities by character, as the entity corpora give it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.pipeline.corpus_files import open_text, read_json_lines

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC", "DATE")
_MARKUP = re.compile(r"\[\[(?:([A-Z_]+):)?(.*?)\]\]")
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,}[^—–]{0,40} [—–-]{1,2} ")
# OntoNotes labels that the corpora do not tell apart; amounts are found by patterns instead.
_MERGED = {
    **dict.fromkeys(("PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"), "MISC"),
    **dict.fromkeys(("TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"), None),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of text, half-open, in code points."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence, paragraph or article with its entities.

    About the stretches in `unknown` the source says nothing.
    """

    text: str
    entities: tuple[Span, ...]
    unknown: tuple[tuple[int, int], ...]
    source: str
    doc: str


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a JSON Lines file.

    Raises:
        ValueError: A line is not a record.
    """
    for number, item in enumerate(read_json_lines(path), 1):
        try:
            yield Record(
                text=item["text"],
                entities=tuple(Span(a, b, label) for a, b, label in sorted(item["entities"])),
                unknown=tuple((a, b) for a, b in item.get("unknown", ())),
                source=item.get("source", path.stem),
                doc=item.get("doc", item.get("id", str(number))),
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"{path}, line {number}: not an entity record") from error


def read_markup(path: Path, source: str = "own") -> Iterator[Record]:
    """Yield the paragraphs of a text file with entities written `[[LABEL:name]]`, one a line.

    Lines that begin with `#` are comments.

    Raises:
        ValueError: A label is unknown.
    """
    for number, line in enumerate(open_text(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            text, entities = parse_markup(line.strip())
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
        yield Record(text, entities, _dateline(text), source, f"{source}-{number}")


def parse_markup(line: str) -> tuple[str, tuple[Span, ...]]:
    """Return the plain text of `line` and the entities that its markup names."""
    text, entities, done = "", [], 0
    for match in _MARKUP.finditer(line):
        label = match[1] or ""
        merged = _MERGED.get(label, label)
        text += line[done : match.start()]
        if merged is not None:
            if merged not in LABELS:
                raise ValueError(f"unknown label in {match[0]!r}")
            entities.append(Span(len(text), len(text) + len(match[2]), merged))
        text += match[2]
        done = match.end()
    text += line[done:]
    if "[[" in text or "]]" in text:
        raise ValueError("markup that does not close")
    return text, tuple(entities)


def _dateline(text: str) -> tuple[tuple[int, int], ...]:
    """Return the words of a dateline ("LAGOS, Nigeria (AP) —"), which may be left unannotated."""
    line = _DATELINE.match(text)
    if line is None:
        return ()
    return tuple(match.span() for match in re.finditer(r"[^\W\d_]{2,}", line[0]))


def join(records: list[Record], breaks: list[str]) -> Record:
    """Return one record of many, `breaks` (one fewer than the records) between their texts."""
    text = ""
    entities: list[Span] = []
    unknown: list[tuple[int, int]] = []
    for index, record in enumerate(records):
        if index:
            text += breaks[index - 1]
        shift = len(text)
        text += record.text
        entities += [Span(s.start + shift, s.end + shift, s.label) for s in record.entities]
        unknown += [(a + shift, b + shift) for a, b in record.unknown]
    return Record(text, tuple(entities), tuple(unknown), records[0].source, records[0].doc)
