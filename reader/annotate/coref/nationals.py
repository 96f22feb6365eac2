"""Whom "the Dane" means: whoever is said to be Danish, else who was the subject a moment ago."""

from collections.abc import Mapping, Sequence

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.names import text_of
from reader.annotate.coref.refs import country_code
from reader.annotate.coref.roles import Role

_NEAR = 2
"""Sentences back in which the subject of another country's person is looked for."""


def find_national(
    i: int, one: Candidate, roles: Mapping[int, Sequence[Role]], evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the person whom a noun for one of a people means.

    Args:
        i: The description's number.
        one: The description.
        roles: What the text says of the people it names, by name.
        evidence: The article.
    """
    country = country_code(evidence.lexicon.demonym.get(one.word, ""))
    if country is None or one.definite != "the" or one.last > one.head:
        return None
    # Countries stand in roles as codes in capitals, all other owners in small letters.
    owners = {
        j: {owner for role in said for owner in role.owner if owner.isupper()}
        for j, said in roles.items()
    }
    find = evidence.clusters.find
    countrymen = {
        find(j): j for j, owner in owners.items() if country in owner and _fits(one, j, evidence)
    }
    if len(countrymen) == 1:
        j = countrymen.popitem()[1]
        return j, Link(
            f"the one of that country: {text_of(j, evidence.candidates, evidence.words)}", 0.75
        )
    if countrymen or evidence.words.role[one.head] != "subj":
        return None
    foreign = {find(j) for j, owner in owners.items() if owner}
    return _last_subject(i, one, foreign, evidence)


def _fits(one: Candidate, j: int, evidence: Evidence) -> bool:
    return one.gender == evidence.candidates[j].gender or "?" in (
        one.gender,
        evidence.candidates[j].gender,
    )


def _last_subject(
    i: int, one: Candidate, foreign: set[int], evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the person who was last named as a subject just before, of no other country."""
    words, candidates = evidence.words, evidence.candidates
    for j in range(i - 1, -1, -1):
        other = candidates[j]
        if words.sentence[one.head] - words.sentence[other.head] > _NEAR:
            return None
        if (
            other.form == "name"
            and other.kind == "person"
            and words.role[other.head] == "subj"
            and words.paragraph[other.head] == words.paragraph[one.head]
            and evidence.clusters.find(j) not in foreign
            and _fits(one, j, evidence)
        ):
            return j, Link(f"who acted just before: {text_of(j, candidates, words)}", 0.55)
    return None
