"""Where a recogniser missed a name that it found elsewhere in the article, or inside another."""

from reader.annotate.coref.lexicon import CLUBS, Lexicon
from reader.annotate.words import Words

Stretch = tuple[int, int, str]
"""First token, last token, entity type."""
PERSON = "PERSON"

_SPREAD = frozenset(("PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "NORP"))
_HOLDERS = frozenset(("ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "MISC", "LOC"))
_HELD = frozenset(("PERSON", "ORG", "GPE"))
_LAWS = frozenset(("act", "bill", "law", "code", "protocol", "directive"))
"""What is called by capitals that are no body's: the HEROES Act."""
_JOINING = frozenset(("of", "and", "&", "'s", "’s", "for", "in", "-"))
_LONGEST = 8


def missed(names: list[Stretch], words: Words) -> list[Stretch]:
    """Return the places where a known name stands unmarked."""
    known = _known(names, words)
    longest: dict[str, int] = {}
    for key in known:
        longest[key[0]] = max(longest.get(key[0], 0), min(len(key), _LONGEST))
    marked = [False] * len(words)
    for first, last, _ in names:
        marked[first : last + 1] = [True] * (last + 1 - first)
    found = []
    for at, text in enumerate(words.text):
        for length in range(longest.get(text, 0), 0, -1):
            label = known.get(tuple(words.text[at : at + length]))
            free = label is not None and not any(marked[at : at + length])
            if label is not None and free and _stands_alone(at, length, words):
                found.append((at, at + length - 1, label))
                marked[at : at + length] = [True] * length
                break
    return found


def _known(names: list[Stretch], words: Words) -> dict[tuple[str, ...], str]:
    """Return the types of capitalised names, and of the surnames and clubs that end them."""
    known: dict[tuple[str, ...], str] = {}
    for first, last, label in names:
        if label in _SPREAD and words.text[first][0].isupper():
            known.setdefault(tuple(words.text[first : last + 1]), label)
            tells = label == PERSON or (label == "ORG" and words.lower[last] in CLUBS)
            if tells and last > first and len(words.text[last]) > 2:
                known.setdefault((words.text[last],), label)
    return known


def nested(names: list[Stretch], words: Words, lexicon: Lexicon) -> list[Stretch]:
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
                found.append((first, first + 1, PERSON))
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
