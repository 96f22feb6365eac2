"""Where a name itself begins, the titles before it, and the gender that it tells."""

from typing import Literal

from reader.annotate.coref.lexicon import Lexicon
from reader.annotate.coref.phrases import noun_phrase
from reader.annotate.words import Words
from reader.pipeline.gazetteer import without_accents
from reader.word_lists import listed

Gender = Literal["m", "f", "n", "?"]
"""Of a person m, f or ?; n is whatever is no person."""
_GENDERS: dict[str, Gender] = {"m": "m", "f": "f"}

ARTICLES = frozenset(("the", "a", "an"))
_CLOSING = frozenset((",", ".", ";", ":", "!", "?", ")", "”", '"', "–", "—"))
_TITLE_POS = frozenset(("NOUN", "PROPN", "ADJ", ""))
_TITLE_REACH = 9
_APPOSITION_REACH = 16
LIKE_NAMES = listed("king cook baker bishop judge marshal singer priest major pope prince cardinal")
"""Nouns for people that are common surnames."""


def is_somebody(word: int, words: Words, lexicon: Lexicon) -> bool:
    """Return whether a noun for a people means one person here: "the *Dane* said"."""
    return (
        word > 0
        and words.lower[word - 1] == "the"
        and words.head[word - 1] == word
        and words.role[word] not in ("amod", "compound", "flat")
        and words.tag[word] in ("NN", "NNP")
        and lexicon.is_compatriot(words.lower[word])
    )


def name_start(first: int, last: int, words: Words, lexicon: Lexicon) -> int:
    """Return where the name itself begins in what a recogniser took for a person's name."""
    core = first
    while core < last and (
        words.lower[core] in lexicon.titles or _is_office(core, last, words, lexicon)
    ):
        core += 1
    return core


def _is_office(word: int, last: int, words: Words, lexicon: Lexicon) -> bool:
    """Return whether a noun is no name itself: "*General* Prelogar", but "King Lear"."""
    low = words.lower[word]
    names = low in LIKE_NAMES or low in lexicon.given
    return low in lexicon.person and (word + 1 < last or not names)


def name_words(first: int, last: int, words: Words) -> tuple[str, ...]:
    """Return a name's words in lower case, without accents and the marks between them."""
    found = tuple(
        without_accents(words.lower[i].rstrip(".") if len(words.lower[i]) <= 3 else words.lower[i])
        for i in range(first, last + 1)
        if any(char.isalnum() for char in words.text[i]) and words.lower[i] not in ("'s", "’s")
    )
    return found or (words.lower[first],)


def title_start(first: int, last: int, words: Words, lexicon: Lexicon) -> int:
    """Return where the titles before a person's name begin.

    "*Russian Defense Minister* Sergei Shoigu", "*Its director,* Tom Reyes, said".
    """
    start = _close_title(first, words, lexicon)
    if start == first:
        return _described(first, last, words, lexicon)
    return _whole_phrase(start, first, last, words, lexicon)


def _whole_phrase(start: int, first: int, last: int, words: Words, lexicon: Lexicon) -> int:
    """Return where the phrase begins that a title before a name ends.

    "*Joint Council for the Welfare of Immigrants* campaigner Caitlin Boswell", "*mathematician
    and* writer Aner Shalev".
    """
    for _ in range(2):
        if start > 1 and words.lower[start - 1] == "and":
            other = _close_title(start - 1, words, lexicon)
            start = other if other < start - 1 else start
    opens = noun_phrase(top(first, last, words), words)[0]
    near = max(start - _TITLE_REACH, 0) <= opens < start
    if near and not any(words.text[i] in _CLOSING for i in range(opens, start)):
        return opens
    return start


def _close_title(first: int, words: Words, lexicon: Lexicon) -> int:
    start = first
    for at in range(first - 1, max(first - _TITLE_REACH, 0) - 1, -1):
        low = words.lower[at]
        if low in lexicon.titles or (lexicon.person_gender(low) and words.pos[at] in _TITLE_POS):
            if words.tag[at] in ("NNS", "NNPS"):
                break  # "councillors Ann Lee and Bob Ray": of more than this one
            start = at
        elif start == first or words.sentence[at] != words.sentence[first]:
            break
        elif words.pos[at] in ("NOUN", "PROPN", "ADJ") and not words.text[at].isspace():
            # "former", "Russian Defense": words of the title, if they stand in one phrase.
            if words.head[at] == at or not start <= words.head[at] <= first + 4:
                break
            start = at
        elif low not in ("-", "'s", "’s"):
            break
    while start < first and words.lower[start] in ("-", "'s", "’s"):
        start += 1
    if start < first and start and words.tag[start - 1] == "PRP$":
        start -= 1  # "his father Tom Lee"
    return start


def _described(first: int, last: int, words: Words, lexicon: Lexicon) -> int:
    """Return where a description before a name and its comma begins, or the name's start."""
    comma = first - 1
    if comma < 1 or words.text[comma] != ",":
        return first
    head = top(first, last, words)
    noun = words.head[head] if words.role[head] == "appos" else comma - 1
    if not max(comma - _APPOSITION_REACH, 0) <= noun < comma:
        return first
    if not lexicon.person_gender(words.lower[noun]) or words.role[noun] in ("compound", "flat"):
        return first
    closed = last + 1 >= len(words) or words.text[last + 1] in _CLOSING
    if words.role[head] != "appos" and not closed:
        return first
    start = noun_phrase(noun, words)[0]
    owned = next(words.below(noun, "poss"), None) is not None
    opens = words.lower[start] in ARTICLES or owned
    return start if opens else first


def name_gender(first: int, core: int, last: int, words: Words, lexicon: Lexicon) -> Gender:
    """Return the gender that titles, descriptions and a given name tell."""
    for low in words.lower[first:core]:
        told = gender_of(lexicon.title_gender.get(low) or lexicon.person_gender(low))
        if told != "?":
            return told
    return gender_of(lexicon.given.get(words.lower[core])) if last > core else "?"


def gender_of(told: str | None) -> Gender:
    """Return the gender that a word list tells: m, f, or ? for what it leaves open."""
    return _GENDERS.get(told or "", "?")


def genders_agree(one: Gender, two: Gender) -> bool:
    """Return whether two may be of one person, as far as they are known."""
    return one == two or "?" in (one, two)


def top(first: int, last: int, words: Words) -> int:
    """Return the word in a stretch of tokens that the rest of the sentence hangs on."""
    for i in range(first, last + 1):
        if not first <= words.head[i] <= last or words.head[i] == i:
            return i
    return last
