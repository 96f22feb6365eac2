"""Descriptions by their owner: "his mother" ... "her son's" ... "his mother" again.

Whoever is called somebody's mother once is meant when the same person's mother comes again, and
"his daughter" may be somebody by name (see ``kin``). This has to wait until the owners' pronouns
are resolved.
"""

from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.kin import link_kin, owner_of
from reader.annotate.coref.lexicon import singular
from reader.annotate.coref.voices import is_named

_FAR = 40
"""Sentences back that an owned description looks."""


def link_owned(evidence: Evidence) -> None:
    """Join descriptions with the same noun and the same owner, in text order."""
    words, clusters = evidence.words, evidence.clusters
    last: dict[tuple[int, str, bool], int] = {}
    for i, one in enumerate(evidence.candidates):
        if one.form != "nominal" or one.definite != "poss":
            continue
        owner = owner_of(one.head, evidence)
        if owner is None or clusters.find(owner) == clusters.find(i):
            continue
        key = (clusters.find(owner), singular(one.word), one.plural)
        before = last.get(key)
        if (
            before is not None
            and words.sentence[one.head] - words.sentence[evidence.candidates[before].head] <= _FAR
            and _qualities(i, evidence) <= _qualities(before, evidence)
            and not is_named(i, evidence)
        ):
            other = evidence.candidates[before]
            said = words.between(other.first, other.head)
            clusters.join(i, before, Link(f"same owner and words as {said}", 0.75))
        last[key] = i
    link_kin(evidence)


def _qualities(i: int, evidence: Evidence) -> set[str]:
    """Return the adjectives and nouns that narrow a description down."""
    words, one = evidence.words, evidence.candidates[i]
    return {words.lower[child] for child in words.below(one.head, "amod", "compound", "nummod")}
