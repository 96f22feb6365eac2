"""The lines around article and panels, as pieces: top line, titles, keys, drawer."""

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len

from reader.actions import Scope, footer_hints
from reader.cells import fit
from reader.model.article import Article
from reader.model.index import Annotations
from reader.tui.cursor import Position
from reader.tui.rows import Piece
from reader.tui.words import (
    CHOSEN,
    attribution,
    byline,
    confidence_words,
    counted,
    excerpt,
    kind_words,
    one_line,
    spread,
)
from reader.tui.wrap import wrapped

PROGRAM = "newsreader"
_GAP = 2
"""Cells between the names and the facts, at least."""
_TITLE_LEAST = 40
"""Cells of the title that source and date leave standing."""
_LANGUAGE_CELLS = 12
_ALWAYS = ("help", "palette", "quit")
"""Keys that are shown at the right, however narrow the terminal is."""


VIEW_TITLE, ENTITIES_TITLE, DRAWER_TITLE = "0 Article", "1 Entities", "1 Entities · 2 Quotes"
"""What stands above the parts."""
RULE = Piece("│", "rule")
"""What a vertical rule is made of."""
_BAR_CELLS = 12


class Heading(msgspec.Struct, frozen=True):
    """What the top line says."""

    names: Sequence[str] = ()
    """Title, source, date."""
    facts: Sequence[str] = ()
    """Position, layer state, percent; never cut."""


def heading_of(article: Article, facts: Sequence[str], progress: float) -> Heading:
    """Return what the top line says of an article, a language that is not English before all.

    Args:
        article: The article.
        facts: What is said of the place in it, the filter and the layer.
        progress: How much of it has been read, from 0 to 1.
    """
    language = article.metadata.other_language
    foreign = (f"{fit(language, _LANGUAGE_CELLS)[0]}, read as English",) if language else ()
    return Heading(tuple(byline(article)), (*foreign, *facts, f"{round(100 * progress):>3}%"))


def heading_line(heading: Heading, width: int) -> list[Piece]:
    """Return the top line; the names give way to the facts."""
    title, *rest = heading.names or ("",)
    program = f" {PROGRAM} ▸ "
    facts = "  ".join(fact for fact in heading.facts if fact) + " "
    room = width - cell_len(program) - cell_len(facts) - _GAP
    while rest and room - _cells(rest) < min(cell_len(title), _TITLE_LEAST):
        rest.pop()  # what does not fit whole is left out
    title, _ = fit(title, max(0, room - _cells(rest)))
    names = title + "".join(f" · {name}" for name in rest)
    left, space, right = spread(program + names, facts, width)
    start, end = len(program), len(program) + len(title)
    return [
        Piece(left[:start], "muted"),
        Piece(left[start:end], "strong"),
        Piece(left[end:]),
        Piece(space),
        Piece(right),
    ]


def _cells(names: Sequence[str]) -> int:
    return sum(cell_len(f" · {name}") for name in names)


def caption(title: str, note: str, start: str, width: int, *, focused: bool) -> list[Piece]:
    """Return the line above a part: a rule with a title at its left and a note at its right.

    Args:
        title: What is below.
        note: A word about it.
        start: The rule's first character, where it meets another one.
        width: Cells in all.
        focused: Whether the part has the focus.
    """
    title, taken = fit(title, width - 4)
    note, noted = fit(note, width)
    if not note or taken + noted + 8 > width:
        note, noted = "", -2
    ending = "-focused" if focused else ""
    rule = f"rule{ending}"
    between = "─" * max(0, width - taken - noted - 8)
    end = [Piece(" "), Piece(note, "muted"), Piece(" ──", rule)] if note else [Piece("──", rule)]
    return [
        Piece(f"{start}─ ", rule),
        Piece(title, f"caption{ending}"),
        Piece(f" {between}", rule),
        *end,
    ]


def paragraph_note(numbers: tuple[int, int]) -> str:
    """Return in words which paragraph of how many it is."""
    return f"¶{numbers[0]}/{numbers[1]}"


def annotating_words(reason: str, stage: str = "") -> str:
    """Return what is said while an article is annotated.

    Args:
        reason: What is wrong with the layer that there is; empty where there is none.
        stage: How far it is.
    """
    doing = f"annotating: {stage}" if stage else "annotating"
    return f"{reason} · {doing}" if reason else doing


def progress_words(what: str, done: int, total: int) -> str:
    """Return how far something is, with a bar."""
    filled = _BAR_CELLS * done // max(1, total)
    return "━" * filled + "╌" * (_BAR_CELLS - filled) + f"  {what}"


def banner_line(words: str, width: int, *, warning: bool = False) -> list[Piece]:
    """Return a line about what goes on or went wrong."""
    return [Piece(" " + fit(one_line(words), width - 2)[0], "alert" if warning else "")]


def key_line(scope: Scope, width: int) -> list[Piece]:
    """Return a scope's keys; hints that do not fit are left out from the end."""
    hints = footer_hints(scope)
    left = [hint for hint in hints if hint[1] not in _ALWAYS]
    right, taken = _hints([hint for hint in hints if hint[1] in _ALWAYS])
    pieces, used = _hints(left)
    while left and used + taken + 1 > width:
        left.pop()
        pieces, used = _hints(left)
    return [*pieces, Piece(" " * max(1, width - used - taken)), *right]


def _hints(hints: Sequence[tuple[str, str]]) -> tuple[list[Piece], int]:
    """Return pieces that name keys, and how many cells they take."""
    pieces = [Piece(" ")]
    for keys, label in hints:
        pieces += [Piece(keys, "strong"), Piece(f" {label}  ", "muted")]
    return pieces, sum(cell_len(piece.text) for piece in pieces)


def drawer(
    annotations: Annotations, position: Position, size: tuple[int, int], why_empty: str
) -> list[list[Piece]]:
    """Return the lines under a narrow article: the chosen quote or mention, and whose it is.

    Args:
        annotations: What there is.
        position: What of it is chosen.
        size: Columns and lines.
        why_empty: Why there is nothing, if there is nothing.
    """
    width, height = size[0] - 2, size[1]
    if position.quote is not None:
        lines = _quote(annotations, position.quote, width)
    elif position.mention is not None:
        lines = _mention(annotations, position.mention)
    else:
        lines = _contents(annotations, why_empty)
    return [[Piece(" "), *line] for line in lines[:height]]


def _contents(annotations: Annotations, why_empty: str) -> list[list[Piece]]:
    if not annotations.quotes and not annotations.entities:
        return [[Piece(f"quotes and names: {why_empty}", "muted")]]
    quotes = counted(len(annotations.quotes), "quote")
    names = counted(
        len(annotations.entities), "person, place or other name", "people, places and other names"
    )
    hint = [[Piece("] goes to the first quote", "muted")]] if annotations.quotes else []
    return [[Piece(f"{quotes}, {names}")], *hint]


def _quote(annotations: Annotations, number: int, width: int) -> list[list[Piece]]:
    quote = annotations.quotes[number]
    who = f"{number + 1} {CHOSEN} {attribution(quote, annotations)}"
    sure = f"{kind_words(quote)} {confidence_words(quote)}"
    left, space, right = spread(who, sure, width)
    first = [Piece(left, "strong"), Piece(space), Piece(right, "muted")]
    return [first, *([Piece(line)] for line in wrapped(excerpt(quote), max(2, width)))]


def _mention(annotations: Annotations, number: int) -> list[list[Piece]]:
    from reader.tui.rule_words import rule_words  # the first frame has no mention to speak of

    mention = annotations.mentions[number]
    entity = annotations.entities[mention.entity]
    words = f"“{one_line(mention.text)}” is {one_line(entity.name)}"
    return [[Piece(words, "strong")], [Piece(one_line(rule_words(mention.rule)), "muted")]]
