"""Who speaks where nothing is in quotation marks: interviews, transcripts, whoever tells a story.

A paragraph's voice is known by a label ("Speaker Pelosi."), by being called ("Ms. Lau, you may
begin"), by an introduction ("I'm Ann Lee"), or in an interview by the person whom its title or
opening names: the one who answers, and who is asked.
"""

from collections import Counter
from dataclasses import dataclass

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import listed
from reader.annotate.coref.phrases import is_predicate

_ENDS = frozenset((".", "?", ":", "!", ",", "–", "—", "-", "--"))
_TALKS = listed("interview interviews interviewed interviewing spoke talked talks sat chatted q&a")
_BY = listed("remarks speech address statement letter diary by")
_ADDRESS = frozenset(("you", "your", "yourself", "please"))
_ORATION = listed("argument statement remarks testimony speech address opening evidence")
_OPENING = 12
"""So many paragraphs may pass before the first question of an interview."""
_LEAD = 1.5
"""The person interviewed is mentioned so much more often than any other."""
_NEAR = 30
"""Words around a name in which "you" is whoever is called by it."""
_HEADING = 16
"""A paragraph of fewer words may be a heading."""
_OFTEN = 3
"""So often he or she is named where nothing says that it is an interview."""
_MARKS, _QUESTIONS, _ANSWERS = 2, 3, 3
"""So many paragraphs that ask "you" (some with a question mark), and that say "I", make a talk."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom "I" or "you" means in a paragraph."""

    mention: int
    why: str
    sure: float


@dataclass(frozen=True, slots=True)
class Turns:
    """The voices of an article, by paragraph; one that is missing is not known."""

    speaker: dict[int, Voice]
    hearer: dict[int, Voice]
    is_talk: bool
    """Whether several people speak, so that "I" changes from paragraph to paragraph."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    number: int
    first: int
    last: int
    """Tokens, without the white space around them."""
    words: frozenset[str]
    """The groups of the pronouns outside quotes: i, we, you."""
    names: tuple[int, ...]
    """Mentions of people by name, outside quotes."""

    def asks(self, text: list[str]) -> bool:
        """Return whether the paragraph is what an interviewer says."""
        return text[self.last] == "?" or ("you" in self.words and "i" not in self.words)


def read_turns(evidence: Evidence) -> Turns:
    """Return who speaks in which paragraph; nothing where nobody says "I" or "you"."""
    spoken = {
        one.word for one in evidence.candidates if one.form == "pronoun" and one.quote < 0
    } & {"i", "you"}
    if not spoken:
        return Turns({}, {}, False)
    paragraphs = _paragraphs(evidence)
    text = evidence.words.text
    asking = [p for p in paragraphs if "you" in p.words and p.asks(text)]
    first = next((p.number for p in asking if text[p.last] == "?"), None)
    telling = [p for p in paragraphs if "i" in p.words and not p.asks(text)]
    marks = sum(text[p.last] == "?" for p in asking)
    is_talk = marks >= _MARKS and len(asking) >= _QUESTIONS and len(telling) >= _ANSWERS
    turns = Turns({}, {}, is_talk)
    _introduced(paragraphs, turns, evidence)
    if first is not None and telling:
        _interview(paragraphs, first, turns, evidence)
    _labelled(paragraphs, turns, evidence)
    if not is_talk:
        _told(paragraphs, turns, evidence)
    return turns


def _paragraphs(evidence: Evidence) -> list[_Paragraph]:
    words = evidence.words
    bounds: dict[int, list[int]] = {}
    for i, text in enumerate(words.text):
        if not text.isspace():
            bounds.setdefault(words.paragraph[i], [i, i])[1] = i
    said: dict[int, set[str]] = {}
    names: dict[int, list[int]] = {}
    for i, one in enumerate(evidence.candidates):
        if one.quote < 0:
            at = words.paragraph[one.head]
            if one.form == "pronoun":
                said.setdefault(at, set()).add(one.word)
            elif one.form == "name" and one.kind == "person":
                names.setdefault(at, []).append(i)
    return [
        _Paragraph(at, first, last, frozenset(said.get(at, ())), tuple(names.get(at, ())))
        for at, (first, last) in bounds.items()
    ]


def _introduced(paragraphs: list[_Paragraph], turns: Turns, evidence: Evidence) -> None:
    """Note who says "I'm Ann Lee", "my name is Ann", "it's Ann here"."""
    words = evidence.words
    for paragraph in paragraphs:
        for i in paragraph.names:
            one = evidence.candidates[i]
            low = words.lower[max(one.first - 3, paragraph.first) : one.first]
            said = " ".join(low)
            after = words.lower[one.last + 1 : one.last + 2]
            if _is_named_again(i, evidence) and (
                said.endswith(("i 'm", "i ’m", "i am", "my name is", "my name 's"))
                or (said.endswith(("it 's", "it ’s", "this is")) and after in (["here"], ["and"]))
            ):
                voice = Voice(i, "introduces himself or herself", 0.8)
                turns.speaker.setdefault(paragraph.number, voice)
                break


def _is_named_again(i: int, evidence: Evidence) -> bool:
    """Return whether a person has another name in the article than the one after "I'm"."""
    members = evidence.clusters.members[evidence.clusters.find(i)]
    return any(j != i and evidence.candidates[j].form == "name" for j in members[:9])


def _labelled(paragraphs: list[_Paragraph], turns: Turns, evidence: Evidence) -> None:
    """Carry on from a name that stands alone, or is called last, to the paragraphs after it."""
    words = evidence.words
    voice: Voice | None = None
    fresh = False
    for paragraph in paragraphs:
        label = _label(paragraph, evidence)
        heading = _heading(paragraph, evidence)
        if heading is not None:
            label = heading, False
        if label is not None and label[1]:
            voice, fresh = Voice(label[0], "speaks here", 0.75), True
        if voice and not fresh and paragraph.asks(words.text) and turns.is_talk:
            turns.hearer.setdefault(paragraph.number, voice)
        elif voice and fresh:
            turns.speaker[paragraph.number] = voice
        elif voice:
            turns.speaker.setdefault(paragraph.number, voice)
        fresh = False
        called = _called(paragraph, evidence)
        if called is not None:
            other = Voice(called, "is spoken to", 0.7)
            turns.hearer[paragraph.number] = other
            one = evidence.candidates[called]
            # "Mr. Kim, you have ten minutes": where people are so called, they then speak.
            if turns.is_talk and "i" not in paragraph.words and one.first < one.core:
                voice, fresh = other, True
        if label is not None and not label[1]:
            voice, fresh = Voice(label[0], "is called on to speak", 0.75), True


def _label(paragraph: _Paragraph, evidence: Evidence) -> tuple[int, bool] | None:
    """Return the person whose name is a sentence by itself, and whether it opens the paragraph."""
    words = evidence.words
    for i in paragraph.names:
        one = evidence.candidates[i]
        before = one.first - 1
        after = one.last + 1
        ends = after > paragraph.last or words.text[after] in (".", "?", ":")
        if not ends:
            continue
        if one.first == paragraph.first:
            return i, after < paragraph.last
        if after >= paragraph.last and words.text[before] in (".", "?", "!"):
            return i, False
    return None


def _heading(paragraph: _Paragraph, evidence: Evidence) -> int | None:
    """Return whose words follow a heading: "Oral argument of Gen. Prelogar"."""
    words = evidence.words
    low = words.lower[paragraph.first : paragraph.last + 1]
    if len(low) > _HEADING or len(paragraph.names) != 1 or not _ORATION.intersection(low):
        return None
    one = evidence.candidates[paragraph.names[0]]
    return paragraph.names[0] if words.lower[one.first - 1] in ("of", "by") else None


def _called(paragraph: _Paragraph, evidence: Evidence) -> int | None:
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


def _is_vocative(one: Candidate, paragraph: _Paragraph, evidence: Evidence) -> bool:
    words = evidence.words
    if words.role[one.head] in ("subj", "obj", "obl", "nmod", "appos", "conj", "poss"):
        return False
    opens = one.first == paragraph.first or words.text[one.first - 1] in _ENDS
    closes = one.last >= paragraph.last or words.text[one.last + 1] in _ENDS
    return opens and closes and not is_predicate(one.head, words)


def _interview(paragraphs: list[_Paragraph], first: int, turns: Turns, evidence: Evidence) -> None:
    """Give the answers, and "you" in the questions, to the one person interviewed."""
    person = _interviewee(paragraphs, first, evidence)
    if person is None:
        return
    voice = Voice(person, "is interviewed", 0.7)
    for paragraph in paragraphs:
        if paragraph.number < first:
            continue
        if paragraph.asks(evidence.words.text):
            turns.hearer.setdefault(paragraph.number, voice)
        else:
            turns.speaker.setdefault(paragraph.number, voice)


def _interviewee(paragraphs: list[_Paragraph], first: int, evidence: Evidence) -> int | None:
    """Return the person by full name whom the words before the first question speak of most."""
    words, clusters = evidence.words, evidence.clusters
    before = [p for p in paragraphs if p.number < first]
    if not before or len(before) > _OPENING:
        return None
    full = {
        clusters.find(i) for p in before for i in p.names if len(evidence.candidates[i].name) > 1
    }
    counts = Counter(home for p in before for home in map(clusters.find, p.names) if home in full)
    (person, most), (second, next_most) = (*counts.most_common(2), (-1, 0), (-1, 0))[:2]
    if any(
        {person, second} == {clusters.find(i), clusters.find(evidence.by_head.get(joined, i))}
        for p in before
        for i in p.names
        for joined in words.children[evidence.candidates[i].head]
        if words.role[joined] == "conj"
    ):
        return None  # "interviews Ann Lee and Bob Ray"
    says_so = any(words.lower[k] in _TALKS for p in before for k in range(p.first, p.last + 1))
    least = 1 if says_so else _OFTEN
    return person if most >= least and most >= _LEAD * next_most else None


def _told(paragraphs: list[_Paragraph], turns: Turns, evidence: Evidence) -> None:
    """Give all of a story to the one who tells it."""
    voices = list(turns.speaker.values())
    homes = {evidence.clusters.find(voice.mention) for voice in voices}
    voice = voices[0] if len(homes) == 1 else None
    if not voices:
        author = _author(paragraphs, evidence)
        voice = Voice(author, "speaks or writes this", 0.6) if author is not None else None
    if voice is not None:
        for paragraph in paragraphs:
            turns.speaker.setdefault(paragraph.number, voice)


def _author(paragraphs: list[_Paragraph], evidence: Evidence) -> int | None:
    """Return whom the opening names as the author: "Remarks by ...", "By Ann Lee"."""
    words = evidence.words
    for paragraph in paragraphs[:4]:
        for i in paragraph.names:
            one = evidence.candidates[i]
            low = words.lower[max(one.first - 2, paragraph.first) : one.first]
            joined = any(words.role[child] == "conj" for child in words.children[one.head])
            if low and low[-1] == "by" and (len(low) == 1 or low[0] in _BY):
                return None if joined else i
    return None
