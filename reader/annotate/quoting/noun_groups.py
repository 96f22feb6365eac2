"""Noun phrases by word order: where the words that name a speaker begin and end.

Word classes decide about neighbours, for they are more often right than arcs are.
"""

from reader.annotate.quoting.syntax import NOMINAL
from reader.annotate.words import Words
from reader.word_lists import listed

STARTS_GROUP = NOMINAL | {"DET", "ADJ"}
_MAX_PHRASE = 30
_STEPS = 8


def phrase(words: Words, head: int) -> tuple[int, int]:
    """Return the noun phrase around ``head`` as a token range, half-open.

    Determiners, titles and modifiers before it; the rest of a name, prepositional phrases and
    shortened clauses ("one aide familiar with the plan") behind it; no appositions, no relative
    clauses, nothing behind a comma or bracket. Word classes decide about neighbours, for they are
    more often right than arcs are: a parser may hang "Jessica" and "Ditto" from a verb one by one.
    """
    if words.pos[head] == "PRON":
        return head, head + 1
    start, end = noun_group(words, head)
    while end < len(words) and end - start < _MAX_PHRASE:
        shortened = _is_shortened(words, end)
        at = end + shortened
        if not (shortened or _hangs_inside(words, start, at)):
            break
        target = words.head[at] if words.dep[at] == "case" else at + 1
        if not at < target < min(len(words), at + _STEPS + 1):
            break
        end = noun_group(words, target)[1]
    return start, end


def _is_shortened(words: Words, end: int) -> bool:
    """Whether "familiar with", "known as" or the like goes on with the noun before ``end``."""
    return (
        (words.pos[end] == "ADJ" or words.tag[end] == "VBN")
        and end + 2 < len(words)
        and words.pos[end + 1] == "ADP"
        and words.pos[end + 2] in STARTS_GROUP
        and words.lower[end] not in CALENDAR
    )


def noun_group(words: Words, head: int) -> tuple[int, int]:
    """Return the unbroken run of determiners, modifiers and nouns around ``head``."""
    start, end = head, head + 1
    at = _word_before(words, start)
    while at >= 0 and head - at < _MAX_PHRASE and _modifies(words, at, start):
        start, at = at, _word_before(words, at)
    at = _word_behind(words, end)
    while at < len(words) and at - head < _MAX_PHRASE and _prolongs(words, at, end):
        end = at + 1
        at = _word_behind(words, end)
    while start < head and words.pos[start] in _NO_START:
        start += 1
    return start, end


_NO_START = frozenset({"PUNCT", "PART", "SYM", "SPACE"})


def _word_before(words: Words, at: int) -> int:
    """Step over a blank that is a token of its own (a no-break space), not over a line end."""
    at -= 1
    return at - 1 if at > 0 and words.blank[at] and "\n" not in words.text[at] else at


def _word_behind(words: Words, at: int) -> int:
    blank = at < len(words) and words.blank[at] and "\n" not in words.text[at]
    return at + 1 if blank else at


def _modifies(words: Words, at: int, start: int) -> bool:
    """Whether the token at ``at`` belongs to the noun group that starts at ``start``, behind it."""
    lower, pos = words.lower[at], words.pos[at]
    # A day beside the group, not one inside it: "71-year-old", "a Wednesday editorial".
    inside = words.lower[start] in _HYPHENS or (at > 0 and words.lower[at - 1] in _ARTICLES)
    dated = lower in CALENDAR and not inside
    if lower in _STOPS or words.blank[at] or dated:
        return False
    if words.lower[start] in _DETERMINERS:
        return lower in _PREDETERMINERS
    if pos == "PUNCT":
        return lower in _HYPHENS and not words.spaced[at]
    if pos == "PART":
        return lower in ("'s", "’s", "'", "’")
    if pos == "PRON":
        return words.role[at] == "poss" or lower in _DETERMINERS
    return lower in _DETERMINERS or pos in ("ADJ", "NOUN", "PROPN", "NUM")


def _prolongs(words: Words, at: int, end: int) -> bool:
    """Whether the token at ``at`` goes on with the noun group that ends at ``end``, before it."""
    lower, pos = words.lower[at], words.pos[at]
    before, before_pos = words.lower[end - 1], words.pos[end - 1]
    dated = lower in CALENDAR and not (before in _ARTICLES and _is_amid(words, at))
    if lower in _STOPS or words.blank[at] or dated:
        return False
    if lower in _HYPHENS:
        return not words.spaced[at] and not words.spaced[end - 1]
    if before in _HYPHENS or before in ("'s", "’s"):
        return pos in ("NOUN", "PROPN", "ADJ", "NUM")
    if lower in ("'s", "’s") or (lower in ("'", "’") and pos == "PART"):
        return words.tag[at] == "POS" or words.dep[at] == "case"
    opening = before in _DETERMINERS or before_pos == "NUM" or before == "one"
    if pos == "PROPN":
        return opening or before_pos in _BEFORE_NOUN
    compound = end > 1 and words.lower[end - 2] in _HYPHENS  # a 52-count civil complaint
    opening = opening or compound or before_pos == "ADJ"
    amid = words.text[at][:1].isupper() or _is_amid(words, at)  # a New Hampshire Republican
    joins = pos == "NOUN" or (pos in ("ADJ", "NUM") and (opening or amid))
    apart = words.start[at] > words.end[end - 1]
    return joins and apart and (opening or before_pos in _BEFORE_NOUN)


def _is_amid(words: Words, at: int) -> bool:
    """Whether a noun follows a modifier."""
    after = at + 1
    noun = after < len(words) and words.pos[after] in ("NOUN", "PROPN")
    return noun and words.lower[after] not in CALENDAR


def _hangs_inside(words: Words, start: int, end: int) -> bool:
    """Whether a preposition at ``end`` starts a phrase that the noun group governs."""
    if words.dep[end] == "prep":
        return start <= words.head[end] < end
    if words.dep[end] != "case" or words.lower[end] in _STOPS:
        return False
    noun = words.head[end]
    return noun > end and words.dep[noun].startswith("nmod") and start <= words.head[noun] < end


_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_HYPHENS = frozenset({"-", "–", "‐", "‑", "/"})
_ARTICLES = frozenset({"a", "an", "the"})
_PREDETERMINERS = frozenset({"all", "both", "half"})
_DETERMINERS = listed(
    "the a an this that these those some many several few all both most no any another other his"
    " her its their our my your"
)
CALENDAR = listed(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
    " january february march april may june july august september october november december"
    " week month year day weeks months years days hours decades morning afternoon evening"
    " night"
)
"""Words that stand beside a subject without belonging to it ("on Wednesday Putin said")."""
_STOPS = listed(", ( ) [ ] ; : -- — ― “ ” \" `` '' « » … who which that whom where when")
