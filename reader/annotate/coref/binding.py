"""What syntax says of a pronoun and a phrase of its sentence (the binding theory's part)."""

from reader.annotate.coref.candidates import Candidate
from reader.annotate.words import Words
from reader.word_lists import listed

_MOST_CLIMBS = 30
_REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves", "themself"))
_WHERE = listed("behind with around before after above below beside near over under about")
_CLAUSES = frozenset(("advcl", "acl", "xcomp"))


def is_possessive(one: Candidate, words: Words) -> bool:
    """Return whether a pronoun is an owner ("his")."""
    return words.role[one.head] in ("poss", "det") or words.tag[one.head] == "PRP$"


def is_reflexive(one: Candidate, words: Words) -> bool:
    """Return whether a pronoun points back into its own clause ("himself")."""
    return words.lower[one.head] in _REFLEXIVES


def is_forbidden(one: Candidate, other: Candidate, words: Words) -> bool:
    """Return whether syntax keeps a pronoun and a candidate of its sentence apart.

    Two arguments of one verb differ ("he met *him*") unless the pronoun is reflexive; an owner is
    not what it owns; and the unsaid subject of a participle is its clause's subject, so that in
    "receiving the general, he said" the two differ.
    """
    pronoun, head = one.head, other.head
    if other.first <= pronoun <= other.last:
        return True
    if is_reflexive(one, words):
        return False
    if is_possessive(one, words):
        # "his" in "his brother Tom": neither brother nor Tom.
        owned = words.head[pronoun]
        return head == owned or (
            words.head[head] == owned and words.role[head] in ("appos", "flat")
        )
    ruler, other_ruler = words.governor(pronoun), words.governor(head)
    if ruler == other_ruler and words.role[head] != "poss":
        return not (words.role[head] == "subj" and _is_somewhere(pronoun, words))
    if words.role[head] == "conj" and words.governor(words.head[head]) == ruler:
        return True
    return (
        words.role[pronoun] == "subj"
        and words.role[head] in ("obj", "obl", "iobj", "appos")
        and words.role[other_ruler] in _CLAUSES
        and words.head[other_ruler] == ruler
        and next(words.below(other_ruler, "subj"), None) is None
    )


def _is_somewhere(pronoun: int, words: Words) -> bool:
    """Return whether a pronoun only says where: "she looked *around her*"."""
    if words.role[words.head[pronoun]] == "prep":
        return words.lower[words.head[pronoun]] in _WHERE
    cases = (words.lower[case] for case in words.below(pronoun, "case"))
    return words.role[pronoun] == "obl" and not _WHERE.isdisjoint(cases)


def hangs_below(word: int, top: int, words: Words) -> bool:
    """Return whether a word stands under another in the tree."""
    for _ in range(_MOST_CLIMBS):
        if word == top:
            return True
        if words.head[word] == word:
            return False
        word = words.head[word]
    return False


def commands(other: int, pronoun: int, words: Words) -> bool:
    """Return whether a subject's clause holds the pronoun: "*Lee* said that she ..."."""
    return words.role[other] == "subj" and hangs_below(pronoun, words.head[other], words)
