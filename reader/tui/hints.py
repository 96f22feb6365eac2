"""Hints behind pronouns, such as ``She→Chen``: whom they mean, woven into the wrapped text."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from rich.cells import cell_len

from reader.cells import clusters, fit
from reader.model.index import Annotations
from reader.model.layer import Entity
from reader.tui.words import one_line

ARROW = "→"
_NARROW = 12
"""Below this many cells a line has no room for hints."""
_AFTER_A_NAME = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})

HintsIn = Callable[[int, int], Mapping[int, str]]
"""Gives the hints of a stretch of text, each by the offset of the character that it follows."""


class Woven(NamedTuple):
    """A cluster of the text with the hint behind it, if there is one."""

    start: int
    end: int
    shown: str
    """What the terminal gets of the text."""
    cells: int
    """How wide that is."""
    hint: str
    hint_cells: int


def no_hints(start: int, end: int) -> Mapping[int, str]:
    """Return no hints."""
    return {}


def hints_of(annotations: Annotations, width: int) -> HintsIn:
    """Return what gives the hints of an article.

    Args:
        annotations: The article with its layer.
        width: How wide its lines are, in cells; a hint takes a third of that at most.
    """
    if width < _NARROW:
        return no_hints
    text, mentions, spans = (
        annotations.article.text,
        annotations.mentions,
        annotations.mention_spans,
    )

    def within(start: int, end: int) -> Mapping[int, str]:
        found: dict[int, str] = {}
        for number in spans.touching(start, end):
            last = mentions.ends[number] - 1
            # A word's last letter: nothing else of a pronoun could carry a hint on the same line.
            if mentions.form(number) == "pronoun" and last < end and text[last].isalnum():
                name = short_name(annotations.entities[mentions.entity(number)])
                found.setdefault(last, fit(f"{ARROW}{name}", width // 3)[0])
        return found

    return within


def short_name(entity: Entity) -> str:
    """Return what a person is called in running text: the surname; of others the whole name.

    The last word of a name is not always the surname; what the article uses alone tells.
    """
    words = one_line(entity.name).split()
    if entity.type != "PERSON":
        return " ".join(words)
    while len(words) > 1 and words[-1] in _AFTER_A_NAME:
        words.pop()
    if not words or not words[-1][0].isupper():  # described, not named: "the suspect"
        return " ".join(words)
    alone = [alias for alias in entity.aliases if alias in words]
    last = words[-1].rstrip(",")
    return last if last in alone or not alone else alone[0]


def woven(text: str, start: int, end: int, hints: Mapping[int, str]) -> Iterator[Woven]:
    """Yield the clusters of a stretch of text (see ``clusters``), each with its hint."""
    for at, behind, shown, cells in clusters(text, start, end):
        hint = ""
        if hints:
            hint = next((hints[last] for last in range(at, behind) if last in hints), "")
        yield Woven(at, behind, shown, cells, hint, cell_len(hint) if hint else 0)
