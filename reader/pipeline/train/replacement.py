"""Swap names in training text for others of their type, to teach contexts instead of names.

Inside one document a name is always swapped for the same name, and a surname that stands alone
follows its full name, as in news.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from reader.pipeline.train.records import Record, Span


@dataclass(frozen=True, slots=True)
class NamePool:
    """Names to draw from."""

    given: Sequence[str]
    surnames: Sequence[str]
    by_label: Mapping[str, Sequence[str]]  # whole names of ORG, GPE, LOC, FAC, EVENT ...


class Replacer:
    """Replaces the names of one document after another."""

    def __init__(self, pool: NamePool, random: Random) -> None:
        self._pool = pool
        self._random = random

    def document(self, records: Sequence[Record], rate: float) -> list[Record]:
        """Return `records`, each name swapped with probability `rate`, alike in all of them."""
        chosen: dict[tuple[str, str], str] = {}
        parts: dict[str, str] = {}
        return [self._record(record, rate, chosen, parts) for record in records]

    def _record(
        self,
        record: Record,
        rate: float,
        chosen: dict[tuple[str, str], str],
        parts: dict[str, str],
    ) -> Record:
        text, entities, shifts, done = "", [], [], 0
        for span in record.entities:
            if span.start < done:  # crossing spans cannot both be kept apart: leave the text
                return record
            old = record.text[span.start : span.end]
            key = (span.label, old)
            if key not in chosen:
                swap = self._random.random() < rate
                chosen[key] = self._name(span.label, old, parts) if swap else old
            new = chosen[key]
            text += record.text[done : span.start]
            entities.append(Span(len(text), len(text) + len(new), span.label))
            text += new
            done = span.end
            shifts.append((span.end, len(text) - span.end))
        text += record.text[done:]
        unknown = tuple(_moved(pair, shifts) for pair in record.unknown)
        return replace(record, text=text, entities=tuple(entities), unknown=unknown)

    def _name(self, label: str, old: str, parts: dict[str, str]) -> str:
        if label == "PERSON":
            return self._person(old, parts)
        names = self._pool.by_label.get(label, ())
        if not names:
            return old
        new = self._random.choice(names)
        if old.isupper() and len(old) > 3:
            return new.upper()
        return new

    def _person(self, old: str, parts: dict[str, str]) -> str:
        words = old.split()
        if any(not word[:1].isupper() for word in words) or len(words) > 4:
            return old
        for position, word in enumerate(words):
            if word not in parts:
                last = position == len(words) - 1
                names = self._pool.surnames if last else self._pool.given
                if len(words) == 1 and self._random.random() < 0.2:
                    names = self._pool.given
                parts[word] = self._random.choice(names)
        new = [parts[word] for word in words]
        if len(new) > 2 and self._random.random() < 0.5:
            new = [new[0], new[-1]]
        joined = " ".join(new)
        return joined.upper() if old.isupper() and len(old) > 3 else joined


def _moved(pair: tuple[int, int], shifts: list[tuple[int, int]]) -> tuple[int, int]:
    shift = 0
    for end, distance in shifts:
        if end <= pair[0]:
            shift = distance
    return pair[0] + shift, pair[1] + shift
