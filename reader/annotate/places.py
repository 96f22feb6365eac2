"""Where a cue stands from a passage: the side, and what lies between, measured in O(1)."""

from itertools import accumulate

import msgspec

from reader.annotate.hanging import Above
from reader.annotate.sites import Site
from reader.annotate.story import Quoted, Story

_STOPS = frozenset({".", "?", "!", ";"})
_SAYING = frozenset({"say", "claim", "ask", "label"})
_LIMITS = (0, 1, 2, 4, 8, 16, 32)
_CLOSE = frozenset({"0", "1", "2"})


class Ruler(msgspec.Struct, frozen=True, gc=False):
    """Running counts over the tokens, one more than there are tokens."""

    words: list[int]
    """Words outside passages before each token; so are ``stops``, the ends of sentences."""
    stops: list[int]
    passages: list[int]
    cues: list[int]
    """Cues of saying, whoever says it."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a site is, seen from a passage."""

    side: str
    """L, R or in (inside the passage's marks)."""
    zone: str
    """The side, paragraphs and sentences away."""
    gap: str
    """Words between, in steps."""
    crossed: int
    """Passages between, at most 2."""


def make_ruler(story: Story) -> Ruler:
    """Count words, sentence ends, passages and cues up to each token."""
    begins, cues = bytearray(len(story.words)), bytearray(len(story.words))
    for quoted in story.outer:
        begins[quoted.start] = 1
    for site in story.sites:
        cues[site.cue] = site.group in _SAYING or site.group == "according"
    forms = story.words.text
    free = [not covered for covered in story.covered]
    spoken = [out and form[:1].isalnum() for out, form in zip(free, forms, strict=True)]
    ended = [out and form in _STOPS for out, form in zip(free, forms, strict=True)]
    return Ruler(*(list(accumulate(one, initial=0)) for one in (spoken, ended, begins, cues)))


def place(story: Story, ruler: Ruler, quoted: Quoted, site: Site) -> Place:
    """Return where a site is, seen from a passage."""
    cue = site.cue
    if cue < quoted.start:
        side, lo, hi = "L", min(max(cue + 1, site.end), quoted.start), quoted.start
    elif cue >= quoted.end:
        side, lo, hi = "R", quoted.end, max(quoted.end, min(cue, site.start))
    else:
        return Place("in", "in+" if quoted.passage.resumes else "in", "0", 0)
    away = min(3, abs(story.paragraph(cue) - quoted.paragraph))
    zone = f"{side}{away}" if away else f"{side}0{min(2, ruler.stops[hi] - ruler.stops[lo])}"
    crossed = min(2, ruler.passages[hi] - ruler.passages[lo])
    return Place(side, zone, bucket(ruler.words[hi] - ruler.words[lo]), crossed)


def bucket(number: int) -> str:
    """Return a number of words in steps that double."""
    return next((str(limit) for limit in _LIMITS if number <= limit), "more")


def nearer_cues(ruler: Ruler, quoted: Quoted, site: Site) -> int:
    """Return how many cues of saying stand nearer to the passage on the site's side, at most 2."""
    cue = site.cue
    lo, hi = (cue + 1, quoted.start) if cue < quoted.start else (quoted.end, max(cue, quoted.end))
    return min(2, ruler.cues[hi] - ruler.cues[lo])


def rival_sides(hanging: Above, seen: list[tuple[Site, Place]]) -> str:
    """Return which sides of a passage, within its sentence, have somebody who says something.

    Args:
        hanging: What the passage hangs from.
        seen: The sites around it.
    """
    sides = set()
    for site, at in seen:
        beside = site.cue in hanging.governors or at.gap in _CLOSE
        if site.group not in _SAYING:
            continue
        if at.side == "in":
            sides.add("i")
        elif at.zone[1:] == "00" and not at.crossed and beside:
            sides.add(at.side)
    return "".join(sorted(sides)) or "none"
