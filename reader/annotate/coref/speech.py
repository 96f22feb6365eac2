"""I, we and you: who speaks, and to whom.

"I" and "we" in a quote are its speaker, "we" of a spokeswoman the body that she speaks for. Outside
of quotes "I" is whoever has the word in that paragraph (see ``turns``), else the narrator, one for
the whole article.
"""

from dataclasses import replace

from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import singular
from reader.annotate.coref.turns import read_turns
from reader.annotate.coref.voices import Turns, Voice
from reader.annotate.words import Words
from reader.word_lists import listed

_CHAINED = {"i": "who tells this", "we": "who tells this", "you": "who is spoken to"}
_SURE = {"i": 0.95, "we": 0.6}
_VOICES = listed("spokesperson spokesman spokeswoman coach captain")
"""Who says "we" of the body that he or she speaks for."""
_SHARED = listed(
    "country nation society culture world planet civilization civilisation century generation "
    "democracy history economy"
)
"""What everybody has together: "our country" is no speaker's own."""
_LOOKED_AT = 20


def link_speech(evidence: Evidence) -> None:
    """Join first and second person pronouns with speakers and with each other."""
    turns = read_turns(evidence)
    if turns.together is None and not turns.is_talk:
        turns = replace(turns, together=_people(evidence))
    last: dict[tuple[str, int, int], int] = {}
    for i, one in enumerate(evidence.candidates):
        if one.form != "pronoun" or one.word not in ("i", "we", "you"):
            continue
        found = _in_quote(i, evidence) if one.quote >= 0 else _in_turn(i, turns, evidence)
        if found is not None:
            evidence.clusters.join(i, *found)
        # Speakers take turns in a talk: only the pronouns of one paragraph are surely one person.
        here = evidence.words.paragraph[one.head]
        turn = here if turns.is_talk and here not in turns.long else 0
        key = (one.word, one.quote, turn)
        if key in last and found is None:
            evidence.clusters.join(i, last[key], Link(_CHAINED[one.word], 0.6))
        if found is None:
            last[key] = i


def _people(evidence: Evidence) -> Voice | None:
    """Return the people to whom a speaker says to belong: "we as Americans", "us Americans"."""
    words = evidence.words
    for i, one in enumerate(evidence.candidates):
        if one.form == "name" and one.kind == "norp" and one.quote < 0 and one.first:
            near = one.first - 2 if words.lower[one.first - 1] == "as" else one.first - 1
            if (
                near >= 0
                and words.lower[near] in ("we", "us")
                and words.lower[one.last].endswith(("s", "men"))
            ):
                return Voice(i, "are whom the speaker is one of", 0.6)
    return None


def _in_quote(i: int, evidence: Evidence) -> tuple[int, Link] | None:
    one = evidence.candidates[i]
    speaker = evidence.speakers[one.quote]
    if speaker is None or speaker == i or one.word not in _SURE:
        return None
    if one.word == "we":
        if _is_everybody(one.head, evidence.words):
            return None
        body = _spoken_for(speaker, evidence)
        if body is not None:
            said = evidence.name_of(body)
            return body, Link(f"{evidence.words.lower[one.head]} of who speaks for {said}", 0.6)
    said = evidence.name_of(speaker)
    word = evidence.words.lower[one.head] if one.word != "i" else "I"
    return speaker, Link(f"{word} in a quote of {said}", _SURE[one.word])


def _is_everybody(we: int, words: Words) -> bool:
    """Return whether "we" is more than the speaker's own: "as *we* all know", "*our* country"."""
    after = words.lower[we + 1] if we + 1 < len(words) else ""
    return after == "all" or words.lower[words.head[we]] in _SHARED


def _spoken_for(speaker: int, evidence: Evidence) -> int | None:
    """Return the body whose spokeswoman, coach or captain somebody is said to be."""
    words = evidence.words
    for k in evidence.clusters.members[evidence.clusters.find(speaker)][:_LOOKED_AT]:
        one = evidence.candidates[k]
        for noun in range(one.first, max(evidence.reach.get(k, 0), one.last) + 1):
            if singular(words.lower[noun]) not in _VOICES:
                continue
            for child in words.children[noun]:
                j = evidence.by_head.get(child)
                if j is not None and evidence.candidates[j].kind in ("org", "place"):
                    return j
    return None


def _in_turn(i: int, turns: Turns, evidence: Evidence) -> tuple[int, Link] | None:
    one = evidence.candidates[i]
    here = evidence.words.paragraph[one.head]
    if one.word == "we":
        voice = turns.together
    else:
        voice = (turns.speaker if one.word == "i" else turns.hearer).get(here)
    if voice is None:
        return None
    said = evidence.name_of(voice.mention)
    return voice.mention, Link(f"{said} {voice.why}", voice.sure)
