"""One article, one reading of a name: settle its type and find where the recogniser missed it.

A recogniser looks at a sentence at a time. Over a whole article the same words are nearly always
the same kind of thing ("one sense per discourse", Gale, Church and Yarowsky 1992).
"""

from collections import Counter, defaultdict

from reader.annotate.coref.lexicon import CLUBS, TITLES, Lexicon
from reader.annotate.coref.refs import country_code, seat_of
from reader.annotate.words import Words

Stretch = tuple[int, int, str]
"""First token, last token, entity type."""

_SPREAD = frozenset(("PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "NORP"))
_UNSETTLED = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))
_PERSON = "PERSON"
_SOME, _FEW = 4, 1
"""One in so many mentions, if more than so few others are something else."""
_MISTAKEN = frozenset(("GPE", "LOC", "ORG", "FAC", "MISC", "NORP", "PRODUCT", "WORK_OF_ART"))
_HOLDERS = frozenset(("ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "MISC", "LOC"))
_HELD = frozenset(("PERSON", "ORG", "GPE"))
_OPENING, _CLOSING = frozenset(("“", '"', "‘", "``")), frozenset(("”", '"', "’", "''"))
_LOCAL = frozenset(("council", "police"))
"""What a town's name makes a name of, though it is not capitalised."""
_LAWS = frozenset(("act", "bill", "law", "code", "protocol", "directive"))
"""What is called by capitals that are no body's: the HEROES Act."""
_CALLED = frozenset(("mr", "mr.", "mister", "madam", "madame"))
_JOINING = frozenset(("of", "and", "&", "'s", "’s", "for", "in", "-"))
_WHERE = frozenset(("in", "at", "from", "near", "to", "into", "across", "outside", "of"))


def settle(names: list[Stretch], words: Words, lexicon: Lexicon) -> list[Stretch]:
    """Return names with one type for each wording, in text order, the missed ones added."""
    settled = _one_type(_people(_nicknamed(names, words), words, lexicon), words, lexicon)
    settled = [_with_body(name, words) for name in settled]
    settled += _addressed(settled, words, lexicon)
    return sorted(settled + _missed(settled, words) + _nested(settled, words, lexicon))


def _with_body(name: Stretch, words: Words) -> Stretch:
    """Return a place's name with the noun that makes a body of it: "Northport *council*"."""
    first, last, label = name
    local = label == "GPE" and last + 1 < len(words) and words.text[last + 1] in _LOCAL
    return (
        (first, last + 1, "ORG")
        if local and not _is_known_place(words.between(first, last))
        else name
    )


def _nicknamed(names: list[Stretch], words: Words) -> list[Stretch]:
    """Return names with those made one that a nickname in quotes parts: Eustace “Shorty” Bragg."""
    people = {first for first, _, label in names if label == _PERSON}
    whole = [
        (i - 1, i + 3, _PERSON)
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


def _key(first: int, last: int, words: Words) -> tuple[str, ...]:
    return tuple(words.lower[first : last + 1])


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
        (first, last, _PERSON)
        if label in _MISTAKEN
        and 0 < last - first < 3
        and lexicon.given.get(words.lower[first]) is not None
        and words.lower[last] in alone
        and words.lower[last] not in lexicon.org_heads
        and not _is_known_place(words.between(first, last))
        else (first, last, label)
        for first, last, label in names
    ]


def _one_type(names: list[Stretch], words: Words, lexicon: Lexicon) -> list[Stretch]:
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    tails: set[tuple[str, ...]] = set()
    people: set[tuple[str, ...]] = set()
    opened = {words.lower[first] for first, last, label in names if label == "ORG" and first < last}
    bodies = opened & _told_by_which(words)
    clubs = {words.text[last] for first, last, label in names if label == "ORG" and first < last}
    for first, last, label in names:
        if label not in _UNSETTLED:
            key = _key(first, last, words)
            votes[key][label] += 1
            if label == _PERSON:
                people |= {key, key[:1]}
                if last > first:
                    surnames.add(words.lower[last])
                if last - first > 1:
                    tails.add(key[-2:])
    out = []
    for first, last, label in names:
        if label not in _UNSETTLED:
            key = _key(first, last, words)
            is_surname = len(key) == 1 and key[0] in surnames
            if (
                (is_surname and _may_be_surname(first, label, words))
                or (key[0] in TITLES and key[1:] in people)
                or (len(key) == 2 and key[1] in surnames and lexicon.person_gender(key[0]))
                or (key in tails and not _is_known_place(" ".join(key)))
                or (key in people and _is_rather_a_person(key, votes[key]))
            ):
                label = _PERSON
            elif len(key) == 1 and (
                (key[0] in CLUBS and words.text[first] in clubs)  # Northfield *United*
                or (key[0] in bodies and words.lower[first - 1] not in TITLES)
            ):
                label = "ORG"
            else:
                label = votes[key].most_common(1)[0][0]
        out.append((first, last, label))
    return out


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
        (i, i + 1, _PERSON)
        for i in called
        if lexicon.person_gender(words.lower[i + 1])
        and words.text[i + 1][0].isupper()
        and not words.text[i + 2][0].isupper()
        and not taken & {i, i + 1}
    ]


def _is_rather_a_person(key: tuple[str, ...], votes: Counter[str]) -> bool:
    """Return whether one word that begins a person's name, or is one at times, is one always.

    A name that nobody knows as a place and that is taken for several kinds of thing is a person's.
    """
    if len(key) > 1 or _is_known_place(key[0]):
        return False
    return votes.total() == votes["GPE"] or (
        votes[_PERSON] * _SOME >= votes.total() and votes.total() > votes[_PERSON] + _FEW
    )


def _may_be_surname(word: int, label: str, words: Words) -> bool:
    """Return whether the surname of somebody in the article stands for that person here."""
    name = words.lower[word]
    if not _is_known_place(name):
        return True
    # Of Valeska Paris: "Paris said", not "in Paris".
    return label == _PERSON or words.lower[max(word - 1, 0)] not in _WHERE


def _is_known_place(name: str) -> bool:
    return country_code(name) is not None or seat_of(name) is not None


def _missed(names: list[Stretch], words: Words) -> list[Stretch]:
    """Return the places where a known name stands unmarked."""
    known: dict[tuple[str, ...], str] = {}
    for first, last, label in names:
        if label in _SPREAD and words.text[first][0].isupper():
            known.setdefault(tuple(words.text[first : last + 1]), label)
            tells = label == _PERSON or (label == "ORG" and words.lower[last] in CLUBS)
            if tells and last > first and len(words.text[last]) > 2:
                known.setdefault((words.text[last],), label)
    longest: dict[str, int] = {}
    for key in known:
        longest[key[0]] = max(longest.get(key[0], 0), min(len(key), 8))
    marked = [False] * len(words)
    for first, last, _ in names:
        marked[first : last + 1] = [True] * (last + 1 - first)
    found = []
    for at, text in enumerate(words.text):
        if text not in longest or marked[at]:
            continue
        for length in range(longest[text], 0, -1):
            key = tuple(words.text[at : at + length])
            if (
                key in known
                and not any(marked[at : at + length])
                and _stands_alone(at, length, words)
            ):
                found.append((at, at + length - 1, known[key]))
                marked[at : at + length] = [True] * length
                break
    return found


def _nested(names: list[Stretch], words: Words, lexicon: Lexicon) -> list[Stretch]:
    """Return the names that longer ones begin with: "*Google* Science Fair", if known alone.

    A person's full name and an abbreviation in capitals need not be: "*James Webb* Space
    Telescope", "*BAFTA* Award".
    """
    known = {tuple(words.text[first : last + 1]): label for first, last, label in names}
    found = []
    for first, last, label in names:
        if label not in _HOLDERS:
            continue
        for end in range(last - 1, first - 1, -1):
            inner = known.get(tuple(words.text[first : end + 1]))
            if inner in _HELD and words.lower[end + 1] not in _JOINING:
                found.append((first, end, str(inner)))
                break
        else:
            if first < last and _is_abbreviation(first, words):
                found.append((first, first, "ORG"))
            elif last - first > 1 and _begins_with_a_person(first, words, lexicon):
                found.append((first, first + 1, _PERSON))
    return found


def _is_abbreviation(word: int, words: Words) -> bool:
    text, after = words.text[word], words.text[word + 1]
    capitals = len(text) > 2 and text.isalpha() and text.isupper()
    return capitals and not after.isupper() and after.lower() not in _LAWS


def _begins_with_a_person(first: int, words: Words, lexicon: Lexicon) -> bool:
    second = words.lower[first + 1]
    return (
        lexicon.given.get(words.lower[first]) in ("m", "f")
        and words.text[first + 1][0].isupper()
        and words.text[first + 2][0].isupper()
        and words.pos[first + 1] in ("PROPN", "")
        and second not in lexicon.org_heads
        and not lexicon.is_group(second)
        and second not in lexicon.place
    )


def _stands_alone(at: int, length: int, words: Words) -> bool:
    """Return whether a stretch of words is a name here and not part of a longer one."""
    if length == 1 and words.pos[at] not in ("PROPN", ""):
        return False
    before, after = at - 1, at + length
    return not (
        (before >= 0 and words.pos[before] == "PROPN" and words.head[before] == at)
        or (after < len(words) and words.pos[after] == "PROPN" and words.head[at] == after)
    )
