"""Who speaks where nothing is in quotation marks: interviews, transcripts, whoever tells a story.

A paragraph's voice is known by a label, a call or an introduction (see ``calls``), or in an
interview by the person whom its title or opening names: the one who answers, and who is asked.
"""

from collections import Counter
from dataclasses import replace

from reader.annotate.coref.calls import read_introductions, read_labels
from reader.annotate.coref.candidates import TOGETHER
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.voices import Paragraph, Turns, Voice, read_paragraphs
from reader.word_lists import listed

_TALKS = listed("interview interviews interviewed interviewing spoke talked talks sat chatted q&a")
_BY = listed("remarks speech address statement letter diary by")
_CREDITS = listed("image photo photograph picture credit copyright source file")
_OPENING = 12
"""So many paragraphs may pass before the first question of an interview."""
_LEAD = 1.5
"""The person interviewed is mentioned so much more often than any other."""
_OFTEN = 3
"""So often he or she is named where nothing says that it is an interview."""
_MARKS, _QUESTIONS, _ANSWERS = 2, 3, 3
"""So many paragraphs that ask "you" (some with a question mark), and that say "I", make a talk."""
_LONG = 40
"""So many words at a time are said by whoever tells the story, not by those who are met in it."""


def read_turns(evidence: Evidence) -> Turns:
    """Return who speaks in which paragraph; nothing where nobody says "I" or "you"."""
    spoken = {
        one.word for one in evidence.candidates if one.form == "pronoun" and one.quote < 0
    } & {"i", "you"}
    if not spoken:
        return Turns({}, {}, False)
    paragraphs = read_paragraphs(evidence)
    text = evidence.words.text
    asking = [p for p in paragraphs if "you" in p.words and p.asks(text)]
    marks = [p for p in asking if text[p.last] == "?"]
    telling = [p for p in paragraphs if "i" in p.words and not p.asks(text)]
    is_talk = len(marks) >= _MARKS and len(asking) >= _QUESTIONS and len(telling) >= _ANSWERS
    long = frozenset(p.number for p in paragraphs if p.last - p.first >= _LONG)
    turns = Turns({}, {}, is_talk, long=long)
    narrator = read_introductions(paragraphs, turns, evidence)
    together = None
    if marks and telling:
        together = _interview(
            paragraphs, _first_question(paragraphs, marks[0], text), turns, evidence
        )
    read_labels(paragraphs, turns, evidence)
    if narrator and is_talk:
        for number in long:
            turns.speaker.setdefault(number, narrator)
    elif not is_talk:
        _told(paragraphs, turns, evidence)
    return replace(turns, together=together)


def _first_question(paragraphs: list[Paragraph], mark: Paragraph, text: list[str]) -> int:
    """Return the number of the first question, which may lack its mark as titles do."""
    at = paragraphs.index(mark)
    while at > 1 and "i" in paragraphs[at - 1].words and paragraphs[at - 2].asks(text):
        at -= 2
    return paragraphs[at].number


def _interview(
    paragraphs: list[Paragraph], first: int, turns: Turns, evidence: Evidence
) -> Voice | None:
    """Give the answers, and "you" in the questions, to the one person interviewed.

    Returns:
        The two who are interviewed together, if there are two: they are "we".
    """
    before = [p for p in paragraphs if p.number < first]
    if not before or len(before) > _OPENING:
        return None
    pair = _two_together(before, evidence)
    if pair is not None:
        return Voice(pair, "are interviewed", 0.7)
    person = _interviewee(before, turns.is_talk, evidence)
    if person is None:
        return None
    voice = Voice(person, "is interviewed", 0.7)
    for paragraph in paragraphs:
        if paragraph.number < first:
            continue
        if paragraph.asks(evidence.words.text):
            turns.hearer.setdefault(paragraph.number, voice)
        else:
            turns.speaker.setdefault(paragraph.number, voice)
    return None


def _two_together(before: list[Paragraph], evidence: Evidence) -> int | None:
    """Return the two whom an opening says to be interviewed: "interviews Ann Lee and Bob Ray"."""
    words = evidence.words
    opening = range(before[0].first, before[-1].last + 1)
    talks = {words.sentence[k] for k in opening if words.lower[k] in _TALKS}
    for i, one in enumerate(evidence.candidates):
        if one.first > opening.stop:
            break
        if (
            one.word == TOGETHER
            and one.kind == "person"
            and words.sentence[one.head] in talks
            and words.role[one.head] != "subj"
            and evidence.candidates[evidence.by_head[one.head]].form == "name"
        ):
            return i
    return None


def _interviewee(before: list[Paragraph], is_talk: bool, evidence: Evidence) -> int | None:
    """Return the person by full name whom the words before the first question speak of most."""
    words, clusters = evidence.words, evidence.clusters
    named = [i for p in before for i in p.names if not _is_credited(i, evidence)]
    full = {clusters.find(i) for i in named if len(evidence.candidates[i].name) > 1}
    counts = Counter(home for home in map(clusters.find, named) if home in full)
    (person, most), (second, next_most) = (*counts.most_common(2), (-1, 0), (-1, 0))[:2]
    if any(
        {person, second} == {clusters.find(i), clusters.find(evidence.by_head.get(joined, i))}
        for i in named
        for joined in words.below(evidence.candidates[i].head, "conj")
    ):
        return None  # "interviews Ann Lee and Bob Ray"
    says_so = any(words.lower[k] in _TALKS for p in before for k in range(p.first, p.last + 1))
    least = 1 if says_so or (is_talk and not next_most) else _OFTEN
    return person if most >= least and most >= _LEAD * next_most else None


def _is_credited(i: int, evidence: Evidence) -> bool:
    """Return whether a name only says who made a picture: "Image: Ann Lee"."""
    words, first = evidence.words, evidence.candidates[i].first
    return first > 1 and (
        words.lower[first - 1] in _CREDITS
        or (words.lower[first - 1] in (":", "by", ";") and words.lower[first - 2] in _CREDITS)
    )


def _told(paragraphs: list[Paragraph], turns: Turns, evidence: Evidence) -> None:
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


def _author(paragraphs: list[Paragraph], evidence: Evidence) -> int | None:
    """Return whom the opening names as the author: "Remarks by ...", "By Ann Lee"."""
    words = evidence.words
    for paragraph in paragraphs[:4]:
        for i in paragraph.names:
            one = evidence.candidates[i]
            low = words.lower[max(one.first - 2, paragraph.first) : one.first]
            joined = next(words.below(one.head, "conj"), None) is not None
            if low and low[-1] == "by" and (len(low) == 1 or low[0] in _BY):
                return None if joined else i
    return None
