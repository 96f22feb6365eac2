"""What a mention shows beside the name: "*Mecca's* Grand Mosque", "Paris*, France*".

Whose it is, how many, and where a place or body is belong to the phrase that means it, in the way
OntoNotes and GUM mark mentions. Linking looks at the bare names.
"""

from reader.annotate.coref.evidence import Evidence

_LEFT = frozenset(("poss", "nummod", "det"))
_WHERE = frozenset(("appos", "nmod", "flat"))
_ARTICLES = frozenset(("the", "a", "an"))


def extent(i: int, evidence: Evidence) -> tuple[int, int]:
    """Return the first and last token of the mention that a candidate makes.

    Args:
        i: The candidate's number.
        evidence: The article.
    """
    one, words = evidence.candidates[i], evidence.words
    first, last = one.first, max(one.last, evidence.reach.get(i, 0))
    if not one.name:
        return first, last
    for child in words.children[one.head]:
        if child < first:
            if words.role[child] in _LEFT and words.lower[child] not in _ARTICLES:
                first = words.left[child]
        elif child > last == one.last and one.kind in ("place", "org"):
            last = _with_place(child, last, evidence)
    return first, last


def _with_place(child: int, last: int, evidence: Evidence) -> int:
    """Return the last token of the place behind a name and a comma, else that of the name."""
    words, j = evidence.words, evidence.by_head.get(child)
    if j is None or words.role[child] not in _WHERE or words.text[last + 1] != ",":
        return last
    where = evidence.candidates[j]
    return where.last if where.kind == "place" and where.first == last + 2 else last
