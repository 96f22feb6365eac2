"""A layer's mentions and quotes in flat columns: a hundred thousand of them take some megabytes.

As structs with their strings they would take a hundred. A column is an array of numbers with an
entry for each item; words are slices of the text that the layer was checked against; what repeats
(entities, rules) is kept once and numbered. An item becomes a struct again when somebody looks at
it. Columns are filled once and then only read.
"""

from abc import abstractmethod
from array import array
from collections.abc import Container, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeVar, get_args, overload

from reader.model.layer import (
    Cue,
    Form,
    How,
    Mention,
    Quote,
    QuoteKind,
    Speaker,
    SpeakerStatus,
    TextSpan,
)
from reader.model.strings import Numbers, Strings

LOW_CONFIDENCE = 0.6
"""Below this an annotation wants a second look and is marked ``?``."""
NONE = -1
"""What stands in a column of numbers where there is nothing."""
_FORMS: tuple[Form, ...] = get_args(Form)
_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
_STATUSES: tuple[SpeakerStatus, ...] = get_args(SpeakerStatus)
_HOWS: tuple[How, ...] = get_args(How)
_SCARE = _KINDS.index("scare")
_KNOWN = _STATUSES.index("known")
_KEPT = 512
"""How many structs a column keeps that were looked at."""

Item = TypeVar("Item")


class Columns(Sequence[Item]):
    """What mentions and quotes have in common.

    Args:
        entities: The number of each entity's id; grows with ids that are not in it.
    """

    def __init__(self, entities: Numbers) -> None:
        self.text = ""
        """The canonical text; to be set before an item is looked at."""
        self.entities = entities
        self.whose = array("i")
        """The number of each item's entity, -1 for none."""
        self.confidence = array("d")
        self._ids = Strings()
        self._rules = Numbers()
        self._rule = array("i")
        self._seen: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self.whose)

    @overload
    def __getitem__(self, number: int) -> Item: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Item]: ...
    def __getitem__(self, number: int | slice) -> Item | Sequence[Item]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        item = self._seen.get(number)
        if item is None:
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            item = self._seen[number] = self._make(range(len(self))[number])
        return item

    @abstractmethod
    def _make(self, number: int) -> Item:
        """Return an item as a struct."""

    def _rule_of(self, number: int) -> str:
        return self._rules.strings[self._rule[number]]

    def _words(self, start: int, end: int) -> str:
        return self.text[start:end]


class MentionColumns(Columns[Mention]):
    """Mentions, sorted by start, of those the longer first."""

    def __init__(self, entities: Numbers) -> None:
        super().__init__(entities)
        self.starts, self.ends = array("i"), array("i")
        self._form = array("b")

    def extend(self, mentions: Sequence[Mention]) -> None:
        """Append mentions, which stand behind those that are there."""
        entities, rules, forms = self.entities, self._rules, _numbered(_FORMS)
        self.starts.extend([m.start for m in mentions])
        self.ends.extend([m.end for m in mentions])
        self.whose.extend([entities[m.entity] for m in mentions])
        self.confidence.extend([m.confidence for m in mentions])
        self._form.extend([forms[m.form] for m in mentions])
        self._rule.extend([rules[m.rule] for m in mentions])
        self._ids.extend([m.id for m in mentions])

    def forms(self) -> set[tuple[str, Form]]:
        """Return the ids of all entities, each with every form in which it is mentioned."""
        names = self.entities.strings
        return {
            (names[who], _FORMS[form])
            for who, form in set(zip(self.whose, self._form, strict=True))
        }

    def only(self, entities: Container[str]) -> "MentionColumns":
        """Return the mentions of `entities`, numbered anew; itself where that is all of them."""
        names = self.entities.strings
        wanted = {who for who in set(self.whose) if names[who] in entities}
        numbers = [number for number, who in enumerate(self.whose) if who in wanted]
        if len(numbers) == len(self):
            return self
        kept = MentionColumns(self.entities)
        kept.text, kept._rules, kept._ids = self.text, self._rules, self._ids.only(numbers)
        kept.starts, kept.ends, kept.whose, kept._rule = (
            array("i", [column[number] for number in numbers])
            for column in (self.starts, self.ends, self.whose, self._rule)
        )
        kept.confidence = array("d", [self.confidence[number] for number in numbers])
        kept._form = array("b", [self._form[number] for number in numbers])
        return kept

    def entity(self, number: int) -> str:
        """Return the id of a mention's entity."""
        return self.entities.strings[self.whose[number]]

    def form(self, number: int) -> Form:
        """Return a mention's form."""
        return _FORMS[self._form[number]]

    def _make(self, number: int) -> Mention:
        start, end = self.starts[number], self.ends[number]
        return Mention(
            id=self._ids[number], start=start, end=end, text=self._words(start, end),
            form=self.form(number), entity=self.entity(number),
            confidence=self.confidence[number], rule=self._rule_of(number),
        )  # fmt: skip


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
        """Append quotes, which stand behind those that are there."""
        entities, rules, lemmas = self.entities, self._rules, self._lemmas
        kinds, statuses, hows = _numbered(_KINDS), _numbered(_STATUSES), _numbered(_HOWS)
        speakers = [q.speaker for q in quotes]
        before = len(self)
        self._others |= {n: s.others for n, s in enumerate(speakers, before) if s.others}
        spans = [span for q in quotes for span in q.spans]
        firsts = accumulate((len(q.spans) for q in quotes), initial=len(self.starts))
        next(firsts)
        self.firsts.extend(firsts)
        self.starts.extend([span.start for span in spans])
        self.ends.extend([span.end for span in spans])
        self.whose.extend([NONE if s.entity is None else entities[s.entity] for s in speakers])
        self.confidence.extend([q.confidence for q in quotes])
        self.speaker_confidence.extend([s.confidence for s in speakers])
        self._kind.extend([kinds[q.kind] for q in quotes])
        self._status.extend([statuses[s.status] for s in speakers])
        self._how.extend([NONE if s.how is None else hows[s.how] for s in speakers])
        self._lemma.extend([NONE if q.cue is None else lemmas[q.cue.lemma] for q in quotes])
        self._cue_starts.extend([NONE if q.cue is None else q.cue.start for q in quotes])
        self._cue_ends.extend([NONE if q.cue is None else q.cue.end for q in quotes])
        self._words_starts.extend([NONE if s.words is None else s.words.start for s in speakers])
        self._words_ends.extend([NONE if s.words is None else s.words.end for s in speakers])
        self._mentions.extend([s.mention or "" for s in speakers])
        self._rule.extend([rules[q.rule] for q in quotes])
        self._ids.extend([q.id for q in quotes])

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


def _numbered(values: tuple[str, ...]) -> dict[str, int]:
    return {value: number for number, value in enumerate(values)}
