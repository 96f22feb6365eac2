"""What the mention components know about words: names' genders, people, bodies, places, titles.

The lists are the project's own and ship with it: those beside this module in ``data`` and those
of ``reader.pipeline.knowledge``, which the entity recogniser uses too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from reader.word_lists import listed

# Before a name; what the short form stands for is what a later "the general" says.
TITLES = {
    "mr": "", "mr.": "", "mister": "", "sir": "", "lord": "lord", "mrs": "", "mrs.": "", "ms": "",
    "ms.": "", "miss": "", "lady": "lady", "dame": "", "madam": "", "madame": "", "dr": "doctor",
    "dr.": "doctor", "prof": "professor", "prof.": "professor", "gen": "general",
    "gen.": "general", "lt": "lieutenant", "lt.": "lieutenant", "col": "colonel",
    "col.": "colonel", "maj": "major", "maj.": "major", "capt": "captain", "capt.": "captain",
    "sgt": "sergeant", "sgt.": "sergeant", "cpl": "corporal", "cpl.": "corporal",
    "adm": "admiral", "adm.": "admiral", "cmdr": "commander", "cmdr.": "commander",
    "brig": "brigadier", "brig.": "brigadier", "sen": "senator", "sen.": "senator",
    "rep": "representative", "rep.": "representative", "gov": "governor", "gov.": "governor",
    "pres": "president", "pres.": "president", "rev": "reverend", "rev.": "reverend",
    "fr": "father", "fr.": "father", "hon": "", "hon.": "", "pm": "prime minister",
    "insp": "inspector", "insp.": "inspector", "det": "detective", "det.": "detective",
    "supt": "superintendent", "supt.": "superintendent", "st": "saint", "st.": "saint",
    "saint": "saint",
    "herr": "", "frau": "", "monsieur": "", "señor": "", "señora": "", "don": "", "doña": "",
}  # fmt: skip
_MEN = "mr mr. mister sir lord fr fr. herr monsieur señor"
_WOMEN = "mrs mrs. ms ms. miss lady dame madam madame frau señora doña"
_TITLE_GENDER = {
    **dict.fromkeys(_MEN.split(), "m"),
    **dict.fromkeys(_WOMEN.split(), "f"),
}
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


def title_gender(word: str) -> str | None:
    """Return m or f for a lower-case form of address that tells."""
    return _TITLE_GENDER.get(word)


@cache
def lexicon() -> Lexicon:
    """Return the lists, read once."""
    own = files("reader.annotate.coref") / "data"
    shared = files("reader.pipeline") / "knowledge"
    person = dict(_pairs(own / "person_nouns.txt"))
    for role, gender in _pairs(shared / "roles.txt"):
        if " " not in role and role not in person:
            person[role] = gender if gender in ("m", "f") else "-"
    nickname = _nicknames(own / "nicknames.txt")
    given = _given(shared) | dict(_pairs(own / "given_names.txt"))
    return Lexicon(
        person=person,
        group=frozenset(_lines(own / "group_nouns.txt")),
        org_heads=frozenset(_lines(shared / "org_heads.txt")),
        bodies=frozenset(
            name for path in _BODIES for name in _lines(shared / path) if " " not in name
        ),
        place=dict(_pairs(own / "place_nouns.txt")),
        time=frozenset(_lines(own / "time_nouns.txt")),
        given=_genders_of_short_forms(nickname, given) | given,
        nickname=nickname,
        demonym=_demonyms(shared / "demonyms.txt"),
    )


def _lines(path: Traversable) -> Iterator[str]:
    """Yield a list's lines, lower case; a list that is not there has none."""
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line.strip().lower()


def _pairs(path: Traversable) -> Iterator[tuple[str, str]]:
    for line in _lines(path):
        first, _, rest = line.partition("\t")
        yield first.strip(), rest.partition("\t")[0].strip() or "-"


def _given(folder: Traversable) -> dict[str, str]:
    female = set(_lines(folder / "given_names_female.txt"))
    male = set(_lines(folder / "given_names_male.txt"))
    both = set(_lines(folder / "given_names_unisex.txt")) | (female & male)
    return {
        **dict.fromkeys(female, "f"),
        **dict.fromkeys(male, "m"),
        **dict.fromkeys(both, "-"),
    }


def _nicknames(path: Traversable) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _lines(path):
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
    for line in _lines(path):
        adjective, _, rest = line.partition("\t")
        country, _, noun = rest.partition("\t")
        for word in (adjective, *noun.split(",")):
            if word.strip() and country.strip() not in ("", "-"):
                found.setdefault(word.strip(), country.strip())
    return found
