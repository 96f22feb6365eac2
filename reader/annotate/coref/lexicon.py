"""What the mention components know about words: names' genders, people, bodies, places, titles.

The lists are the project's own and ship with it: those beside this module in ``data`` and those
of ``reader.pipeline.knowledge``, which the entity recogniser uses too.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from reader.word_lists import listed, read_list, read_rows

_BODIES = ("companies.txt", "media.txt", "organisations.txt", "teams.txt")
_CALLINGS = ("ologist", "ographer", "ician", "woman", "keeper", "smith", "wright", "onomist")
"""How nouns for people end that no list holds."""
_LONG = 7
KIN = listed(
    "wife husband son daughter brother sister father mother widow widower cousin nephew niece "
    "uncle aunt grandson granddaughter grandfather grandmother stepson stepdaughter"
)
"""Relatives."""
CLUBS = listed(
    "united city town county rovers wanderers athletic albion hotspur rangers wednesday villa "
    "palace forest celtic orient argyle alexandra"
)
"""Last words of clubs' names that alone mean the club where one of the article has it."""
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife",
    "thieves": "thief", "alumni": "alumnus", "secretaries": "secretary", "ladies": "lady",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, all lower case."""

    person: dict[str, str]
    """Noun for a person (singular) → m, f or ``-``."""
    group: frozenset[str]
    """Nouns for organisations and other bodies."""
    org_heads: frozenset[str]
    """Last words of organisations' names."""
    bodies: frozenset[str]
    """Organisations, companies and papers that are known by one word."""
    place: dict[str, str]
    """Noun for a place → country or place."""
    time: frozenset[str]
    titles: dict[str, str]
    """What stands before a name (mr., gen.) → the noun for it (general), empty if none."""
    title_gender: dict[str, str]
    """The same → m or f, where it tells."""
    given: dict[str, str]
    """Given name → m, f or ``-`` (borne by both)."""
    nickname: dict[str, frozenset[str]]
    """Given name → the names that may stand for it or for which it stands."""
    demonym: dict[str, str]
    """Adjective or noun → the country's or place's name, lower case."""

    def person_gender(self, noun: str) -> str | None:
        """Return m, f or ``-`` for a person's noun, singular or plural; None for other nouns."""
        found = self.person.get(noun)
        if found is None:
            one = singular(noun)
            found = self.person.get(one)
            if found is None and one.endswith(_CALLINGS) and len(one) > _LONG:
                return "f" if one.endswith("woman") else "-"
        return found

    def is_compatriot(self, noun: str) -> bool:
        """Return whether a lower-case noun, singular, is somebody of a country: dane, american."""
        return noun in self.demonym and (noun in self.person or noun + "s" in self.demonym)

    def is_group(self, noun: str) -> bool:
        """Return whether a noun, singular or plural, is a body of people."""
        return noun in self.group or singular(noun) in self.group


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """Return a guess at the singular of a lower-case noun."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


@cache
def lexicon() -> Lexicon:
    """Return the lists, read once."""
    own = files("reader.annotate.coref") / "data"
    shared = files("reader.pipeline") / "knowledge"
    person = _second(own / "person_nouns.txt")
    for role, gender, _ in read_rows(shared / "roles.txt"):
        if " " not in role and role not in person:
            person[role] = gender if gender in ("m", "f") else "-"
    titles = list(read_rows(own / "titles.txt"))
    nickname = _nicknames(own / "nicknames.txt")
    given = _given(shared) | _second(own / "given_names.txt")
    return Lexicon(
        person=person,
        group=frozenset(read_list(own / "group_nouns.txt")),
        org_heads=frozenset(read_list(shared / "org_heads.txt")),
        bodies=frozenset(
            name for path in _BODIES for name in read_list(shared / path) if " " not in name
        ),
        place=_second(own / "place_nouns.txt"),
        time=frozenset(read_list(own / "time_nouns.txt")),
        titles={form: noun for form, _, noun in titles},
        title_gender={form: gender for form, gender, _ in titles if gender != "-"},
        given=_genders_of_short_forms(nickname, given) | given,
        nickname=nickname,
        demonym=_demonyms(shared / "demonyms.txt"),
    )


def _second(path: Traversable) -> dict[str, str]:
    """Return the words of a list with what its second column says, ``-`` where it is empty."""
    return {word: told or "-" for word, told, _ in read_rows(path)}


def _given(folder: Traversable) -> dict[str, str]:
    female = set(read_list(folder / "given_names_female.txt"))
    male = set(read_list(folder / "given_names_male.txt"))
    both = set(read_list(folder / "given_names_unisex.txt")) | (female & male)
    return {
        **dict.fromkeys(female, "f"),
        **dict.fromkeys(male, "m"),
        **dict.fromkeys(both, "-"),
    }


def _nicknames(path: Traversable) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in read_list(path):
        group = frozenset(line.split())
        for name in group:
            found[name] = found.get(name, frozenset()) | group
    return found


def _genders_of_short_forms(
    nickname: dict[str, frozenset[str]], given: dict[str, str]
) -> dict[str, str]:
    """Return genders of short forms: those of the names that they stand for, if all agree."""
    found = {}
    for name, others in nickname.items():
        genders = {given.get(other, "?") for other in others} - {"?"}
        if genders:
            found[name] = genders.pop() if len(genders) == 1 else "-"
    return found


def _demonyms(path: Traversable) -> dict[str, str]:
    found: dict[str, str] = {}
    for adjective, country, nouns in read_rows(path):
        for word in (adjective, *nouns.split(",")):
            if word.strip() and country not in ("", "-"):
                found.setdefault(word.strip(), country)
    return found
