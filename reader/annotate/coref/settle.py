"""One article, one reading of a name: settle its type.

A recogniser looks at a sentence at a time. Over a whole article the same words are nearly always
the same kind of thing ("one sense per discourse", Gale, Church and Yarowsky 1992).
"""

from collections import Counter, defaultdict

from reader.annotate.coref.lexicon import CLUBS, Lexicon
from reader.annotate.coref.refs import country_code, seat_of
from reader.annotate.coref.spread import PERSON, Stretch, missed, nested
from reader.annotate.words import Words

_UNSETTLED = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))
_SOME, _FEW = 4, 1
"""One in so many mentions, if more than so few others are something else."""
_MISTAKEN = frozenset(("GPE", "LOC", "ORG", "FAC", "MISC", "NORP", "PRODUCT", "WORK_OF_ART"))
_OPENING, _CLOSING = frozenset(("“", '"', "‘", "``")), frozenset(("”", '"', "’", "''"))
_LOCAL = frozenset(("council", "police"))
"""What a town's name makes a name of, though it is not capitalised."""
_CALLED = frozenset(("mr", "mr.", "mister", "madam", "madame"))
_WHERE = frozenset(("in", "at", "from", "near", "to", "into", "across", "outside", "of"))


def settle(names: list[Stretch], words: Words, lexicon: Lexicon) -> list[Stretch]:
    """Return names with one type for each wording, in text order, the missed ones added."""
    people = _people(_nicknamed(names, words), words, lexicon)
    labels = _Labels(people, words, lexicon)
    settled = [(first, last, labels.settled(first, last, label)) for first, last, label in people]
    settled = [_with_body(name, words) for name in settled]
    settled += _addressed(settled, words, lexicon)
    return sorted(settled + missed(settled, words) + nested(settled, words, lexicon))


def _with_body(name: Stretch, words: Words) -> Stretch:
    """Return a place's name with the noun that makes a body of it: "Northport *council*"."""
    first, last, label = name
    local = label == "GPE" and last + 1 < len(words) and words.text[last + 1] in _LOCAL
    return (
        (first, last + 1, "ORG")
        if local and not is_known_place(words.between(first, last))
        else name
    )


def _nicknamed(names: list[Stretch], words: Words) -> list[Stretch]:
    """Return names with those made one that a nickname in quotes parts: Eustace “Shorty” Bragg."""
    people = {first for first, _, label in names if label == PERSON}
    whole = [
        (i - 1, i + 3, PERSON)
        for i, text in enumerate(words.text[:-3])
        if text in _OPENING
        and i
        and words.text[i + 2] in _CLOSING
        and words.pos[i - 1] == "PROPN"
        and words.text[i + 1][0].isupper()
        and i + 3 in people
    ]
    if not whole:
        return names
    apart = [name for name in names if not any(name[0] <= w[1] and w[0] <= name[1] for w in whole)]
    return sorted(apart + whole)


def _people(names: list[Stretch], words: Words, lexicon: Lexicon) -> list[Stretch]:
    """Return names with those made people that begin with a given name and go on by surname.

    "Ondine Marchetti" may look like a town, but "Marchetti" alone further on tells.
    """
    inside = {i for first, last, _ in names for i in range(first, last + 1) if last > first}
    alone = {
        words.lower[i]
        for i, text in enumerate(words.text)
        if text[0].isupper() and i not in inside and words.pos[i] in ("PROPN", "")
    }
    return [
        (first, last, PERSON)
        if label in _MISTAKEN
        and 0 < last - first < 3
        and lexicon.given.get(words.lower[first]) is not None
        and words.lower[last] in alone
        and words.lower[last] not in lexicon.org_heads
        and not is_known_place(words.between(first, last))
        else (first, last, label)
        for first, last, label in names
    ]


class _Labels:
    """What the names of an article tell of each other's types.

    Args:
        names: All names.
        words: The article's words.
        lexicon: The word lists.
    """

    def __init__(self, names: list[Stretch], words: Words, lexicon: Lexicon) -> None:
        self._words, self._lexicon = words, lexicon
        self._votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self._surnames: set[str] = set()
        self._tails: set[tuple[str, ...]] = set()  # last two words of people's longer names
        self._people: set[tuple[str, ...]] = set()  # people's names, and their first words
        for first, last, label in names:
            if label not in _UNSETTLED:
                self._count(self._key(first, last), label)
        bodies = [(first, last) for first, last, label in names if label == "ORG" and first < last]
        self._clubs = {words.text[last] for _, last in bodies}
        self._bodies = {words.lower[first] for first, _ in bodies} & _told_by_which(words)

    def _key(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self._words.lower[first : last + 1])

    def _count(self, key: tuple[str, ...], label: str) -> None:
        self._votes[key][label] += 1
        if label == PERSON:
            self._people |= {key, key[:1]}
            if len(key) > 1:
                self._surnames.add(key[-1])
            if len(key) > 2:
                self._tails.add(key[-2:])

    def settled(self, first: int, last: int, label: str) -> str:
        """Return the type that a name has in all of the article."""
        if label in _UNSETTLED:
            return label
        key = self._key(first, last)
        if self._is_person(first, key, label):
            return PERSON
        if len(key) == 1 and self._is_body(first):
            return "ORG"
        return self._votes[key].most_common(1)[0][0]

    def _is_person(self, first: int, key: tuple[str, ...], label: str) -> bool:
        """Return whether a name is a person's, for what other names are."""
        if len(key) == 1 and key[0] in self._surnames and self._may_be_surname(first, label):
            return True
        if key[0] in self._lexicon.titles and key[1:] in self._people:
            return True
        if len(key) == 2 and key[1] in self._surnames and self._lexicon.person_gender(key[0]):
            return True
        if key in self._tails and not is_known_place(" ".join(key)):
            return True
        return key in self._people and self._is_rather_a_person(key)

    def _may_be_surname(self, word: int, label: str) -> bool:
        """Return whether the surname of somebody in the article stands for that person here."""
        if not is_known_place(self._words.lower[word]):
            return True
        # Of Valeska Paris: "Paris said", not "in Paris".
        return label == PERSON or self._words.lower[max(word - 1, 0)] not in _WHERE

    def _is_rather_a_person(self, key: tuple[str, ...]) -> bool:
        """Return whether one word that begins a person's name, or is one at times, is one always.

        A name that nobody knows as a place and that is taken for several kinds of thing is a
        person's.
        """
        votes = self._votes[key]
        if len(key) > 1 or is_known_place(key[0]):
            return False
        return votes.total() == votes["GPE"] or (
            votes[PERSON] * _SOME >= votes.total() and votes.total() > votes[PERSON] + _FEW
        )

    def _is_body(self, word: int) -> bool:
        """Return whether one word is short for a body's name: Northfield *United*."""
        words = self._words
        return (words.lower[word] in CLUBS and words.text[word] in self._clubs) or (
            words.lower[word] in self._bodies and words.lower[word - 1] not in self._lexicon.titles
        )


def _told_by_which(words: Words) -> set[str]:
    """Return what is no person, lower case: "*Caldwell*, which makes ferries, ..."."""
    return {
        words.lower[i - 2]
        for i, low in enumerate(words.lower)
        if low == "which" and i > 1 and words.text[i - 1] == ","
    }


def _addressed(names: list[Stretch], words: Words, lexicon: Lexicon) -> list[Stretch]:
    """Return the titles that people are called by as by a name: "*Mr. President*"."""
    called = [i for i, low in enumerate(words.lower[:-2]) if low in _CALLED]
    taken = {i for first, last, _ in names for i in (first, last)} if called else set()
    return [
        (i, i + 1, PERSON)
        for i in called
        if lexicon.person_gender(words.lower[i + 1])
        and words.text[i + 1][0].isupper()
        and not words.text[i + 2][0].isupper()
        and not taken & {i, i + 1}
    ]


def is_known_place(name: str) -> bool:
    """Return whether a name is a country's or that of a seat of government."""
    return country_code(name) is not None or seat_of(name) is not None
