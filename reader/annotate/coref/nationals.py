"""Whom "the Dane" means: whoever alone is said to be Danish."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.naming import genders_agree
from reader.annotate.coref.refs import country_code
from reader.annotate.coref.roles import Role

_MOST = 40
"""So many names of people of one country are looked at."""


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
    one: Candidate, people: Mapping[str, list[int]], evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the person whom a noun for one of a people means.

    Args:
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
    return None
