"""A layer's quotes in columns."""

from array import array
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import get_args

from reader.model.columns import NONE, Columns, append, fields, numbered
from reader.model.layer import Cue, How, Quote, QuoteKind, Speaker, SpeakerStatus, TextSpan
from reader.model.strings import Numbers, Strings

LOW_CONFIDENCE = 0.6
"""Below this an annotation wants a second look and is marked ``?``."""
_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
_STATUSES: tuple[SpeakerStatus, ...] = get_args(SpeakerStatus)
_HOWS: tuple[How, ...] = get_args(How)
_SCARE = _KINDS.index("scare")
_KNOWN = _STATUSES.index("known")


class QuoteColumns(Columns[Quote]):
    """Quotes, sorted by the start of their first stretch, of those the longer first."""

    def __init__(self, entities: Numbers) -> None:
        super().__init__(entities)
        self.firsts = array("i", [0])
        """Which of the stretches is each quote's first; one more at the end."""
        self.starts, self.ends = array("i"), array("i")
        """Where each stretch begins and ends."""
        self.speaker_confidence = array("d")
        self._kind, self._status, self._how = array("b"), array("b"), array("b")
        self._lemmas, self._lemma = Numbers(), array("i")
        self._cue_starts, self._cue_ends = array("i"), array("i")
        self._words_starts, self._words_ends = array("i"), array("i")
        self._mentions = Strings()
        """The ids of the speakers' mentions; empty for none."""
        self._others: dict[int, tuple[tuple[str, float], ...]] = {}

    def extend(self, quotes: Sequence[Quote]) -> None:
        """Append quotes, which stand behind those that are there.

        Raises:
            MisplacedError: The words of one, its cue or its speaker are not those of the text.
        """
        if not quotes:
            return
        ids, kinds, spans, cues, speakers, sure, rules = fields(quotes)
        firsts = accumulate(map(len, spans), initial=len(self.starts))
        next(firsts)
        append(self.firsts, firsts)
        starts, ends, words = fields(list(chain.from_iterable(spans)))
        self._check(starts, ends, words)
        append(self.starts, starts)
        append(self.ends, ends)
        self._extend_speakers(speakers)
        self._extend_cues(cues)
        append(self.confidence, sure)
        append(self._kind, map(numbered(_KINDS).__getitem__, kinds))
        append(self._rule, map(self._rules.__getitem__, rules))
        self._ids.extend(ids)

    def _extend_speakers(self, speakers: Sequence[Speaker]) -> None:
        statuses, words, mentions, whose, hows, sure, others = fields(speakers)
        before = len(self)
        self._others |= {number: each for number, each in enumerate(others, before) if each}
        starts, ends = self._checked(words)
        append(self._words_starts, starts)
        append(self._words_ends, ends)
        entities, numbers = self.entities, numbered(_HOWS)
        append(self.whose, [NONE if who is None else entities[who] for who in whose])
        append(self._how, [NONE if how is None else numbers[how] for how in hows])
        append(self._status, map(numbered(_STATUSES).__getitem__, statuses))
        append(self.speaker_confidence, sure)
        self._mentions.extend([mention or "" for mention in mentions])

    def _extend_cues(self, cues: Sequence[Cue | None]) -> None:
        starts, ends = self._checked(cues)
        append(self._cue_starts, starts)
        append(self._cue_ends, ends)
        lemmas = self._lemmas
        append(self._lemma, [NONE if cue is None else lemmas[cue.lemma] for cue in cues])

    def _checked(self, places: Sequence[TextSpan | Cue | None]) -> tuple[list[int], list[int]]:
        """Return the starts and ends of places, with ``NONE`` where there is none."""
        there = [place for place in places if place is not None]
        if there:
            self._check(*fields(there)[:3])
        return (
            [NONE if place is None else place.start for place in places],
            [NONE if place is None else place.end for place in places],
        )

    def span_numbers(self, number: int) -> range:
        """Return which stretches are a quote's."""
        return range(self.firsts[number], self.firsts[number + 1])

    def start(self, number: int) -> int:
        """Return where a quote begins."""
        return self.starts[self.firsts[number]]

    def speaker(self, number: int) -> str | None:
        """Return the id of the entity that a quote is given to."""
        who = self.whose[number]
        return None if who == NONE else self.entities.strings[who]

    def kind(self, number: int) -> QuoteKind:
        """Return a quote's kind."""
        return _KINDS[self._kind[number]]

    def sureness(self, number: int) -> float:
        """Return the lower of a quote's own confidence and its speaker's, where one is named."""
        own = self.confidence[number]
        if self._status[number] == _KNOWN and self.is_speech(number):
            return min(own, self.speaker_confidence[number])
        return own

    def needs_check(self, number: int) -> bool:
        """Return whether a person should look at it: its bounds or its speaker are unsure."""
        return self._unsure[number]

    @cached_property
    def _unsure(self) -> Sequence[bool]:
        low = [confidence < LOW_CONFIDENCE for confidence in self.confidence]
        for number, confidence in enumerate(self.speaker_confidence):
            if confidence < LOW_CONFIDENCE and not low[number]:
                low[number] = self.sureness(number) < LOW_CONFIDENCE
        return low

    def is_speech(self, number: int) -> bool:
        """Return whether somebody says it: scare quotes are not said."""
        return self._kind[number] != _SCARE

    def _make(self, number: int) -> Quote:
        first, behind = self.firsts[number], self.firsts[number + 1]
        places = zip(self.starts[first:behind], self.ends[first:behind], strict=True)
        cue = None
        if self._lemma[number] != NONE:
            start, end = self._cue_starts[number], self._cue_ends[number]
            lemma = self._lemmas.strings[self._lemma[number]]
            cue = Cue(start=start, end=end, text=self._words(start, end), lemma=lemma)
        return Quote(
            id=self._ids[number],
            kind=self.kind(number),
            spans=tuple(self._span(start, end) for start, end in places),
            cue=cue,
            speaker=self._speaker(number),
            confidence=self.confidence[number],
            rule=self._rule_of(number),
        )

    def _speaker(self, number: int) -> Speaker:
        start, how = self._words_starts[number], self._how[number]
        return Speaker(
            status=_STATUSES[self._status[number]],
            words=None if start == NONE else self._span(start, self._words_ends[number]),
            mention=self._mentions[number] or None,
            entity=self.speaker(number),
            how=None if how == NONE else _HOWS[how],
            confidence=self.speaker_confidence[number],
            others=self._others.get(number, ()),
        )

    def _span(self, start: int, end: int) -> TextSpan:
        return TextSpan(start=start, end=end, text=self._words(start, end))
