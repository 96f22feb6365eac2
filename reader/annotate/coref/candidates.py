"""Every place that may name, describe or point to somebody or something.

Candidates are found in one pass over names (``doc.ents``), nouns and pronouns. Which of them
become mentions, the modules that link them decide.
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from reader.annotate.coref.lexicon import TITLES, Lexicon, listed, title_gender
from reader.annotate.coref.phrases import definiteness, noun_phrase
from reader.annotate.coref.spread import settle
from reader.annotate.coref.words import Words
from reader.model.layer import Form

Kind = Literal["person", "org", "place", "norp", "event", "thing", "time", "amount"]
Gender = Literal["m", "f", "n", "?"]
"""Of a person m, f or ?; n is whatever is no person."""

KINDS: dict[str, Kind] = {
    "PERSON": "person", "PER": "person", "ORG": "org", "GPE": "place", "LOC": "place",
    "FAC": "place", "NORP": "norp", "EVENT": "event", "DATE": "time", "TIME": "time",
    "MONEY": "amount", "PERCENT": "amount", "QUANTITY": "amount", "ORDINAL": "amount",
    "CARDINAL": "amount",
}  # fmt: skip
PRONOUNS = {
    word: group
    for group, words in {
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves themself",
        "i": "i me my mine myself",
        "we": "we us our ours ourselves",
        "you": "you your yours yourself yourselves",
    }.items()
    for word in words.split()
}
_GENDER: dict[str, Gender] = {"he": "m", "she": "f", "it": "n"}
_HEADS = listed("subj obj iobj obl nmod poss appos conj attr root other xcomp ccomp vocative")
_TITLE_POS = frozenset(("NOUN", "PROPN", "ADJ", ""))
_EDGES = frozenset("\"'“”‘’«»`.,;:!?()[]…-–—") | {"``", "''", "--", "...", "'s", "’s"}
_ARTICLES = frozenset(("the", "a", "an"))
_TITLE_REACH = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention; all numbers are of tokens."""

    form: Form
    kind: Kind
    label: str
    """The entity type that the recogniser gave, empty for other than names."""
    head: int
    first: int
    """First token of what is shown; titles before a name belong to it."""
    last: int
    name: tuple[str, ...]
    """A name's words in lower case, without titles; empty for the other forms."""
    core: int
    """Where the name itself begins."""
    word: str
    """The head in lower case; of a pronoun its group (he, she, it, they, i, we, you)."""
    gender: Gender
    plural: bool
    definite: str
    """Of nominals: the, this, a, poss (its owner is named) or bare."""
    quote: int
    """The number of the innermost quote around it, or -1."""


def find_candidates(
    doc: Doc, words: Words, lexicon: Lexicon, quote_of: list[int]
) -> list[Candidate]:
    """Return all candidates in text order, longer ones first where two begin together.

    Args:
        doc: With entities, if a recogniser ran.
        words: Its words.
        lexicon: The word lists.
        quote_of: For each token the quote that it is in, or -1.
    """
    found: list[Candidate] = []
    taken = [False] * len(words)
    for first, last, label in settle(trimmed_names(doc, words), words):
        one = named(first, last, label, words, lexicon, quote_of)
        for token in range(one.first, last + 1):
            taken[token] = True
        found.append(one)
    for i, low in enumerate(words.lower):
        if low in PRONOUNS:
            if _is_pronoun(i, words):
                found.append(_pronoun(i, words, quote_of[i]))
        elif (
            words.pos[i] in ("NOUN", "PROPN")
            and words.role[i] in _HEADS
            and words.parsed
            and not taken[i]
        ):
            found.append(_nominal(i, words, lexicon, quote_of[i]))
    found.sort(key=lambda one: (one.first, -one.last))
    return found


def trimmed_names(doc: Doc, words: Words) -> list[tuple[int, int, str]]:
    """Return first token, last token and type of each entity, without articles and marks."""
    found = []
    for entity in doc.ents:
        first, last = entity.start, entity.end - 1
        while first < last and (
            words.lower[first] in _EDGES
            or words.lower[first] in _ARTICLES
            or words.text[first].isspace()
        ):
            first += 1
        while last > first and (
            (words.lower[last] in _EDGES and words.text[last] != ".") or words.text[last].isspace()
        ):
            last -= 1
        if any(char.isalnum() for char in words.text[first]):
            found.append((first, last, entity.label_))
    return found


def named(
    first: int, last: int, label: str, words: Words, lexicon: Lexicon, quote_of: list[int]
) -> Candidate:
    """Return the candidate that a name makes, with the titles before a person's."""
    kind: Kind = KINDS.get(label, "thing")
    core = first
    if kind == "person":
        while core < last and (
            words.lower[core] in TITLES
            or (lexicon.person.get(words.lower[core]) and core + 1 < last)
        ):
            core += 1
        first = _title_start(first, words, lexicon)
    head = _top(core, last, words)
    gender: Gender = "n"
    if kind == "person":
        gender = _name_gender(first, core, last, words, lexicon)
    return Candidate(
        form="name",
        kind=kind,
        label=label,
        head=head,
        first=first,
        last=last,
        name=name_words(core, last, words),
        core=core,
        word=words.lower[last],
        gender=gender,
        plural=False,
        definite="the",
        quote=quote_of[head],
    )


def name_words(first: int, last: int, words: Words) -> tuple[str, ...]:
    """Return a name's words in lower case, without the marks between them."""
    found = tuple(
        words.lower[i].rstrip(".") if len(words.lower[i]) <= 3 else words.lower[i]
        for i in range(first, last + 1)
        if any(char.isalnum() for char in words.text[i]) and words.lower[i] not in ("'s", "’s")
    )
    return found or (words.lower[first],)


def _title_start(first: int, words: Words, lexicon: Lexicon) -> int:
    """Return where the titles before a person's name begin: "Russian Defense Minister ..."."""
    start = at = first
    for at in range(first - 1, max(first - _TITLE_REACH, 0) - 1, -1):
        low = words.lower[at]
        if low in TITLES or (lexicon.person_gender(low) and words.pos[at] in _TITLE_POS):
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
    return start


def _name_gender(first: int, core: int, last: int, words: Words, lexicon: Lexicon) -> Gender:
    for i in range(first, core):
        told = title_gender(words.lower[i]) or lexicon.person_gender(words.lower[i])
        if told == "m":
            return "m"
        if told == "f":
            return "f"
    given = lexicon.given.get(words.lower[core]) if last > core else None
    if given == "m":
        return "m"
    return "f" if given == "f" else "?"


def _top(first: int, last: int, words: Words) -> int:
    """Return the word in a stretch of tokens that the rest of the sentence hangs on."""
    for i in range(first, last + 1):
        if not first <= words.head[i] <= last or words.head[i] == i:
            return i
    return last


def _is_pronoun(i: int, words: Words) -> bool:
    text = words.text[i]
    if len(text) > 1 and text.isupper():  # US, IT
        near = words.text[max(i - 1, 0)] + words.text[min(i + 1, len(words) - 1)]
        if not near.isupper() or words.pos[i] == "PROPN":
            return False
    if text in ("I", "mine", "Mine"):
        return words.pos[i] in ("PRON", "DET", "")
    return text != "i" or words.pos[i] in ("PRON", "")


def _pronoun(i: int, words: Words, quote: int) -> Candidate:
    group = PRONOUNS[words.lower[i]]
    return Candidate(
        form="pronoun",
        kind="thing" if group == "it" else "person",
        label="",
        head=i,
        first=i,
        last=i,
        name=(),
        core=i,
        word=group,
        gender=_GENDER.get(group, "?"),
        plural=group in ("they", "we"),
        definite="the",
        quote=quote,
    )


def _nominal(i: int, words: Words, lexicon: Lexicon, quote: int) -> Candidate:
    first, last = noun_phrase(i, words)
    low = words.lower[i]
    plural = words.tag[i] in ("NNS", "NNPS")
    gender: Gender = "n"
    told = lexicon.person_gender(low)
    if told:
        kind: Kind = "person"
        gender = "m" if told == "m" else "f" if told == "f" else "?"
    elif lexicon.is_group(low):
        kind = "org"
    elif low in lexicon.place or (plural and low.rstrip("s") in lexicon.place):
        kind = "place"
    else:
        kind = "time" if low.rstrip("s") in lexicon.time or low in lexicon.time else "thing"
    return Candidate(
        form="nominal",
        kind=kind,
        label="",
        head=i,
        first=first,
        last=last,
        name=(),
        core=first,
        word=low,
        gender=gender,
        plural=plural,
        definite=definiteness(i, words),
        quote=quote,
    )
