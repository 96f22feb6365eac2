"""Safe display: what a terminal is given for each character, and how many cells that takes.

Article text comes from outside. An escape sequence, a bidi override or an invisible character in
it must neither reach the terminal nor shift what stands behind it. Cells are counted as Rich counts
them, because Textual crops and composes with Rich's figures.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

ELLIPSIS = "…"
REPLACEMENT = "�"
TAB = "    "
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SOFT_HYPHEN = "\u00ad"
_NOTHING_BELOW = "\u25cc"

# One code point, one cell, harmless: nearly all of a Western newspaper. Everything else goes the
# slow way, cluster by cluster.
_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u2030-\u205e\u2070\u2071\u2074-\u208e"
    "\u20a0-\u20c0\u2100-\u218b\u2190-\u2199\u2500-\u25fc]*"
)
# Not controls by category, yet nothing that a reader could see: fillers and style selectors.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0e\uffa0\U000e0000-\U000e0fff]"
)


class Cluster(NamedTuple):
    """What is drawn as one: a character with its combining marks, an emoji sequence."""

    start: int
    """Where it begins, in code points."""
    end: int
    """Where it ends, in code points."""
    shown: str
    """What the terminal gets; empty for what is dropped."""
    cells: int
    """How wide ``shown`` is."""


def is_plain(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether each code point is harmless and takes exactly one cell."""
    stop = len(text) if end is None else end
    match = _PLAIN.match(text, start, stop)
    return match is not None and match.end() == stop


def clusters(text: str, start: int = 0, end: int | None = None) -> Iterator[Cluster]:
    """Yield what is drawn as one, in order and without gaps, from ``start`` to ``end``.

    The cells add up: Rich's width of all ``shown`` together is the sum of ``cells``, and so it is
    for any stretch of whole clusters.
    """
    at, stop = start, len(text) if end is None else end
    while at < stop:
        behind = _cluster_end(text, at, stop)
        shown = _shown(text[at]) + "".join(map(_shown_behind, text[at + 1 : behind]))
        yield Cluster(at, behind, shown, cell_len(shown))
        at = behind


def safe(text: str) -> str:
    """Return what may be written to a terminal in place of ``text``."""
    return text if is_plain(text) else "".join(cluster.shown for cluster in clusters(text))


def fit(text: str, cells: int) -> tuple[str, int]:
    """Return the text safe for display and cut to fit, and its width in cells.

    What is cut away is shown by an ellipsis.
    """
    if is_plain(text):
        if len(text) > cells:
            text = text[: cells - 1] + ELLIPSIS if cells > 0 else ""
        return text, len(text)
    parts = list(clusters(text))
    width = sum(part.cells for part in parts)
    if width <= cells:
        return "".join(part.shown for part in parts), width
    if cells <= 0:
        return "", 0
    kept, width = [], 0
    for part in parts:
        if width + part.cells > cells - 1:
            break
        kept.append(part.shown)
        width += part.cells
    return "".join(kept) + ELLIPSIS, width + 1


def _cluster_end(text: str, at: int, stop: int) -> int:
    end = at + 1
    if _is_flag_half(text[at]) and end < stop and _is_flag_half(text[end]):
        return end + 1
    if not _can_carry(text[at]):
        return end
    while end < stop:
        if text[end] == _JOINER and end + 1 < stop and _joins(text[end - 1], text[end + 1]):
            end += 2
        elif _belongs_to_previous(text[end]):
            end += 1
        else:
            break
    return end


@lru_cache(4096)
def _can_carry(character: str) -> bool:
    """Whether combining marks behind it are drawn over it, and not over a stand-in."""
    if _INVISIBLE.match(character) or character == _EMOJI_STYLE:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs", "Cf", "Zl", "Zp", "Zs")


@lru_cache(4096)
def _belongs_to_previous(character: str) -> bool:
    if character == _EMOJI_STYLE:
        return True
    kind = unicodedata.category(character)
    return get_character_cell_size(character) == 0 and kind not in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _joins(before: str, behind: str) -> bool:
    """Whether a joiner between two characters makes one emoji of them."""
    return _is_emoji(behind) and (
        _is_emoji(before) or before == _EMOJI_STYLE or "\U0001f3fb" <= before <= "\U0001f3ff"
    )


def _is_emoji(character: str) -> bool:
    return character >= "\u2190" and unicodedata.category(character) == "So"


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


@lru_cache(4096)
def _shown(character: str) -> str:
    """Return the stand-in for the first character of a cluster: itself, if it is harmless."""
    if character == "\t":
        return TAB
    kind = unicodedata.category(character)
    if kind == "Cc":
        return _control_picture(ord(character))
    if kind == "Cs":
        return REPLACEMENT
    if kind in ("Zl", "Zp"):
        return " "
    cells = get_character_cell_size(character)
    if kind == "Cf":
        return character if cells and character != _SOFT_HYPHEN else ""
    if _INVISIBLE.match(character) or character == _EMOJI_STYLE:
        return ""
    return character if cells else _NOTHING_BELOW + character


def _control_picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else REPLACEMENT


def _shown_behind(character: str) -> str:
    """Return what is shown of a character that belongs to the one before it."""
    return "" if _INVISIBLE.match(character) else character
