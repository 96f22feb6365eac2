"""I, we and you: who speaks.

"I" and "we" in a quote are its speaker. Outside of quotes "I" is the narrator, one for the whole
article. In an interview that is set as questions and answers, "I" in the answers and "you" in
the questions are the person whom the introduction names, if there is one such person.
"""

from collections import Counter
from dataclasses import dataclass

from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.names import text_of

_SURE = {"i": 0.95, "we": 0.6}
_QUESTIONS, _ANSWERS = 3, 3
"""So many paragraphs that ask "you", and that say "I", make an interview."""
_LEAD = 1.5
"""The person interviewed is mentioned so much more often than any other."""


@dataclass(frozen=True, slots=True)
class _Talk:
    """An interview set as questions and answers."""

    questions: frozenset[int]
    """Paragraphs that end with a question."""
    person: int | None
    """A mention of the person interviewed, if it is clear who that is."""


def link_speech(evidence: Evidence) -> None:
    """Join first and second person pronouns with speakers and with each other."""
    talk = _find_talk(evidence)
    last: dict[tuple[str, int, int], int] = {}
    for i, one in enumerate(evidence.candidates):
        if one.form != "pronoun" or one.word not in ("i", "we", "you"):
            continue
        found = _in_quote(i, evidence)
        if found is None and one.quote < 0 and talk:
            found = _in_talk(i, talk, evidence)
        if found is not None:
            evidence.clusters.join(i, *found)
        elif one.word == "you":
            continue
        # Speakers take turns in a talk: only the pronouns of one paragraph are surely one person.
        turn = evidence.words.paragraph[one.head] if talk else 0
        key = (one.word, one.quote, turn)
        if key in last and found is None:
            evidence.clusters.join(i, last[key], Link("who tells this", 0.6))
        if one.word != "you":
            last[key] = i


def _in_quote(i: int, evidence: Evidence) -> tuple[int, Link] | None:
    one = evidence.candidates[i]
    speaker = evidence.speakers[one.quote] if one.quote >= 0 else None
    if speaker is None or speaker == i or one.word not in _SURE:
        return None
    said = text_of(speaker, evidence.candidates, evidence.words)
    word = evidence.words.lower[one.head] if one.word != "i" else "I"
    return speaker, Link(f"{word} in a quote of {said}", _SURE[one.word])


def _in_talk(i: int, talk: _Talk, evidence: Evidence) -> tuple[int, Link] | None:
    one = evidence.candidates[i]
    if talk.person is None:
        return None
    asks = evidence.words.paragraph[one.head] in talk.questions
    if (one.word == "you") == asks and one.word != "we":
        said = text_of(talk.person, evidence.candidates, evidence.words)
        return talk.person, Link(f"{said} is interviewed", 0.7)
    return None


def _find_talk(evidence: Evidence) -> _Talk | None:
    """Return the interview that the article is, or None."""
    words = evidence.words
    asks: set[int] = set()
    marks = {words.paragraph[i] for i, text in enumerate(words.text) if text == "?"}
    says: set[int] = set()
    for one in evidence.candidates:
        if one.form == "pronoun" and one.quote < 0:
            paragraph = words.paragraph[one.head]
            if one.word == "you" and paragraph in marks:
                asks.add(paragraph)
            elif one.word == "i":
                says.add(paragraph)
    if len(asks) < _QUESTIONS or len(says - asks) < _ANSWERS:
        return None
    # Hearings and video diaries ask and tell as well, but do not call it an interview.
    is_interview = any(low.startswith("interview") for low in words.lower)
    return _Talk(frozenset(marks), _interviewee(min(asks), evidence) if is_interview else None)


def _interviewee(first_question: int, evidence: Evidence) -> int | None:
    """Return the person whom the introduction names most."""
    counts: Counter[int] = Counter()
    clusters = evidence.clusters
    for i, one in enumerate(evidence.candidates):
        if evidence.words.paragraph[one.head] >= first_question:
            break
        if one.kind == "person":
            members = clusters.members[clusters.find(i)]
            named = (j for j in members if evidence.candidates[j].form == "name")
            if any(evidence.candidates[j].kind == "person" for j in named):
                counts[clusters.find(i)] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    return ranked[0][0]
