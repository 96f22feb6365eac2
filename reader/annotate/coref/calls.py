"""Names that say who speaks next: labels ("Speaker Pelosi."), calls and introductions."""

from dataclasses import dataclass

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.phrases import is_predicate
from reader.annotate.coref.voices import Paragraph, Turns, Voice, is_named
from reader.word_lists import listed

_ENDS = frozenset((".", "?", ":", "!", ",", "–", "—", "-", "--"))
_ADDRESS = frozenset(("you", "your", "yourself", "please"))
_ORATION = listed("argument statement remarks testimony speech address opening evidence")
_GREETINGS = listed("hey hi hello welcome guys everyone everybody")
_GREETING = 15
"""A paragraph that greets does so in its first words."""
_OPENING = 2
"""So many paragraphs may go by before whoever tells a story says who it is."""
_NEAR = 30
"""Words around a name in which "you" is whoever is called by it."""
_HEADING = 16
"""A paragraph of fewer words may be a heading."""


def read_introductions(
    paragraphs: list[Paragraph], turns: Turns, evidence: Evidence
) -> Voice | None:
    """Note who says "I'm Ann Lee", "my name is Ann", "it's Ann here".

    Returns:
        Who does so at the opening, if anybody: the one who tells the rest, too.
    """
    opening = None
    for number, paragraph in enumerate(paragraphs):
        for i in paragraph.names:
            opens = number < _OPENING and _greets(paragraph, evidence)
            if _is_introduced(i, paragraph, opens, evidence):
                voice = Voice(i, "introduces himself or herself", 0.8)
                turns.speaker.setdefault(paragraph.number, voice)
                if number < _OPENING and opening is None:
                    opening = voice
                break
    return opening


def _is_introduced(i: int, paragraph: Paragraph, opens: bool, evidence: Evidence) -> bool:
    words, one = evidence.words, evidence.candidates[i]
    said = " ".join(words.lower[max(one.first - 3, paragraph.first) : one.first])
    after = words.lower[one.last + 1 : one.last + 2]
    if said.endswith(("i 'm", "i ’m", "i am", "my name is", "my name 's", "my name ’s")):
        return _is_named_again(i, evidence)
    if said.endswith(("it 's", "it ’s", "this is")):
        return opens or (after in (["here"], ["and"]) and _is_named_again(i, evidence))
    return False


def _greets(paragraph: Paragraph, evidence: Evidence) -> bool:
    low = evidence.words.lower[paragraph.first : paragraph.first + _GREETING]
    return "i" in paragraph.words and not _GREETINGS.isdisjoint(low)


def _is_named_again(i: int, evidence: Evidence) -> bool:
    """Return whether a person has another name in the article than the one after "I'm"."""
    members = evidence.clusters.members[evidence.clusters.find(i)]
    return any(j != i and evidence.candidates[j].form == "name" for j in members[:9])


def read_labels(paragraphs: list[Paragraph], turns: Turns, evidence: Evidence) -> None:
    """Carry on from a name that stands alone, or is called last, to the paragraphs after it."""
    voice: Voice | None = None
    surely = False  # has whoever has the word just been named?
    for paragraph in paragraphs:
        label = _label(paragraph, evidence)
        if label is not None and label.opens:
            voice, surely = Voice(label.mention, "speaks here", 0.75), True
        if voice is not None:
            _give_word(paragraph, voice, surely, turns, evidence)
        following = _called_next(paragraph, turns, evidence)
        if label is not None and not label.opens:
            following = Voice(label.mention, "is called on to speak", 0.75)
        voice, surely = following or voice, following is not None


def _give_word(
    paragraph: Paragraph, voice: Voice, surely: bool, turns: Turns, evidence: Evidence
) -> None:
    """Note who has the word in a paragraph, or whom it asks."""
    if surely:
        turns.speaker[paragraph.number] = voice
    elif turns.is_talk and paragraph.asks(evidence.words.text):
        turns.hearer.setdefault(paragraph.number, voice)
    else:
        turns.speaker.setdefault(paragraph.number, voice)


def _called_next(paragraph: Paragraph, turns: Turns, evidence: Evidence) -> Voice | None:
    """Note who is addressed in a paragraph, and return who then speaks, if that is the same.

    "Mr. Kim, you have ten minutes": where people are so called, they then speak.
    """
    called = _called(paragraph, evidence)
    if called is None:
        return None
    voice = Voice(called, "is spoken to", 0.7)
    turns.hearer[paragraph.number] = voice
    one = evidence.candidates[called]
    titled = one.first < one.core
    return voice if turns.is_talk and "i" not in paragraph.words and titled else None


@dataclass(frozen=True, slots=True)
class _Label:
    """Somebody named so as to speak."""

    mention: int
    opens: bool
    """Whether the name opens the paragraph; else it calls on whoever speaks in the next."""


def _label(paragraph: Paragraph, evidence: Evidence) -> _Label | None:
    """Return whose words follow a heading, a name that is a sentence by itself, or capitals."""
    heading = _heading(paragraph, evidence)
    if heading is not None:
        return _Label(heading, opens=False)
    words = evidence.words
    for i in paragraph.names:
        one = evidence.candidates[i]
        after = one.last + 1
        if after <= paragraph.last and words.text[after] not in (".", "?", ":"):
            continue
        if one.first == paragraph.first:
            return _Label(i, opens=after < paragraph.last)
        if after >= paragraph.last and words.text[one.first - 1] in (".", "?", "!"):
            return _Label(i, opens=False)
    return _capitals(paragraph, evidence)


def _capitals(paragraph: Paragraph, evidence: Evidence) -> _Label | None:
    """Return whose title stands in capitals before a colon: "THE PRESIDENT: Thank you"."""
    words = evidence.words
    for i in paragraph.titles:
        one = evidence.candidates[i]
        after = one.last + 1
        if (
            after <= paragraph.last
            and words.text[after] == ":"
            and words.between(one.first, one.last).isupper()
            and is_named(i, evidence)
        ):
            return _Label(i, opens=after < paragraph.last)
    return None


def _heading(paragraph: Paragraph, evidence: Evidence) -> int | None:
    """Return whose words follow a heading: "Oral argument of Gen. Prelogar"."""
    words = evidence.words
    low = words.lower[paragraph.first : paragraph.last + 1]
    if len(low) > _HEADING or len(paragraph.names) != 1 or not _ORATION.intersection(low):
        return None
    one = evidence.candidates[paragraph.names[0]]
    before = words.lower[max(one.first - 2, paragraph.first) : one.first]
    return paragraph.names[0] if {"of", "by"}.intersection(before) else None


def _called(paragraph: Paragraph, evidence: Evidence) -> int | None:
    """Return who is addressed: "Mr. Sova, you've reserved", "Thank you, Ms. Lau"."""
    words = evidence.words
    for i in reversed(paragraph.names):
        one = evidence.candidates[i]
        if _is_vocative(one, paragraph, evidence):
            here = words.sentence[one.head]
            stretch = range(
                max(one.first - _NEAR, paragraph.first), min(one.last + _NEAR, paragraph.last) + 1
            )
            near = (
                words.lower[k] in _ADDRESS for k in stretch if words.sentence[k] - here in (0, 1)
            )
            if any(near):
                return i
    return None


def _is_vocative(one: Candidate, paragraph: Paragraph, evidence: Evidence) -> bool:
    words = evidence.words
    if words.role[one.head] in ("subj", "obj", "obl", "nmod", "appos", "conj", "poss"):
        return False
    opens = one.first == paragraph.first or words.text[one.first - 1] in _ENDS
    closes = one.last >= paragraph.last or words.text[one.last + 1] in _ENDS
    return opens and closes and not is_predicate(one.head, words)
