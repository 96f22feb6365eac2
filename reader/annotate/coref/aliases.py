"""Other names that the text gives outright: "Twitter, now known as X", "alias", "née"."""

from itertools import pairwise

from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.words import Words
from reader.word_lists import listed

_SIGNS = listed("alias aka a.k.a nee née né formerly nicknamed dubbed pseudonym born")
_KNOWN = frozenset(
    (("known", "as"), ("known", "by"), ("named", "as"), ("identified", "as"), ("styled", "as"))
)
_BETWEEN = listed(
    "the a his her its their pseudonym nickname name stage pen then now simply “ \" ‘ ' : ,"
)
_REACH = 5
_FAR = 40


def link_aliases(evidence: Evidence) -> None:
    """Join a name with the one that its sentence says is the same person's or body's."""
    candidates, words = evidence.candidates, evidence.words
    names = [
        i
        for i, one in enumerate(candidates)
        if one.form == "name" and one.kind in ("person", "org")
    ]
    for before, i in pairwise(names):
        one, other = candidates[i], candidates[before]
        if (
            one.kind == other.kind
            and words.sentence[one.head] == words.sentence[other.head]
            and one.core - other.last <= _FAR
            and _is_announced(one.core, other.last, words)
        ):
            said = evidence.name_of(before)
            evidence.clusters.join(i, before, Link(f"other name of {said}", 0.85))


def _is_announced(at: int, last: int, words: Words) -> bool:
    """Return whether the words before a name say that it is another name of the one before."""
    i = at - 1
    while i > last and i > at - _REACH and words.lower[i] in _BETWEEN:
        i -= 1
    if i <= last:
        return False
    if words.lower[i] in _SIGNS:
        # "Cole, born in Paris" and "she, born Ann Lee": only a name may follow at once.
        return words.lower[i] != "born" or i == at - 1
    return tuple(words.lower[i - 1 : i + 1]) in _KNOWN
