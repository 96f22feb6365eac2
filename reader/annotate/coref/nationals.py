"""Whom "the Dane" means: whoever is said to be Danish, else who was the subject a moment ago."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.annotate.coref.candidates import Candidate, is_person
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.naming import genders_agree
from reader.annotate.coref.refs import country_code
from reader.annotate.coref.roles import Role

_MOST = 40
"""So many names of people of one country are looked at."""
_NEAR = 2
"""Sentences back in which the subject of another country's person is looked for."""


def by_country(roles: Mapping[int, Sequence[Role]]) -> dict[str, list[int]]:
    """Return the names of people, in text order, by the countries that their roles tell.

    Args:
        roles: What the text says of the people it names, by name.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for j, said in roles.items():
        # Countries stand in roles as codes in capitals, all other owners in small letters.
        for country in {owner for role in said for owner in role.owner if owner.isupper()}:
            found[country].append(j)
    return found


def find_national(
    i: int, one: Candidate, people: Mapping[str, list[int]], evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the person whom a noun for one of a people means.

    Args:
        i: The description's number.
        one: The description.
        people: See `by_country`.
        evidence: The article.
    """
    country = country_code(evidence.lexicon.demonym.get(one.word, ""))
    if country is None or one.definite != "the" or one.last > one.head:
        return None
    find = evidence.clusters.find
    near = [
        j
        for j in people.get(country, [])[-_MOST:]
        if genders_agree(one.gender, evidence.candidates[j].gender)
    ]
    countrymen = {find(j): j for j in near}
    if len(countrymen) == 1:
        j = countrymen.popitem()[1]
        said = evidence.name_of(j)
        return j, Link(f"the one of that country: {said}", 0.75)
    if countrymen or evidence.words.role[one.head] != "subj":
        return None
    foreign = {find(j) for others in people.values() for j in others[-_MOST:]}
    return _last_subject(i, one, foreign, evidence)


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
            is_person(other)
            and words.role[other.head] == "subj"
            and words.paragraph[other.head] == words.paragraph[one.head]
            and evidence.clusters.find(j) not in foreign
            and genders_agree(one.gender, other.gender)
        ):
            return j, Link(f"who acted just before: {evidence.name_of(j)}", 0.55)
    return None
