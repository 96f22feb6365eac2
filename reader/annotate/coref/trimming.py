"""Which of the recogniser's entities are names, and what is cut off at their edges."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from reader.annotate.coref.lexicon import Lexicon, singular
from reader.annotate.coref.naming import ARTICLES, LIKE_NAMES
from reader.annotate.coref.refs import city, country_code
from reader.annotate.words import Words
from reader.word_lists import listed

_EDGES = frozenset("\"'“”‘’«»`.,;:!?()[]…-–—") | {"``", "''", "--", "...", "'s", "’s"}
_HANGING = frozenset(("of", "and", "the", "for", "in", "at", "with"))
_ERAS = listed("bc bce ce ad")
_HONOURS = listed(
    "dbe cbe obe mbe kbe gbe kcb kcmg ra frs fba frse qc kc sc mp mep msp phd md dphil esq"
)
"""What follows a person's name."""


def trimmed_names(doc: Doc, words: Words, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Return first token, last token and type of each entity that is a name.

    Articles and marks at the edges are cut off, and so is what follows a person's full name
    ("Nathan Law *of Demosisto*"). Titles that the recogniser took for people ("Home Secretary")
    are left to be descriptions.
    """
    entities = doc.ents  # spaCy makes them anew at every call
    written, teams = frozenset(words.text), _teams(entities, lexicon)
    found = []
    for entity in entities:
        first, last = _trim(entity.start, entity.end - 1, words)
        label = entity.label_
        if label in ("PERSON", "PER"):
            last = _person_end(first, last, words)
            if _is_title(first, last, words, lexicon):
                continue
            if last > first and words.lower[last] in lexicon.org_heads:
                label = "ORG"  # "Andy Warhol Foundation"
        if label == "ORG":
            first = _after_qualities(first, last, words)
            if _is_era(first, last, words) or _is_office_holders(
                first, last, teams, words, lexicon
            ):
                continue
            if words.role[last] == "amod" and words.pos[last] == "ADJ":
                label = "NORP"  # "*Roman Catholic* church"
        if first == last and _is_noun_after_all(first, words, written, lexicon):
            continue
        if any(char.isalnum() for char in words.text[first]):
            found.append((first, last, label))
    return found


def _trim(first: int, last: int, words: Words) -> tuple[int, int]:
    while first < last and (
        words.lower[first] in _EDGES
        or words.lower[first] in ARTICLES
        or words.text[first] in _HANGING
        or words.text[first].isspace()
    ):
        first += 1
    while last > first and (
        (words.lower[last] in _EDGES and words.text[last] != ".")
        or words.lower[last] in _HANGING
        or words.text[last].isspace()
    ):
        last -= 1
    return first, last


def _person_end(first: int, last: int, words: Words) -> int:
    """Return the last token of a person's name without what it is of, and without honours."""
    for i in range(first + 2, last):
        if words.lower[i] in ("of", "from", "and") and words.text[i + 1][:1].isupper():
            last = i - 1
            break
    while last > first + 1 and words.lower[last].strip(".,") in _HONOURS:
        last -= 1
    return last


def _after_qualities(first: int, last: int, words: Words) -> int:
    """Return where a name begins behind adjectives: "the *national* Coastal Fund"."""
    while (
        first < last
        and words.text[first].isalpha()
        and words.text[first].islower()
        and words.pos[first] == "ADJ"
        and words.text[first + 1][0].isupper()
    ):
        first += 1
    return first


def _is_noun_after_all(word: int, words: Words, written: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether only the beginning of a sentence makes a name of a noun: "*Iodine* is ..."."""
    text = words.text[word]
    opens = word == 0 or words.sentence[word - 1] != words.sentence[word]
    low = words.lower[word]
    return opens and text == low.capitalize() and low in written and low not in lexicon.given


def _is_era(first: int, last: int, words: Words) -> bool:
    """Return whether an abbreviation belongs to the year beside it: "480 *BC*"."""
    if first != last or words.lower[first].replace(".", "") not in _ERAS:
        return False
    near = words.text[max(first - 1, 0)] + words.text[min(first + 1, len(words) - 1)]
    return any(char.isdigit() for char in near) or words.lower[first - 1] == "century"


def _teams(entities: Sequence[Span], lexicon: Lexicon) -> frozenset[str]:
    """Return the offices that end the names of bodies behind a place: Ottawa *Senators*."""
    return frozenset(
        entity[-1].lower_
        for entity in entities
        if entity.label_ == "ORG" and _is_offices(entity[-1].lower_, lexicon) and _is_placed(entity)
    )


def _is_placed(entity: Span) -> bool:
    """Return whether a name begins with a city's or a country's: "Ottawa Senators"."""
    where = entity[:-1].text.removeprefix("the ")
    return len(entity) > 1 and bool(country_code(where) or city(where, frozenset()))


def _is_office_holders(
    first: int, last: int, teams: frozenset[str], words: Words, lexicon: Lexicon
) -> bool:
    """Return whether a word means all who hold an office: "I call on *Senators* to listen"."""
    low = words.lower[first]
    return first == last and _is_offices(low, lexicon) and low not in teams


def _is_offices(low: str, lexicon: Lexicon) -> bool:
    return low != singular(low) and singular(low) in lexicon.titles.values()


def _is_title(first: int, last: int, words: Words, lexicon: Lexicon) -> bool:
    """Return whether words taken for a person's name are an office alone."""
    if first == last or words.lower[first] in lexicon.given:
        return False
    if words.lower[last] in LIKE_NAMES or words.lower[first] in lexicon.titles:
        return False
    return lexicon.person_gender(words.lower[last]) is not None
