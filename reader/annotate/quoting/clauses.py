"""Which clauses a cue may report, each from its first word to its last.

The complement, the clause that a trailing "he said" hangs from, the rest of the sentence, the
sentence around "according to".
"""

from collections.abc import Iterator

import msgspec

from reader.annotate.quoting import syntax
from reader.annotate.quoting.sites import Site
from reader.annotate.quoting.story import Story
from reader.word_lists import listed

_COMPLEMENTS = frozenset(
    {"ccomp", "xcomp", "advcl", "parataxis", "obj", "dobj", "acl", "acl:relcl", "relcl", "obl",
     "nmod", "pcomp", "prep", "csubj", "dep", "conj", "attr", "nsubj:pass", "nsubjpass"}
)  # fmt: skip
_MAX_CLAUSE = 90
_MAX_CUTS = 3
_MARKER_REACH = 12
CUTTING = frozenset({",", "-", "--", "–", "—", "―", ";"})
"""Marks at which a clause may end before its last part."""


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A stretch of tokens that a cue may report."""

    site: Site
    start: int
    end: int
    type: str
    ahead: tuple[int, int] | None = None
    """The part before an attribution that interrupts ("Even so, he said, it would go on")."""

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """All parts as token ranges, in text order."""
        part = (self.start, self.end)
        return (part,) if self.ahead is None else (self.ahead, part)


def clauses(story: Story, site: Site) -> list[Clause]:
    """Return the clauses that ``site`` may report, trimmed of punctuation at their ends."""
    found: list[Clause] = []
    seen: set[tuple[int, int]] = set()
    for start, end, kind in _extents(story, site):
        start, end = _trim(story, site, start, end)
        if end > start and (start, end) not in seen:
            seen.add((start, end))
            found.append(Clause(site, start, end, kind))
            for cut in _cuts(story, start, end):
                if (start, cut) not in seen:
                    seen.add((start, cut))
                    found.append(Clause(site, start, cut, f"{kind}-cut"))
    return found + _interrupted(story, site, found)


def _cuts(story: Story, start: int, end: int) -> list[int]:
    """Return where a clause may end before its last part: at its last commas and dashes."""
    text = story.words.text
    commas = [i for i in range(start + 2, end - 1) if text[i] in CUTTING]
    return commas[-_MAX_CUTS:]


def _interrupted(story: Story, site: Site, found: list[Clause]) -> list[Clause]:
    """Join the clause before "…, he said, …" with the one behind it."""
    ahead = next((c for c in found if c.type.startswith("ahead") and "cut" not in c.type), None)
    if ahead is None or site.group not in ("say", "claim"):
        return []
    last = max(site.cue, site.end - 1)
    if last + 1 >= len(story.words) or story.words.text[last + 1] != ",":
        return []
    behind = next((c for c in found if c.type == "rest" and c.start > last), None)
    if behind is None:
        return []
    return [Clause(site, behind.start, behind.end, "around", (ahead.start, ahead.end))]


def _extents(story: Story, site: Site) -> Iterator[tuple[int, int, str]]:
    words = story.words
    lo, hi = story.sentence_around(site.cue)
    if site.group == "according":
        yield lo, site.cue, "before"
        yield site.end, hi, "behind"
        return
    for child in syntax.children(words, site.cue, _COMPLEMENTS):
        start, end = max(lo, words.left[child]), min(hi, words.right[child] + 1)
        if child == site.head or start < site.cue < end:
            continue
        yield start, end, words.dep[child]
        if start > site.cue:
            yield start, hi, f"{words.dep[child]}-rest"
    if site.group != "noun":
        yield from _inverted(story, site, lo)
        after = site.cue + 1 + ("_" in site.lemma)
        if site.how == "right":
            after = max(after, site.end)
        yield after, hi, "rest"
        reach = min(hi, after + _MARKER_REACH)
        if "that" in words.lower[after:reach]:
            yield words.lower.index("that", after), hi, "that-rest"


def _inverted(story: Story, site: Site, lo: int) -> Iterator[tuple[int, int, str]]:
    """Yield the clause before a trailing attribution ("…, officials said")."""
    first = min(site.start, site.cue)
    if first > lo and story.words.lower[first - 1] == ",":
        parataxis = story.words.dep[site.cue] == "parataxis"
        yield lo, first - 1, "ahead-parataxis" if parataxis else "ahead"


def _trim(story: Story, site: Site, start: int, end: int) -> tuple[int, int]:
    words = story.words
    end = min(end, start + _MAX_CLAUSE)
    if start <= site.cue < end:
        return start, start
    while start < end and (words.punct[start] or words.blank[start] or words.lower[start] in _LEAD):
        start += 1
    while end > start and (words.blank[end - 1] or words.text[end - 1] in _TAIL):
        end -= 1
    return start, end


_LEAD = frozenset({"and", "but"})
_TAIL = listed(", . ; : ? ! - -- – —")
