"""What people are said to be: "Russian Defense Minister ...", "..., vice chairman of China's ...".

A role is a noun with the words that narrow it down, and the country or body that it belongs to.
Whoever is introduced with one is meant by a later "the vice chairman" or "the Chinese general".
"""

from dataclasses import dataclass

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.lexicon import Lexicon, singular
from reader.annotate.coref.phrases import is_passive, noun_phrase
from reader.annotate.coref.refs import country_code
from reader.annotate.words import Words
from reader.word_lists import by_word, listed

RANKS = listed("vice deputy assistant associate former ex acting interim late outgoing prime")
"""Words that make another office of one: a vice president is no president."""
_EMPTY = listed("the a an this that its his her their our my 's ’s and , - chief own new then -")
_OWNS = frozenset(("of", "for", "at", "in", "with", "to"))
_SAME = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "premier": "minister",
    "councilman": "councillor", "councilwoman": "councillor", "councilor": "councillor",
    "congressman": "representative", "congresswoman": "representative", "attorney": "lawyer",
}  # fmt: skip
_WEAK = listed(
    "citizen member resident native fan person man woman boy girl people one friend student "
    "supporter guest visitor local individual"
)
"""What so many are that a later "the citizen" does not mean the one who was called so."""
_AGES = by_word(
    {
        "young": "boy girl child kid baby infant toddler teen teenager youngster youth student "
        "pupil schoolboy schoolgirl",
        "grown": "man woman",
        "charged": "defendant accused suspect",
        "harmed": "victim deceased casualty",
    }
)
"""Nouns by which one and the same person is called."""
_DONE_TO = {
    "defendant": listed(
        "charged accused arrested convicted sentenced jailed indicted acquitted remanded detained"
    ),
    "victim": listed("killed murdered stabbed attacked assaulted injured wounded robbed kidnapped"),
}
_DOES = {
    "defendant": listed("denies denied deny pleads pleaded plead"),
    "victim": listed("died dies"),
}
"""What makes whoever it is done to, or who does it, a defendant or a victim."""
_OPENS = listed("a an the its his her their my our")
_CLOSES = frozenset((",", ".", ";", ":", ")", "–", "—", "?", "!"))
_REACH = 12
_STOPS = frozenset((".", ";", ":", "(", ")", "“", "”", '"', "?", "!", "\n"))


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is."""

    noun: str
    """Singular, lower case; one word for chairman, chairwoman and chair."""
    narrower: frozenset[str]
    """The words before it, lower case: vice, defense."""
    owner: frozenset[str]
    """The words of whom or what it belongs to, countries as ISO codes."""
    word: str = ""
    """The noun as it is written, singular: spokeswoman."""

    @property
    def rank(self) -> frozenset[str]:
        """The words that make another office of it."""
        return self.narrower & RANKS


def read_role(first: int, last: int, words: Words, lexicon: Lexicon) -> Role | None:
    """Return the role that the tokens from `first` to `last` state, if there is one."""
    head = -1
    for i in range(first, last + 1):
        low = words.lower[i]
        if low in _OWNS and head >= 0:
            break
        if lexicon.titles.get(low) or (
            lexicon.person_gender(low) and words.pos[i] in ("NOUN", "PROPN", "ADJ", "")
        ):
            head = i
        elif head >= 0 and words.text[i] in (",", "who", "that"):
            break
    if head < 0:
        return None
    noun = _noun(words.lower[head], lexicon)
    narrower: set[str] = set()
    owner: set[str] = set()
    if " " in noun:  # "PM": prime minister
        rank, noun = noun.rsplit(" ", 1)
        narrower.add(rank)
    for i in range(first, head):
        _sort_word(i, words, lexicon, narrower, owner)
    if head + 1 <= last and words.lower[head + 1] in _OWNS:
        for i in range(head + 2, last + 1):
            if words.text[i] in (",", "—", "–") or words.lower[i] in ("who", "which"):
                break
            _sort_word(i, words, lexicon, owner, owner)
    word = singular(words.lower[head])
    return Role(noun, frozenset(narrower), frozenset(owner), word)


def _noun(low: str, lexicon: Lexicon) -> str:
    noun = lexicon.titles.get(low) or singular(low)
    return _SAME.get(noun, noun)


def _sort_word(i: int, words: Words, lexicon: Lexicon, narrower: set[str], owner: set[str]) -> None:
    low = words.lower[i]
    if low in _EMPTY or low in _OWNS or not any(char.isalnum() for char in low):
        return
    code = country_code(lexicon.demonym.get(low, "")) or country_code(words.text[i])
    if code:
        owner.add(code)
    elif i + 1 < len(words) and words.lower[i + 1] in ("'s", "’s"):
        owner.add(low)
    else:
        narrower.add("former" if low == "ex" else low)


def fits(said: Role, known: Role) -> bool:
    """Return whether a description can mean somebody of a known role.

    "The minister" can mean the defense minister; "the president" cannot mean a vice president,
    nor "the French minister" the German one.
    """
    if said.noun != known.noun or said.rank - {"prime"} != known.rank - {"prime"}:
        return False
    everything = known.narrower | known.owner
    if not said.narrower <= everything:
        return False
    return not said.owner or not known.owner or bool(said.owner & everything)


def is_telling(role: Role) -> bool:
    """Return whether a role is one that a later "the ..." can lead back to."""
    return role.noun not in _WEAK


def age_of(noun: str) -> str:
    """Return the age or fate that a noun for a person tells, empty if none."""
    return _AGES.get(noun, "")


def is_specific(role: Role) -> bool:
    """Return whether a role says whose it is, so that it can introduce somebody."""
    return bool(role.owner)


def roles_of(
    one: Candidate, beside: tuple[int, int] | None, words: Words, lexicon: Lexicon
) -> list[Role]:
    """Return what the text around a person's name says that he or she is.

    Args:
        one: The name.
        beside: Its apposition (see `apposition`), if it has one.
        words: The article's words.
        lexicon: The word lists.
    """
    spans = [beside, _predicate(one, words)]
    if one.first < one.core:
        spans.append((one.first, one.core - 1))
    found = [read_role(*span, words, lexicon) for span in spans if span]
    return [role for role in found if role is not None]


def fates_of(one: Candidate, words: Words) -> list[str]:
    """Return what the verb of a name makes of somebody: "Lee *denies* theft": a defendant."""
    if words.role[one.head] != "subj":
        return []
    verb = words.head[one.head]
    verbs = _DONE_TO if is_passive(verb, words) else _DOES
    return [noun for noun, known in verbs.items() if words.lower[verb] in known]


def apposition(
    one: Candidate, words: Words, lexicon: Lexicon, is_title: list[bool]
) -> tuple[int, int] | None:
    """Return the description after a name and a comma: "Zhang Youxia, *vice chairman of* ..."."""
    at = one.last + 1
    if at >= len(words) or words.text[at] != ",":
        return None
    at += 1
    if at + 1 < len(words) and words.text[at].isdigit() and words.text[at + 1] == ",":
        at += 2  # an age
    start, found = at, False
    for i in range(start, min(start + _REACH, len(words))):
        low = words.lower[i]
        if is_title[i] or (
            words.pos[i] in ("VERB", "AUX", "PRON", "SCONJ")
            and low not in ("its", "his", "her", "their")
        ):
            break
        if words.text[i] in _STOPS or (words.text[i] == "," and found) or "\n" in words.text[i]:
            return (start, i - 1) if found else None
        if words.text[i] == "," or (not found and low in _OWNS | {"and", "or", "but"}):
            return None
        if not found and lexicon.person_gender(low) is not None:
            if words.role[i] == "subj" and words.head[i] > i:
                return None  # "According to Lee, the minister said": another one
            found = True
        at = i
    return (start, at) if found else None


def described_behind(one: Candidate, words: Words) -> int | None:
    """Return the last token of an apposition by the parse: "Dieter Kranz, *a compositor*, said"."""
    at = one.last + 2
    if at >= len(words) or words.text[at - 1] != "," or words.lower[at] not in _OPENS:
        return None
    for child in words.below(one.head, "appos"):
        if words.left[child] <= at <= child:
            last = noun_phrase(child, words)[1]
            closed = last + 1 >= len(words) or words.text[last + 1] in _CLOSES
            return last if closed else None
    return None


def _predicate(one: Candidate, words: Words) -> tuple[int, int] | None:
    """Return what a copula says of a name: "Lee is *the mayor of* ..."."""
    if words.role[one.head] != "subj":
        return None
    head = words.head[one.head]
    for child in words.children[head]:
        if words.role[child] == "cop" and child < head:
            return child + 1, words.right[head]
        if words.role[child] == "attr" and child > head:
            return words.left[child], words.right[child]
    return None
