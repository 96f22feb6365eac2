"""Noun phrases: where one begins and ends, and what its determiner says."""

from reader.annotate.words import Words
from reader.word_lists import listed

_LEFT = frozenset(("det", "amod", "nummod", "compound", "poss", "flat", "nmod"))
_RIGHT = frozenset(("flat", "nmod", "prep", "acl", "relcl", "amod", "nummod", "compound"))
_SKIP = frozenset(("punct", "case", "advmod", "other"))
_THE = frozenset(("the", "both"))
_THIS = frozenset(("this", "that", "these", "those", "such"))
_ONE = listed("a an some any another every each many several few most all more")
_COMMAS = frozenset((",", "–", "—", ";", ":", "("))
_SELF = ("self", "selves")
_BE = listed("is are was were be been being got")
_LONGEST = 25


def noun_phrase(head: int, words: Words) -> tuple[int, int]:
    """Return the first and last token of the phrase around a noun.

    Prepositions before it, appositions, coordinated phrases and what follows after a comma are
    left out, as is all of a very long phrase but the words before its noun.
    """
    first = last = head
    for child in words.children[head]:
        if child < head:
            if words.role[child] in _LEFT:
                first = min(first, words.left[child])
        elif words.role[child] in _RIGHT:
            opens = words.left[child]
            if words.text[opens] in _COMMAS or words.text[opens - 1] in _COMMAS:
                break
            if words.lower[child].endswith(_SELF):
                break  # "treated his daughter *himself*"
            last = max(last, words.right[child])
        elif words.role[child] not in _SKIP:
            break
    if last - head > _LONGEST:
        last = head
    return max(first, head - _LONGEST), last


def definiteness(head: int, words: Words) -> str:
    """Return what opens a noun phrase: the, this, a, no, poss or bare."""
    for child in words.children[head]:
        role = words.role[child]
        if role == "poss":
            return "poss"
        if role == "det":
            low = words.lower[child]
            if low in _THE:
                return "the"
            if low in _THIS:
                return "this"
            if low in _ONE:
                return "a"
            if low == "no":
                return "no"
        elif role == "nummod" and child < head:
            return "a"
    return "bare"


def is_predicate(head: int, words: Words) -> bool:
    """Return whether a noun says what something is: "she is *chair*"."""
    return words.role[head] == "attr" or next(words.below(head, "cop"), None) is not None


def subject_of(head: int, words: Words) -> int | None:
    """Return the subject of a verb or of a predicate noun, or None."""
    return next(words.below(head, "subj"), None)


def is_passive(verb: int, words: Words) -> bool:
    """Return whether a verb is in the passive voice, by its auxiliary: "was named"."""
    return any(words.lower[child] in _BE for child in words.below(verb, "aux"))
