"""Make training documents of entity records: join, swap names, vary the style, hide hints."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from reader.pipeline.gazetteer import USER_DATA, WORD_BITS
from reader.pipeline.train.records import Record, join
from reader.pipeline.train.replacement import Replacer

_CURLY = (
    (re.compile(r'(^|[\s(\[])"(?=\S)'), "\\1“"),
    (re.compile(r'"'), "”"),
)
_MOST = 10  # sentences of one document


@dataclass(frozen=True, slots=True)
class Variation:
    """How much training text is varied; all are shares between 0 and 1."""

    swap: float = 0.35  # names swapped
    own_swap: float = 0.7  # the same in the project's own paragraphs, which return more often
    capitals: float = 0.04  # documents in capitals
    lower: float = 0.03  # documents in lower case
    title: float = 0.03  # documents in title case
    curly: float = 0.5  # documents with curly quotation marks and apostrophes
    blank_line: float = 0.3  # sentences that begin a paragraph
    hidden: float = 0.15  # entities whose words the gazetteer does not see


def documents(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield the neighbouring records of each document."""
    for _, group in groupby(records, key=lambda record: (record.source, record.doc)):
        yield list(group)


def vary(group: list[Record], replacer: Replacer, how: Variation, random: Random) -> list[Record]:
    """Return the document `group` cut into runs of sentences, joined and varied."""
    done = []
    start = 0
    while start < len(group):
        run = group[start : start + random.randint(1, _MOST)]
        start += len(run)
        own = run[0].source == "own"
        run = replacer.document(run, how.own_swap if own else how.swap)
        breaks = ["\n\n" if random.random() < how.blank_line else " " for _ in run[1:]]
        done.append(_restyle(join(run, breaks), how, random))
    return done


def _restyle(record: Record, how: Variation, random: Random) -> Record:
    text = record.text
    if random.random() < how.curly:
        for pattern, mark in _CURLY:
            text = pattern.sub(mark, text)
        text = text.replace("'", "’")
    draw = random.random()
    for share, change in (
        (how.capitals, str.upper),
        (how.lower, str.lower),
        (how.title, _title_case),
    ):
        if draw < share:
            changed = change(text)
            # "ß" in capitals is two letters: offsets would move.
            text = changed if len(changed) == len(text) else text
            break
        draw -= share
    return replace(record, text=text)


def _title_case(text: str) -> str:
    return re.sub(r"(?<![\w'’])[a-z](?=\w{3})", lambda match: match[0].upper(), text)


def entity_example(
    nlp: Language,
    record: Record,
    *,
    annotate: Callable[[Doc], Doc],
    hidden: float = 0.0,
    random: Random | None = None,
) -> Example:
    """Return `record` as raw text beside its entities.

    Args:
        nlp: Its tokenizer cuts the text.
        record: The text and its entities.
        annotate: Fills in what the embedding layer reads (vectors, gazetteer).
        hidden: Share of the entities of which what lists of names say is wiped out again, so that
            the model learns names that stand in no list.
        random: Draws which these are; None hides none.
    """
    predicted = annotate(nlp.make_doc(record.text))
    gold = Doc(
        nlp.vocab,
        words=[token.text for token in predicted],
        spaces=[bool(token.whitespace_) for token in predicted],
    )
    entities = [gold.char_span(span.start, span.end, span.label) for span in record.entities]
    missing = [
        gold.char_span(start, end, alignment_mode="expand")
        for start, end in (
            *record.unknown,
            # No words begin and end where the entity does: better to say nothing.
            *((s.start, s.end) for s, e in zip(record.entities, entities, strict=True) if not e),
        )
    ]
    # The recogniser can learn no entity that begins or ends with white space.
    kept = _apart(e for e in entities if e and not e[0].is_space and not e[-1].is_space)
    taken = {token.i for span in kept for token in span}
    silent = [s for s in _apart(missing) if taken.isdisjoint(range(s.start, s.end))]
    gold.set_ents(kept, missing=silent, default="outside")
    if random is not None:
        bits = predicted.user_data[USER_DATA]
        for span in kept:
            if random.random() < hidden:
                bits[span.start : span.end] &= WORD_BITS
    return Example(predicted, gold)


def _apart(spans: Iterable[Span | None]) -> list[Span]:
    """Return the spans that are there and do not overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted((s for s in spans if s), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
