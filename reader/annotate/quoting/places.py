"""Where a cue stands from a passage: the side, and what lies between."""

import msgspec

from reader.annotate.quoting.hanging import Above
from reader.annotate.quoting.ruler import SAYING
from reader.annotate.quoting.sites import Site
from reader.annotate.quoting.story import Quoted, Story

_LIMITS = (0, 1, 2, 4, 8, 16, 32)
_CLOSE = frozenset({"0", "1", "2"})


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


def place(story: Story, quoted: Quoted, site: Site) -> Place:
    """Return where a site is, seen from a passage."""
    cue, ruler = site.cue, story.ruler
    if cue < quoted.start:
        side, lo, hi = "L", min(max(cue + 1, site.end), quoted.start), quoted.start
    elif cue >= quoted.end:
        side, lo, hi = "R", quoted.end, max(quoted.end, min(cue, site.start))
    else:
        return Place("in", "in+" if quoted.passage.resumes else "in", "0", 0)
    away = min(3, abs(story.words.paragraph[cue] - quoted.paragraph))
    zone = f"{side}{away}" if away else f"{side}0{min(2, ruler.stops[hi] - ruler.stops[lo])}"
    crossed = min(2, ruler.passages[hi] - ruler.passages[lo])
    return Place(side, zone, bucket(ruler.words[hi] - ruler.words[lo]), crossed)


def bucket(number: int) -> str:
    """Return a number of words in steps that double."""
    return next((str(limit) for limit in _LIMITS if number <= limit), "more")


def nearer_cues(story: Story, quoted: Quoted, site: Site) -> int:
    """Return how many cues of saying stand nearer to the passage on the site's side, at most 2."""
    cue, cues = site.cue, story.ruler.cues
    lo, hi = (cue + 1, quoted.start) if cue < quoted.start else (quoted.end, max(cue, quoted.end))
    return min(2, cues[hi] - cues[lo])


def rival_sides(hanging: Above, seen: list[tuple[Site, Place]]) -> str:
    """Return which sides of a passage, within its sentence, have somebody who says something.

    Args:
        hanging: What the passage hangs from.
        seen: The sites around it.
    """
    sides = set()
    for site, at in seen:
        beside = site.cue in hanging.governors or at.gap in _CLOSE
        if site.group not in SAYING:
            continue
        if at.side == "in":
            sides.add("i")
        elif at.zone[1:] == "00" and not at.crossed and beside:
            sides.add(at.side)
    return "".join(sorted(sides)) or "none"
