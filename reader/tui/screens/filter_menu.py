"""The menu of what to let through: speaker, type, kind, confidence."""

from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace

from reader.model.index import GROUP_OF, GROUPS, Annotations
from reader.tui.filters import CONFIDENCE_WORDS, CONFIDENCES, KINDS, Filter
from reader.tui.movement import move
from reader.tui.rows import Piece
from reader.tui.screens.dialog import Dialog
from reader.tui.text_rows import TextRow, gap, heading
from reader.tui.widgets.line_list import LineList
from reader.tui.words import one_line

_SPEAKERS_SHOWN = 100


class Option(msgspec.Struct, frozen=True):
    """One choice, and the filter that it makes of the present one."""

    words: str
    changed: Callable[[Filter], Filter]


class FilterMenu(Dialog):
    """Shows the filter and changes it at once, so that its effect is seen.

    Args:
        annotations: What is filtered.
        current: The filter to begin with.
        changed: Is told of each change.
    """

    AUTO_FOCUS = "LineList"

    def __init__(
        self, annotations: Annotations, current: Filter, changed: Callable[[Filter], None]
    ) -> None:
        self._annotations, self._filter, self._changed = annotations, current, changed
        self._options = list(_options(annotations))
        super().__init__("Show only", self._lines(), width=56)
        self.frame.border_subtitle = "enter chooses · esc closes"

    async def action_move(self, movement: str) -> None:
        """Move among the options."""
        await move(self.list, movement)

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Apply the choice."""
        event.stop()
        option = self._options[event.index]
        if not isinstance(option, Option):
            return
        self._filter = option.changed(self._filter)
        self._changed(self._filter)
        self.list.set_rows(list(self._lines()), event.index)

    def _lines(self) -> Iterator[TextRow]:
        for option in self._options:
            yield self._line(option) if isinstance(option, Option) else option

    def _line(self, option: Option) -> TextRow:
        changed = option.changed(self._filter)
        chosen = changed == self._filter
        count = sum(1 for _ in changed.quotes(self._annotations))
        name = Piece(f"{'(•)' if chosen else '( )'} {option.words}", "strong" if chosen else "")
        return TextRow((name, Piece(f"  {count}", "muted")))


def _options(annotations: Annotations) -> Iterator[Option | TextRow]:
    yield heading("Speaker")
    yield Option("anybody", lambda now: replace(now, speaker=None))
    for speaker in _speakers(annotations):
        yield _speaker(speaker, one_line(annotations.entities[speaker].name))
    yield gap()
    yield heading("Type of speaker")
    yield Option("any", lambda now: replace(now, group=None))
    groups = {GROUP_OF[annotations.entities[who].type] for who in _speakers(annotations)}
    yield from (_group(group) for group in GROUPS if group in groups)
    yield gap()
    yield heading("Kind of quote")
    yield Option("any", lambda now: replace(now, kind=None))
    yield from map(_kind, KINDS)
    yield gap()
    yield heading("Confidence")
    yield from map(_confidence, CONFIDENCES)


def _speakers(annotations: Annotations) -> list[str]:
    """Return who speaks, the most talkative first."""
    counts = {who: len(annotations.quotes_of(who)) for who in annotations.entities}
    speakers = sorted((who for who in counts if counts[who]), key=lambda who: -counts[who])
    return speakers[:_SPEAKERS_SHOWN]


def _speaker(entity: str, name: str) -> Option:
    return Option(name, lambda now: replace(now, speaker=entity))


def _group(group: str) -> Option:
    return Option(group, lambda now: replace(now, group=group))


def _kind(kind: str) -> Option:
    words = "words in quotation marks that are no speech" if kind == "scare" else kind
    return Option(words, lambda now: replace(now, kind=next(k for k in KINDS if k == kind)))


def _confidence(confidence: str) -> Option:
    known = next(c for c in CONFIDENCES if c == confidence)
    return Option(CONFIDENCE_WORDS[known], lambda now: replace(now, confidence=known))
