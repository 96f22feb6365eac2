"""Whether two stretches of text name the same speaker.

The measure follows the usual practice for PolNeAR (Newell et al. 2018): heads of the phrases are
compared, since annotators differ about titles, appositions and relative clauses.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from reader.word_lists import listed

WORD = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*")
_PRONOUNS = listed(
    "i you he she it we they him her them me us his hers their theirs its who himself herself"
    " themselves this that these those one"
)
_BEHIND_HEAD = listed(
    "of for from in at on with to by about near who whom whose which that and as during before"
    " after under over inside outside"
)
_SUFFIXES = listed("jr sr ii iii iv")

Offsets = tuple[int, int]


def heads(text: str, span: Offsets) -> set[str]:
    """Return the words that may head the noun phrase, in lower case, without possessive 's.

    The last word before the first comma, bracket, preposition or relative pronoun, and the last
    capitalised word if it ends the part before the first comma ("Secretary of State Clinton").
    """
    phrase = text[span[0] : span[1]]
    part = re.split(r"[,(\[;:—–]", phrase, maxsplit=1)[0]
    words = WORD.findall(part) or WORD.findall(phrase)
    if not words:
        return set()
    cut = next((k for k, w in enumerate(words) if k and w.lower() in _BEHIND_HEAD), len(words))
    kept = words[:cut]
    while len(kept) > 1 and kept[-1].lower() in _SUFFIXES:
        kept.pop()
    found = {_bare(kept[-1])}
    if words[-1][0].isupper() and words[-1].lower() not in _SUFFIXES:
        found.add(_bare(words[-1]))
    for before, joint in pairwise(words):
        if joint.lower() == "and":
            found |= {_bare(before), _bare(words[-1])}
    return found - {""}


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).lower()


def same_speaker(text: str, said: Offsets | None, sources: Iterable[Offsets]) -> bool:
    """Whether ``said`` names one of ``sources``: it overlaps its head, or is the same name.

    Args:
        text: What the offsets count in.
        said: The words given as the speaker.
        sources: The words that the gold standard gives.
    """
    if said is None:
        return False
    mine = heads(text, said)
    for source in sources:
        theirs = heads(text, source)
        lo, hi = max(said[0], source[0]), min(said[1], source[1])
        if lo < hi:
            shared = {_bare(word) for word in WORD.findall(text[lo:hi])}
            if mine & theirs or theirs & shared:
                return True
        names = not _is_pronoun(text, said) and not _is_pronoun(text, source)
        if names and (mine & theirs) - _PRONOUNS:
            return True
    return False


def _is_pronoun(text: str, span: Offsets) -> bool:
    words = WORD.findall(text[span[0] : span[1]])
    return len(words) == 1 and words[0].lower() in _PRONOUNS
