"""Every place that may name, describe or point to somebody or something.

Candidates are found in one pass over names (``doc.ents``), nouns and pronouns. Which of them
become mentions, the modules that link them decide.
"""

from typing import Literal

import msgspec
from spacy.tokens import Doc

from reader.annotate.coref.datelines import dateline_tokens
from reader.annotate.coref.lexicon import Lexicon
from reader.annotate.coref.naming import (
    Gender,
    gender_of,
    is_somebody,
    name_gender,
    name_start,
    name_words,
    title_start,
    top,
)
from reader.annotate.coref.phrases import definiteness, noun_phrase
from reader.annotate.coref.settle import settle
from reader.annotate.coref.spread import Stretch
from reader.annotate.coref.trimming import trimmed_names
from reader.annotate.words import Words
from reader.model.layer import Form
from reader.word_lists import by_word, listed

Kind = Literal["person", "org", "place", "norp", "event", "thing", "time", "amount"]
KINDS: dict[str, Kind] = {
    "PERSON": "person", "PER": "person", "ORG": "org", "GPE": "place", "LOC": "place",
    "FAC": "place", "NORP": "norp", "EVENT": "event", "DATE": "time", "TIME": "time",
    "MONEY": "amount", "PERCENT": "amount", "QUANTITY": "amount", "ORDINAL": "amount",
    "CARDINAL": "amount",
}  # fmt: skip
PRONOUNS = by_word(
    {
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves themself",
        "i": "i me my mine myself",
        "we": "we us our ours ourselves",
        "you": "you your yours yourself yourselves",
    }
)
TOGETHER = "two together"
"""Stands where a noun would for a coordination of two; of more it is empty."""
_GENDER: dict[str, Gender] = {"he": "m", "she": "f", "it": "n"}
_HEADS = listed("subj obj iobj obl nmod poss appos conj attr root other xcomp ccomp vocative")


class Candidate(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A possible mention; all numbers are of tokens."""

    form: Form
    kind: Kind
    label: str = ""
    """The entity type that the recogniser gave, also of coordinated names; else empty."""
    head: int
    first: int
    """First token of what is shown; titles before a name belong to it."""
    last: int
    name: tuple[str, ...] = ()
    """A name's words in lower case, without titles; empty for the other forms."""
    core: int
    """Where the name itself begins."""
    word: str
    """The head in lower case; of a pronoun its group (he, she, it, they, i, we, you)."""
    gender: Gender
    plural: bool = False
    definite: str = "the"
    """Of nominals: the, this, a, no, poss (its owner is named) or bare.

    Also of names in a dateline "no", for nothing later takes them up.
    """
    quote: int
    """The number of the innermost quote around it, or -1."""


def is_person(one: Candidate) -> bool:
    """Return whether a candidate is a person's name."""
    return one.form == "name" and one.kind == "person"


def is_joined(one: Candidate) -> bool:
    """Return whether a candidate is a coordination."""
    return one.form == "nominal" and one.word in ("", TOGETHER)


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
    finder = _Finder(words, lexicon, quote_of)
    found = finder.names(settle(trimmed_names(doc, words, lexicon), words, lexicon))
    for i, low in enumerate(words.lower):
        if low in PRONOUNS:
            if _is_pronoun(i, words):
                found.append(finder.pronoun(i))
        elif words.parsed and finder.is_noun(i):
            found.append(finder.nominal(i))
    if words.parsed:
        found.extend(_coordinations(found, words))
    found.sort(key=lambda one: (one.first, -one.last))
    return found


class _Finder:
    """Makes candidates of the names, nouns and pronouns of an article."""

    def __init__(self, words: Words, lexicon: Lexicon, quote_of: list[int]) -> None:
        self._words = words
        self._lexicon = lexicon
        self._quote_of = quote_of
        self._taken = bytearray(len(words))
        """The tokens that are part of a name, and no candidates by themselves."""

    def names(self, names: list[Stretch]) -> list[Candidate]:
        """Return the candidates that names make."""
        words, found = self._words, []
        places = frozenset(first for first, _, label in names if KINDS.get(label) == "place")
        datelines = dateline_tokens(words, places)
        for first, last, label in names:
            if label == "NORP" and first == last and is_somebody(first, words, self._lexicon):
                continue
            one = self._name(first, last, label)
            if one.head in datelines:
                one = msgspec.structs.replace(one, definite="no")
            for token in range(one.first, last + 1):
                # "*the bakery*'s owner, Agnes Dole": whose somebody is, is somebody else.
                self._taken[token] = token >= one.core or words.role[token] != "poss"
            found.append(one)
        return found

    def _name(self, first: int, last: int, label: str) -> Candidate:
        """Return the candidate that a name makes, with the titles before a person's."""
        words, lexicon = self._words, self._lexicon
        kind: Kind = KINDS.get(label, "thing")
        core = first
        gender: Gender = "n"
        if kind == "person":
            core = name_start(first, last, words, lexicon)
            first = title_start(first, last, words, lexicon)
            gender = name_gender(first, core, last, words, lexicon)
        head = top(first, last, words)
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
            quote=self._quote_of[head],
        )

    def is_noun(self, i: int) -> bool:
        """Return whether a word is a noun that is no part of a name and names an argument."""
        words = self._words
        return (
            words.pos[i] in ("NOUN", "PROPN")
            and words.role[i] in _HEADS
            and not self._taken[i]
            # Taggers call some white space a noun.
            and any(map(str.isalnum, words.text[i]))
        )

    def nominal(self, i: int) -> Candidate:
        """Return the description that a noun is the head of."""
        words = self._words
        first, last = noun_phrase(i, words)
        plural = words.tag[i] in ("NNS", "NNPS")
        kind, gender = self._what(i, plural)
        return Candidate(
            form="nominal",
            kind=kind,
            head=i,
            first=first,
            last=last,
            core=first,
            word=words.lower[i],
            gender=gender,
            plural=plural,
            definite=definiteness(i, words),
            quote=self._quote_of[i],
        )

    def _what(self, i: int, plural: bool) -> tuple[Kind, Gender]:
        """Return what a noun is for, and the gender that it tells."""
        lexicon, low = self._lexicon, self._words.lower[i]
        told = lexicon.person_gender(low)
        if told or is_somebody(i, self._words, lexicon):
            return "person", gender_of(told)
        if lexicon.is_group(low):
            return "org", "n"
        bare = low.rstrip("s")
        if low in lexicon.place or (plural and bare in lexicon.place):
            return "place", "n"
        return "time" if bare in lexicon.time or low in lexicon.time else "thing", "n"

    def pronoun(self, i: int) -> Candidate:
        """Return a pronoun as a candidate."""
        group = PRONOUNS[self._words.lower[i]]
        return Candidate(
            form="pronoun",
            kind="thing" if group == "it" else "person",
            head=i,
            first=i,
            last=i,
            core=i,
            word=group,
            gender=_GENDER.get(group, "?"),
            plural=group in ("they", "we"),
            quote=self._quote_of[i],
        )


def _coordinations(found: list[Candidate], words: Words) -> list[Candidate]:
    """Return "Russia and China" beside Russia and China: what "they" and "the pair" may mean."""
    by_head = {one.head: one for one in found if one.form != "pronoun"}
    out = []
    for one in by_head.values():
        parts = [by_head[c] for c in words.below(one.head, "conj") if c in by_head]
        if not parts or words.role[one.head] == "conj" or parts[-1].last <= one.last:
            continue
        if any(part.kind != one.kind for part in parts):
            continue
        # People and bodies together are somebody, "Russia and China" are no third place.
        each_named = one.kind in ("person", "org") and all(part.form == "name" for part in parts)
        label = one.label if each_named else ""
        joined = msgspec.structs.replace(
            one, form="nominal", label=label, last=parts[-1].last, name=(), core=one.first,
            word=TOGETHER if len(parts) == 1 else "", plural=True, definite="the",
            gender="n" if one.gender == "n" else "?",
        )  # fmt: skip
        out.append(joined)
    return out


def _is_pronoun(i: int, words: Words) -> bool:
    text = words.text[i]
    if len(text) > 1 and text.isupper():  # US, IT
        near = words.text[max(i - 1, 0)] + words.text[min(i + 1, len(words) - 1)]
        if not near.isupper() or words.pos[i] == "PROPN":
            return False
    if text in ("I", "mine", "Mine"):
        return words.pos[i] in ("PRON", "DET", "")
    return text != "i" or words.pos[i] in ("PRON", "")
