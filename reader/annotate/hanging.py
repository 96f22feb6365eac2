"""What a passage hangs from in the parse: the verbs above it, up to the root of its sentence."""

from dataclasses import dataclass

from spacy.tokens import Token

from reader.annotate import syntax
from reader.annotate.story import Quoted, Story

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
    found: set[int] = set()
    widest, size = None, -1
    for i in range(quoted.start, min(quoted.end, quoted.start + _GOVERNORS)):
        token = story.doc[i]
        if quoted.start <= token.head.i < quoted.end or token.is_punct:
            continue
        found.add(token.head.i)
        width = token.right_edge.i - token.left_edge.i
        if width > size:
            widest, size = token, width
    higher = frozenset(story.doc[i].head.i for i in found)
    return Above(frozenset(found), higher, _ways(story, widest) if widest is not None else {})


def _ways(story: Story, token: Token) -> dict[int, str]:
    ways: dict[int, str] = {}
    labels: list[str] = []
    cues = 0
    for _ in range(_WAY):
        if token.head.i == token.i:
            break
        if token.dep_ in _CLAUSES:
            labels.append(token.dep_.partition(":")[0])
        token = token.head
        ways[token.i] = f"{min(cues, 3)}|{'>'.join(labels[-2:])}"
        cues += bool(story.sites_between(token.i, token.i + 1))
    return ways
