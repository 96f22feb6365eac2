"""The parts of a person's name, and whether two full names can be one person's.

Given names, initials and generations (Jr.) must agree; a shared surname alone joins nobody.
"""

from dataclasses import dataclass

from reader.annotate.coref.lexicon import Lexicon
from reader.word_lists import listed

_PARTICLES = listed(
    "de da do dos das del della di du la le les van von der den ter ten af al el bin ibn ben "
    "abu st y e"
)
_GENERATIONS = listed("jr sr i ii iii iv v vi vii viii ix x xi xii xiv xvi junior senior")
_NUMBERS = _GENERATIONS - {"jr", "sr", "junior", "senior"}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A full name's parts."""

    given: tuple[str, ...]
    surname: str
    generation: str


def split_name(name: tuple[str, ...]) -> PersonName:
    """Return the parts of a name of two words or more, lower case."""
    generation = ""
    if len(name) > 1 and name[-1] in _GENERATIONS:
        generation, name = name[-1], name[:-1]
    return PersonName(name[:-1], bare(name[-1]), generation)


def bare(word: str) -> str:
    """Return a word of a name without stops."""
    return word.strip(".")


def short_key(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name as it is looked up: without stops and without a generation."""
    key = tuple(bare(word) for word in name)
    return key[:-1] if len(key) > 1 and key[-1] in _GENERATIONS else key


def number_of(name: tuple[str, ...]) -> str:
    """Return a ruler's number: "Charles *III*"; empty where a name has none."""
    return name[-1] if len(name) > 1 and name[-1] in _NUMBERS else ""


def compatible(one: tuple[str, ...], two: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Return whether two full names can be one person's.

    "Donald J. Trump" and "Donald Trump" can, "Bill Clinton" and "Hillary Clinton" cannot, nor
    can "John Smith" and "John Smith Jr." with different generations.
    """
    a, b = split_name(one), split_name(two)
    if a.surname != b.surname or (a.generation and b.generation and a.generation != b.generation):
        return False
    first, second = a.given[0], b.given[0]
    if not _same_given(first, second, lexicon):
        return False
    middles = [[part for part in name.given[1:] if part not in _PARTICLES] for name in (a, b)]
    if not (middles[0] and middles[1]):
        return True
    return any(_same_given(x, y, lexicon) for x in middles[0] for y in middles[1])


def _same_given(one: str, two: str, lexicon: Lexicon) -> bool:
    one, two = one.rstrip("."), two.rstrip(".")
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    letters = short.replace(".", "")
    if len(letters) == 1:
        return long.startswith(letters)
    if len(letters) == 2 and "." in short:  # "J.K."
        return long.startswith(letters[0])
    return two in lexicon.nickname.get(one, ())
