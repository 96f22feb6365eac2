"""Where the text says that somebody says something: a cue and the words for who it is.

"Putin claimed", "said Shoigu", "saying" (whose subject is that of "welcomed"), "according to the
ministry", "Clinton's claim", "Wallace:". The parse leads; where it gives a cue verb no subject, the
nominal beside the verb stands in for it.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from reader.annotate.quoting import syntax
from reader.annotate.quoting.cues import CueWords, cue_words
from reader.annotate.quoting.labels import CLOSING, before_bracket, label, signature, step
from reader.annotate.quoting.noun_groups import CALENDAR, STARTS_GROUP, noun_group, phrase
from reader.annotate.words import Words
from reader.word_lists import listed

_SOURCE_PREPOSITIONS = frozenset({"from", "by", "of"})
_SKIPPED = 6
_LONGEST = 500
"""Longer sentences are tables or noise; reading their arcs would take quadratic time."""
_APPOSITION = 40

OTHER = "other"


class Site(msgspec.Struct, frozen=True, gc=False):
    """A cue with the phrase that stands for the speaker; numbers are words of the text."""

    cue: int
    lemma: str
    """From ``data/cues.json``; a verb that is not there has ``OTHER``."""
    group: str
    """Class of the cue: a verb's from ``data/cues.json``, else noun, according, label or other."""
    head: int
    """Head of the speaker's phrase."""
    start: int
    end: int
    how: str
    """How the speaker hangs from the cue: own, shared, controlled, modified, agent, possessive,
    source, left, right, apart, object, label or signature."""


def find_sites(words: Words, sentences: Sequence[int]) -> list[Site]:
    """Return the sites of a parsed text in text order of their cues.

    A cue has several where parse and neighbourhood disagree about who speaks, the likeliest first.

    Args:
        words: Its words.
        sentences: The first token of each sentence.
    """
    cues = cue_words()
    sites: list[Site] = []
    for start, end in pairwise([*sentences, len(words)]):
        if end - start <= _LONGEST:
            for i, form in enumerate(words.lower[start:end], start):
                if form in cues.forms or form[-1:] in _DASHES:
                    sites.extend(_sites_at(words, i, cues))
    return sites


def _sites_at(words: Words, i: int, cues: CueWords) -> list[Site]:
    """Return the sites whose cue is token ``i``."""
    form = words.lower[i]
    if form == "according":
        return _according_sites(words, i)
    if form == ":":
        return _labelled(words, i)
    if form[-1] in _DASHES:
        return _signed(words, i)
    return _verb_sites(words, i, cues) or _noun_sites(words, i, cues)


def other_site(words: Words, verb: int) -> Site | None:
    """Return the site of a verb that is in no list ("prattled"), if it has a subject."""
    found = syntax.subject(words, verb)
    if found is None:
        return None
    return _make(words, verb, OTHER, OTHER, found)


def _make(words: Words, cue: int, lemma: str, group: str, speaker: tuple[int, str]) -> Site:
    """Return the site of a cue; ``speaker`` is the head of who speaks and how it was found."""
    head, how = speaker
    start, end = phrase(words, head)
    if head < cue:
        end = min(end, cue)
    elif head > cue:
        start = max(start, cue + 1)
    if how == "modified":
        end = _with_relative(words, cue, end)
    return Site(cue, lemma, group, head, start, end, how)


def _with_relative(words: Words, cue: int, end: int) -> int:
    """Keep "who" with its noun ("aides, who said"): both stand for the speaker."""
    at = end + 1 if end < cue and words.text[end] == "," else end
    return at + 1 if at < cue and words.lower[at] in _RELATIVES else end


def _verb_lemma(words: Words, verb: int, cues: CueWords) -> str | None:
    """Return the lemma of a listed verb, its particle included ("point_out")."""
    form = words.lower[verb]
    particles = cues.first_words.get(form)
    if particles and verb + 1 < len(words):
        following = words.lower[verb + 1]
        if following in particles:
            return cues.verbs[f"{form}_{following}"]
    return cues.verbs.get(form)


def _verb_sites(words: Words, verb: int, cues: CueWords) -> list[Site]:
    lemma = _verb_lemma(words, verb, cues)
    if lemma is None:
        return []
    verbal = words.pos[verb] in ("VERB", "AUX") or words.dep[verb] in ("ROOT", "parataxis")
    if not verbal and syntax.own_subject(words, verb) is None:
        return []
    sites: list[Site] = []
    for speaker in _speakers(words, verb):
        site = _make(words, verb, lemma, cues.classes[lemma], speaker)
        if words.entity[site.head] in _NEVER_SPEAK or not words.text[site.head][:1].isalnum():
            continue
        if not any(site.start < other.end and other.start < site.end for other in sites):
            sites.append(site)
    return sites


def _speakers(words: Words, verb: int) -> list[tuple[int, str]]:
    """Return who may say what a verb reports, the likeliest first: heads, and how each was found.

    The parse's subject comes before the nominal on the left, and behind "by ..." and the nominal
    on the right ("said Shoigu").
    """
    found: list[tuple[int, str]] = []
    by = syntax.agent(words, verb)
    if by is not None:
        found.append((by, "agent"))
    elif words.tag[verb] != "VBG" and not syntax.is_passive(words, verb):
        found.extend(_beside(words, verb))
    governed = syntax.subject(words, verb)
    if governed is not None and words.pos[governed[0]] in syntax.NOMINAL:
        found.insert(1 if found and found[0][1] in ("agent", "right") else 0, governed)
    return found


_NEVER_SPEAK = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})


def _beside(words: Words, verb: int) -> list[tuple[int, str]]:
    """Return the nominals beside a verb, as word order alone would have its subject."""
    at = step(words, verb - 1, -1)
    if at < 0 or words.blank[at] or words.lower[at] in CLOSING:
        return _inverted(words, verb)
    found: list[tuple[int, str]] = []
    at = _skip_back(words, verb)
    lower, nominal = words.lower[at], words.pos[at] in syntax.NOMINAL
    if lower in _RELATIVES:
        above = words.head[at]
        far = at
        if words.role[above] == "relcl":
            far = syntax.antecedent(words, at, words.head[above])
        found.append((far, "left"))
    elif nominal:
        found.append((at, "left"))
    start = noun_group(words, at)[0] if nominal else at
    opened = start - 1 if start else at
    if lower == ",":
        found.extend(_inverted(words, verb))
    if lower == "," or words.lower[opened] == "," or words.pos[opened] in ("ADP", "DET"):
        found.extend(_clause_start(words, verb))
    return found


def _inverted(words: Words, verb: int) -> list[tuple[int, str]]:
    """Return the nominal right behind a verb, unless it begins a clause: "said Vance would go"."""
    follow = verb + 1
    if follow >= len(words) or words.pos[follow] not in STARTS_GROUP:
        return []
    start, end = noun_group(words, follow)
    goes_on = end < len(words) and words.tag[end] in _FINITE
    if goes_on and any(words.dep[i] in syntax.SUBJECTS for i in range(start, end)):
        return []
    return [(_last_of_group(words, follow), "right")]


_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def _skip_back(words: Words, verb: int) -> int:
    """Return the token before a verb, past adverbs, auxiliaries, dates and a bracket."""
    at, dated = verb - 1, False
    for _ in range(_SKIPPED):
        if at <= 0 or (words.blank[at] and "\n" in words.text[at]):
            break
        pos = words.pos[at]
        if words.text[at] == ")":
            at = min(at, before_bracket(words, at + 1)) - 1
        elif pos == "NUM" or words.lower[at] in CALENDAR:
            at, dated = at - 1, True
        elif pos in ("ADV", "AUX", "PART", "SPACE") or (dated and pos == "ADP"):
            at -= 1
        else:
            break
    return max(at, 0)


_RELATIVES = frozenset({"that", "which", "who"})


def _clause_start(words: Words, verb: int) -> list[tuple[int, str]]:
    """Return X of "X, a professor at Y, said" and "X of Y said": the clause's first noun group."""
    at = verb - 1
    while at > 0 and verb - at < _APPOSITION:
        lower = words.lower[at - 1]
        if (words.blank[at - 1] and "\n" in lower) or lower in _CLAUSE_BREAKS:
            break
        at -= 1
    while at < verb and words.pos[at] in ("CCONJ", "ADV", "PUNCT", "SPACE"):
        at += 1
    if words.pos[at] in ("ADP", "SCONJ"):
        commas = (i + 1 for i in range(at, verb - 1) if words.text[i] == ",")
        at = next((i for i in commas if words.pos[i] in STARTS_GROUP), verb)
    if at < verb - 1 and words.pos[at] in STARTS_GROUP:
        return [(_last_of_group(words, at), "apart")]
    return []


def _last_of_group(words: Words, first: int) -> int:
    """Return the last noun of the noun group that starts at ``first``."""
    start, end = noun_group(words, first)
    return next((i for i in range(end - 1, start, -1) if words.pos[i] in syntax.NOMINAL), first)


_CLAUSE_BREAKS = CLOSING | listed(". ; : — – ― --")


def _noun_sites(words: Words, noun: int, cues: CueWords) -> list[Site]:
    lemma = cues.nouns.get(words.lower[noun])
    if lemma is None or words.pos[noun] not in ("NOUN", "PROPN", "VERB"):
        return []
    owner = next(words.below(noun, "poss"), None)
    if owner is not None:
        return [_make(words, noun, lemma, "noun", (owner, "possessive"))]
    source = next(syntax.prepositional(words, noun, _SOURCE_PREPOSITIONS), None)
    if source is not None:
        return [_make(words, noun, lemma, "noun", (source, "source"))]
    return []


def _according_sites(words: Words, cue: int) -> list[Site]:
    """Read "according to X", where the two words are one preposition or a verb and its object."""
    at = cue + 2
    if at >= len(words) or words.lower[cue + 1] != "to":
        return []
    while at < len(words) and words.lower[at] in CLOSING:
        at += 1
    if at >= len(words) or words.blank[at]:
        return []
    head = _last_of_group(words, at)
    return [_make(words, cue, "according", "according", (head, "object"))]


def _labelled(words: Words, colon: int) -> list[Site]:
    found = label(words, colon)
    return [Site(colon, ":", "label", found[1] - 1, *found, "label")] if found else []


def _signed(words: Words, dash: int) -> list[Site]:
    found = signature(words, dash)
    if found is None:
        return []
    form = words.text[dash]
    cue = found[0] if form[:-1] in CLOSING else dash  # ”― without a blank is one token
    return [Site(cue, form[-1:], "label", found[1] - 1, *found, "signature")]


_DASHES = frozenset({"-", "–", "—", "―"})
