"""What kind of body a name says that it is: Harbour *Trust*, *Ministry* of Works."""

from collections import defaultdict

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import Lexicon, listed, singular

_NO_KIND = frozenset(("state", "office", "service", "center", "centre"))
"""What names hold that are called something else afterwards."""
_PREMISES = listed(
    "bakery bistro brewery cafe café dairy diner distillery factory farm garage gym hotel inn mill "
    "nursery pharmacy pub restaurant salon shop store supermarket tavern theatre winery"
)


def kinds_of(one: Candidate, lexicon: Lexicon) -> set[str]:
    """Return the nouns for bodies or places, singular, that a body's or place's name holds."""
    if one.kind not in ("org", "place"):
        return set()
    known = lexicon.group | _PREMISES if one.kind == "org" else lexicon.place.keys()
    return ({singular(word) for word in one.name} & known) - _NO_KIND


def is_kind(noun: str, name: Candidate) -> bool:
    """Return whether an organisation's name says that it is one: "Harbour *Trust*"."""
    return name.kind == "org" and len(name.name) > 1 and noun in _heads_of(name)


def _heads_of(one: Candidate) -> set[str]:
    """Return what a name ends with, or begins with before "of", singular."""
    return {singular(one.name[-1]), singular(one.name[0]) if "of" in one.name else ""}


def local_bodies(evidence: Evidence) -> dict[str, int]:
    """Return the bodies named by place and kind ("Northport council") that are the only ones."""
    places = {one.name for one in evidence.candidates if one.form == "name" and one.kind == "place"}
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for i, one in enumerate(evidence.candidates):
        if one.form == "name" and one.kind == "org" and len(one.name) > 1:
            found[singular(one.name[-1])].setdefault(evidence.clusters.find(i), i)
    return {
        kind: i
        for kind, bodies in found.items()
        for i in bodies.values()
        if len(bodies) == 1
        and kind in evidence.lexicon.group
        and evidence.candidates[i].name[:-1] in places
    }
