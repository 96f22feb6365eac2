"""Descriptions by their owner: "his mother" ... "her son's" ... "his mother" again.

Whoever is called somebody's mother once is meant when the same person's mother comes again, and
"his daughter" is the woman of his surname, if the article names one. This has to wait until the
owners' pronouns are resolved.
"""

from collections import defaultdict

from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import singular
from reader.annotate.coref.names import KIN, split_name, text_of
from reader.annotate.coref.naming import Gender

_FAMILY = 4
"""More full names of one surname than this are no family."""
_TOPIC = 4
"""Somebody mentioned so many times as often as other relatives is who is meant."""
_FAR = 40
"""Sentences back that an owned description looks."""


def link_owned(evidence: Evidence) -> None:
    """Join descriptions with the same noun and the same owner, in text order."""
    words, clusters = evidence.words, evidence.clusters
    last: dict[tuple[int, str, bool], int] = {}
    for i, one in enumerate(evidence.candidates):
        if one.form != "nominal" or one.definite != "poss":
            continue
        owner = _owner(one.head, evidence)
        if owner is None or clusters.find(owner) == clusters.find(i):
            continue
        key = (clusters.find(owner), singular(one.word), one.plural)
        before = last.get(key)
        if (
            before is not None
            and words.sentence[one.head] - words.sentence[evidence.candidates[before].head] <= _FAR
            and _qualities(i, evidence) <= _qualities(before, evidence)
            and not _named(i, evidence)
        ):
            other = evidence.candidates[before]
            said = words.between(other.first, other.head)
            clusters.join(i, before, Link(f"same owner and words as {said}", 0.75))
        last[key] = i
    _link_kin(evidence)


def _link_kin(evidence: Evidence) -> None:
    """Join "his daughter" with the one other person of his surname and of her gender."""
    families: dict[str, dict[int, int]] = defaultdict(dict)
    surname_of: dict[int, str] = {}
    gender_of: dict[int, Gender] = {}
    find = evidence.clusters.find
    for i, one in enumerate(evidence.candidates):
        if one.gender in ("m", "f"):
            gender_of.setdefault(find(i), one.gender)
        if one.form == "name" and one.kind == "person" and len(one.name) > 1:
            surname = split_name(one.name).surname
            families[surname].setdefault(find(i), i)
            surname_of.setdefault(find(i), surname)
    for i, one in enumerate(evidence.candidates):
        if one.form != "nominal" or one.plural or singular(one.word) not in KIN:
            continue
        owner = _owner(one.head, evidence)
        home = find(owner) if owner is not None else -1
        if home not in surname_of or _named(i, evidence):
            continue
        relatives = {
            find(j)
            for j in families[surname_of[home]].values()
            if find(j) != home and gender_of.get(find(j), "?") in ("?", one.gender)
        }
        relative = _meant(relatives, evidence)
        if relative is not None and len(families[surname_of[home]]) <= _FAMILY:
            j = next(j for j in families[surname_of[home]].values() if find(j) == relative)
            said = text_of(j, evidence.candidates, evidence.words)
            evidence.clusters.join(i, j, Link(f"of one surname with {said}", 0.6))


def _meant(relatives: set[int], evidence: Evidence) -> int | None:
    """Return the only relative, or the one of whom the article speaks far more than of others."""
    by_size = sorted(relatives, key=lambda home: -len(evidence.clusters.members[home]))
    if not by_size:
        return None
    sizes = [len(evidence.clusters.members[home]) for home in by_size] + [0]
    return by_size[0] if sizes[0] > sizes[1] * _TOPIC else None


def _owner(head: int, evidence: Evidence) -> int | None:
    for child in evidence.words.children[head]:
        if evidence.words.role[child] == "poss":
            return evidence.by_head.get(child)
    return None


def _named(i: int, evidence: Evidence) -> bool:
    members = evidence.clusters.members[evidence.clusters.find(i)]
    return any(evidence.candidates[j].form == "name" for j in members[:20])


def _qualities(i: int, evidence: Evidence) -> set[str]:
    """Return the adjectives and nouns that narrow a description down."""
    words, one = evidence.words, evidence.candidates[i]
    return {
        words.lower[child]
        for child in words.children[one.head]
        if words.role[child] in ("amod", "compound", "nummod")
    }
