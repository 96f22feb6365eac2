"""An opening that says the office first and the name later.

"Russia's president claimed ..." stands in a standfirst or first paragraph; the name comes in the
next: "In Moscow, Vladimir Putin welcomed ...". A closed list knows who holds some offices; for
all others it is the next person whom the article introduces by full name as somebody who acts,
if nothing says that he or she is something else.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from reader.annotate.coref.candidates import Candidate, is_person
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.known import Known
from reader.annotate.coref.lexicon import KIN
from reader.annotate.coref.naming import genders_agree
from reader.annotate.coref.phrases import is_predicate
from reader.annotate.coref.roles import Role, fits, read_role
from reader.word_lists import listed, read_rows

_LEADERS = listed(
    "president minister chancellor leader king queen pope emperor governor mayor chair director "
    "captain coach commander ambassador secretary chief head"
)
_OPENING, _NEXT = 4, 2
"""How many paragraphs an opening has, and how many later the name may come."""
_LISTED, _INTRODUCED = 0.85, 0.6


def link_leads(evidence: Evidence, known: Known) -> None:
    """Join an opening's offices with the names that follow.

    Args:
        evidence: The article, its names and descriptions joined.
        known: What the text says of the people it names.
    """
    words = evidence.words
    opening = words.paragraph[0] + _OPENING * 2 if len(words) else 0
    for i, one in enumerate(evidence.candidates):
        if words.paragraph[one.head] > opening:
            break
        if one.form != "nominal" or one.kind != "person" or one.plural:
            continue
        if one.head in known.beside or _is_known(i, evidence):
            continue
        role = read_role(one.first, one.last, words, evidence.lexicon)
        if role is None or is_predicate(one.head, words):
            continue
        found = _described(i, role, known.holders.get(role.noun, ()), evidence)
        if not found and role.owner and role.noun in _LEADERS and one.definite in ("the", "poss"):
            found = _listed(role, evidence) or _introduced(i, one, role, known, evidence)
        if not found and one.definite == "a" and words.role[one.head] == "subj":
            found = _delayed(i, one, role, known, evidence)
        if found:
            evidence.clusters.join(i, *found)


def _is_known(i: int, evidence: Evidence) -> bool:
    members = evidence.clusters.members[evidence.clusters.find(i)]
    return any(_is_name(j, evidence) for j in members)


def _described(
    i: int, role: Role, holders: Sequence[tuple[int, Role]], evidence: Evidence
) -> tuple[int, Link] | None:
    """Return who is described in the same way where the name comes.

    "Australian woman claims ..." in a headline, then "Valeska Paris, an Australian woman".
    """
    words = evidence.words
    last = words.paragraph[evidence.candidates[i].head] + _NEXT * 3
    homes: dict[int, int] = {}
    for j, other in holders:
        told = (role.owner or role.narrower) and (other.owner or other.narrower)
        if (
            j > i
            and told
            and role.noun not in KIN
            and fits(role, other)
            and words.paragraph[evidence.candidates[j].head] <= last
        ):
            homes.setdefault(evidence.clusters.find(j), j)
    if len(homes) != 1:
        return None
    home, j = homes.popitem()
    if min(k for k in evidence.clusters.members[home] if _is_name(k, evidence)) < i:
        return None
    said = evidence.name_of(j)
    return j, Link(f"described as {said} is", _INTRODUCED)


def _is_name(k: int, evidence: Evidence) -> bool:
    return evidence.candidates[k].form == "name"


def _listed(role: Role, evidence: Evidence) -> tuple[int, Link] | None:
    """Return the person of the article who is listed as the holder of an office."""
    names = {
        name
        for country in role.owner
        for name in _offices().get((country, role.noun, "prime" in role.narrower), ())
    }
    if not names or role.rank - {"prime"}:
        return None
    homes: dict[int, int] = {}
    for j, other in enumerate(evidence.candidates):
        if is_person(other) and other.name in names:
            homes.setdefault(evidence.clusters.find(j), j)
    if len(homes) != 1:
        return None
    j = next(iter(homes.values()))
    said = evidence.name_of(j)
    return j, Link(f"office that {said} is known to hold", _LISTED)


def _delayed(
    i: int, one: Candidate, role: Role, known: Known, evidence: Evidence
) -> tuple[int, Link] | None:
    """Return whom the second paragraph begins with, if the first has nobody's name.

    "A treasurer spent ..., a jury heard." Then: "Leonard Pryce, 61, denies ..."
    """
    words = evidence.words
    here = words.paragraph[one.head]
    if words.sentence[one.head]:
        return None
    found = _introduced(i, one, role, known, evidence)
    if found is None:
        return None
    first = next(j for j, other in enumerate(evidence.candidates) if is_person(other))
    name = evidence.candidates[first]
    opens = name.first and words.text[name.first - 1].isspace()
    return found if first == found[0] and opens and words.paragraph[name.head] != here else None


def _introduced(
    i: int, one: Candidate, role: Role, known: Known, evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the next person who is introduced by full name as somebody who acts."""
    words, clusters = evidence.words, evidence.clusters
    last = words.paragraph[one.head] + _NEXT * 2
    for j in range(i + 1, len(evidence.candidates)):
        other = evidence.candidates[j]
        if words.paragraph[other.head] > last:
            return None
        if not is_person(other) or len(other.name) < 2:
            continue
        home = clusters.find(j)
        named_before = any(
            k < i and evidence.candidates[k].form == "name" for k in clusters.members[home]
        )
        if named_before or words.role[other.head] != "subj":
            continue
        said_to_be = [what for k in clusters.members[home] for what in known.roles.get(k, ())]
        if said_to_be and not any(fits(role, what) for what in said_to_be):
            continue
        if genders_agree(one.gender, other.gender):
            said = evidence.name_of(j)
            return j, Link(f"office named first, then {said}", _INTRODUCED)
    return None


@cache
def _offices() -> dict[tuple[str, str, bool], frozenset[tuple[str, ...]]]:
    """Return names (words in lower case, and surnames) by country, office and whether "prime"."""
    path = files("reader.annotate.coref") / "data" / "offices.txt"
    found: dict[tuple[str, str, bool], frozenset[tuple[str, ...]]] = {}
    for country, office, holders in read_rows(path):
        names = set()
        for holder in holders.split(", "):
            parts = tuple(part.rstrip(".") for part in holder.split())
            names |= {parts, parts[-1:]}
        noun = office.split()[-1].replace("premier", "minister")
        key = (country.upper(), noun, office.startswith("prime"))
        found[key] = found.get(key, frozenset()) | frozenset(names)
    return found
