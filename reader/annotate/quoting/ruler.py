"""Running counts over the tokens of a text, so that what lies between two is measured in O(1)."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

import msgspec

from reader.annotate.quoting.cues import SPEECH
from reader.annotate.quoting.sites import Site
from reader.annotate.words import Words

_STOPS = frozenset({".", "?", "!", ";"})
SAYING = SPEECH | {"label"}
"""Classes of the cues by which somebody is said to speak."""


class Ruler(msgspec.Struct, frozen=True, gc=False):
    """Running counts, one more than there are tokens: what lies before each token."""

    words: list[int]
    """Words outside passages; so are ``stops``, the ends of sentences."""
    stops: list[int]
    passages: list[int]
    cues: list[int]
    """Cues of saying, whoever says it."""


def make_ruler(
    words: Words, passages: Iterable[int], covered: Sequence[int], sites: Iterable[Site]
) -> Ruler:
    """Count words, sentence ends, passages and cues up to each token.

    Args:
        words: The words of the text.
        passages: The first tokens of the outermost passages.
        covered: For each token whether a passage covers it.
        sites: The text's cues.
    """
    begins, cues = bytearray(len(words)), bytearray(len(words))
    for start in passages:
        begins[start] = 1
    for site in sites:
        cues[site.cue] = site.group in SAYING or site.group == "according"
    free = [not inside for inside in covered]
    spoken = [out and form[:1].isalnum() for out, form in zip(free, words.text, strict=True)]
    ended = [out and form in _STOPS for out, form in zip(free, words.text, strict=True)]
    return Ruler(*(list(accumulate(one, initial=0)) for one in (spoken, ended, begins, cues)))
