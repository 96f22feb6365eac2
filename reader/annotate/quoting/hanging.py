"""What a passage hangs from in the parse: the verbs above it, up to the root of its sentence."""

from dataclasses import dataclass

from reader.annotate.quoting import syntax
from reader.annotate.quoting.story import Quoted, Story

_GOVERNORS = 120
"""Tokens of a passage, from its start, that are looked at."""
_WAY = 14
"""Steps up that are looked at."""
_CLAUSES = syntax.CLAUSES | {"conj"}


@dataclass(frozen=True, slots=True)
class Above:
    """What a passage hangs from in the parse."""

    governors: frozenset[int]
    """The tokens outside the passage that tokens inside it hang from."""
    above_them: frozenset[int]
    """What the governors hang from."""
    ways: dict[int, str]
    """Each token on the way from the passage to the root of its sentence: how many cues come
    before it on that way, and the last clauses passed."""


def above(story: Story, quoted: Quoted) -> Above:
    """Look up what the passage hangs from."""
    words = story.words
    found: set[int] = set()
    widest, size = None, -1
    for i in range(quoted.start, min(quoted.end, quoted.start + _GOVERNORS)):
        head = words.head[i]
        if quoted.start <= head < quoted.end or words.punct[i]:
            continue
        found.add(head)
        width = words.right[i] - words.left[i]
        if width > size:
            widest, size = i, width
    higher = frozenset(words.head[i] for i in found)
    return Above(frozenset(found), higher, _ways(story, widest) if widest is not None else {})


def _ways(story: Story, token: int) -> dict[int, str]:
    words = story.words
    ways: dict[int, str] = {}
    labels: list[str] = []
    cues = 0
    for _ in range(_WAY):
        if words.head[token] == token:
            break
        if words.dep[token] in _CLAUSES:
            labels.append(words.dep[token].partition(":")[0])
        token = words.head[token]
        ways[token] = f"{min(cues, 3)}|{'>'.join(labels[-2:])}"
        cues += bool(story.sites_between(token, token + 1))
    return ways
