"""Where the text says that somebody says something: a cue and the words for who it is.

"Putin claimed", "said Shoigu", "saying" (whose subject is that of "welcomed"), "according to the
ministry", "Clinton's claim", "Wallace:". The parse leads; where it gives a cue verb no subject, the
nominal beside the verb stands in for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from reader.annotate import syntax
from reader.annotate.cues import CueWords, cue_words

_SOURCE_PREPOSITIONS = frozenset({"from", "by", "of"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_SKIPPED = 6
_LONGEST = 500
"""Longer sentences are tables or noise; reading their arcs would take quadratic time."""
_NAME_WORDS = 6
_APPOSITION = 40
_LABEL_WORDS = 8


@dataclass(frozen=True, slots=True)
class Site:
    """A cue with the phrase that stands for the speaker; numbers are tokens of the Doc."""

    cue: int
    lemma: str
    group: str
    """Class of the cue: a verb's from ``data/cues.json``, else noun, according, label or other."""
    head: int
    """Head of the speaker's phrase."""
    start: int
    end: int
    how: str
    """How the speaker hangs from the cue: own, shared, controlled, modified, agent, possessive,
    source, left, right, apart, object or label."""


def find_sites(doc: Doc, forms: Sequence[str], sentences: Sequence[int]) -> list[Site]:
    """Return the sites of ``doc`` in text order of their cues.

    A cue has several where parse and neighbourhood disagree about who speaks, the likeliest first.

    Args:
        doc: A parsed text.
        forms: Its tokens in lower case.
        sentences: The first token of each sentence.
    """
    words = cue_words()
    sites: list[Site] = []
    for start, end in pairwise([*sentences, len(doc)]):
        if end - start <= _LONGEST:
            for i in range(start, end):
                sites.extend(_sites_at(doc, i, forms[i], words))
    return sites


def _sites_at(doc: Doc, i: int, form: str, words: CueWords) -> list[Site]:
    """Return the sites whose cue is token ``i``."""
    if form in words.verbs or form in words.first_words or form in words.nouns:
        return _verb_sites(doc[i], words) or _noun_sites(doc[i], words)
    if form == "according":
        return _according_sites(doc[i])
    if form == ":":
        return _label_sites(doc[i])
    if form[-1:] in _DASHES:
        return _signature_sites(doc[i])
    return []


def other_site(verb: Token) -> Site | None:
    """Return the site of a verb that is in no list ("prattled"), if it has a subject."""
    found = syntax.subject(verb)
    if found is None:
        return None
    return _make(verb, str(verb.lemma_.lower()), "other", found[0], found[1])


def _make(cue: Token, lemma: str, group: str, head: Token, how: str) -> Site:
    start, end = syntax.phrase(head)
    if head.i < cue.i:
        end = min(end, cue.i)
    elif head.i > cue.i:
        start = max(start, cue.i + 1)
    if how == "modified":
        end = _with_relative(cue, end)
    return Site(cue.i, lemma, group, head.i, start, end, how)


def _with_relative(cue: Token, end: int) -> int:
    """Keep "who" with its noun ("aides, who said"): both stand for the speaker."""
    doc = cue.doc
    at = end + 1 if end < cue.i and doc[end].text == "," else end
    return at + 1 if at < cue.i and doc[at].lower_ in _RELATIVES else end


def verb_lemma(token: Token, words: CueWords) -> str | None:
    """Return the lemma of a listed verb, its particle included ("point_out")."""
    form = token.lower_
    particles = words.first_words.get(form)
    if particles and token.i + 1 < len(token.doc):
        following = token.doc[token.i + 1].lower_
        if following in particles:
            return words.verbs[f"{form}_{following}"]
    return words.verbs.get(form)


def _verb_sites(token: Token, words: CueWords) -> list[Site]:
    lemma = verb_lemma(token, words)
    if lemma is None:
        return []
    verbal = token.pos_ in ("VERB", "AUX")
    if not verbal and syntax.own_subject(token) is None and token.dep_ not in ("ROOT", "parataxis"):
        return []
    group = words.classes[lemma]
    found: list[tuple[Token, str]] = []
    by = syntax.agent(token)
    if by is not None:
        found.append((by, "agent"))
    elif token.tag_ != "VBG" and not syntax.is_passive(token):
        found.extend(_beside(token))
    governed = syntax.subject(token)
    if governed is not None and governed[0].pos_ in _NOMINAL:
        found.insert(1 if found and found[0][1] in ("agent", "right") else 0, governed)
    sites: list[Site] = []
    for head, how in found:
        site = _make(token, lemma, group, head, how)
        if head.text[:1].isalnum() and not any(
            site.start < other.end and other.start < site.end for other in sites
        ):
            sites.append(site)
    return sites


def _beside(verb: Token) -> list[tuple[Token, str]]:
    """Return the nominals beside a verb, as word order alone would have its subject."""
    doc = verb.doc
    at = _step(doc, verb.i - 1, -1)
    before = doc[at] if at >= 0 else None
    follow = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if before is None or before.is_space or before.lower_ in _CLOSING:
        inverted = follow is not None and follow.pos_ in (*_NOMINAL, "DET", "ADJ")
        return [(_last_of_group(follow), "right")] if follow is not None and inverted else []
    found: list[tuple[Token, str]] = []
    at = _skip_back(verb)
    token = doc[at]
    if token.lower_ in _RELATIVES:
        far = token.head.head if token.head.dep_ in syntax.RELATIVES else token
        found.append((far, "left"))
    elif token.pos_ in _NOMINAL:
        found.append((token, "left"))
    start = syntax.noun_group(token)[0] if token.pos_ in _NOMINAL else at
    opened = doc[start - 1] if start else token
    if token.lower_ == "," or opened.lower_ == "," or opened.pos_ in ("ADP", "DET"):
        found.extend(_clause_start(verb))
    return found


def _skip_back(verb: Token) -> int:
    """Return the token before a verb, past adverbs, auxiliaries, dates and a bracket."""
    doc = verb.doc
    at, dated = verb.i - 1, False
    for _ in range(_SKIPPED):
        token = doc[at]
        if at <= 0 or (token.is_space and "\n" in token.text):
            break
        if token.text == ")":
            opening = next((i for i in range(at, max(0, at - 8), -1) if doc[i].text == "("), at)
            at = opening - 1
        elif token.pos_ == "NUM" or token.lower_ in syntax.CALENDAR:
            at, dated = at - 1, True
        elif token.pos_ in ("ADV", "AUX", "PART", "SPACE") or (dated and token.pos_ == "ADP"):
            at -= 1
        else:
            break
    return max(at, 0)


_RELATIVES = frozenset({"that", "which", "who"})


def _clause_start(verb: Token) -> list[tuple[Token, str]]:
    """Return X of "X, a professor at Y, said" and "X of Y said": the clause's first noun group."""
    doc = verb.doc
    at = verb.i - 1
    while at > 0 and verb.i - at < _APPOSITION:
        token = doc[at - 1]
        if token.is_space and "\n" in token.text:
            break
        if token.lower_ in _CLOSING or token.lower_ in (".", ";", ":", "—", "–", "―", "--"):
            break
        at -= 1
    while at < verb.i and doc[at].pos_ in ("CCONJ", "ADV", "PUNCT", "SPACE"):
        at += 1
    if doc[at].pos_ in ("ADP", "SCONJ"):
        at = next((i + 1 for i in range(at, verb.i) if doc[i].text == ","), verb.i)
    first = doc[at]
    if at < verb.i - 1 and first.pos_ in (*_NOMINAL, "DET", "ADJ"):
        return [(_last_of_group(first), "apart")]
    return []


def _last_of_group(first: Token) -> Token:
    """Return the last noun of the noun group that starts at ``first``."""
    doc = first.doc
    start, end = syntax.noun_group(first)
    for i in range(end - 1, start, -1):
        if doc[i].pos_ in _NOMINAL:
            return doc[i]
    return first


_CLOSING = frozenset("” \" '' ’ ' » « › ‹ 」 』 “".split())


def _noun_sites(token: Token, words: CueWords) -> list[Site]:
    lemma = words.nouns.get(token.lower_)
    if lemma is None or token.pos_ not in ("NOUN", "PROPN", "VERB"):
        return []
    owner = next(syntax.children(token, syntax.POSSESSIVES), None)
    if owner is not None:
        return [_make(token, lemma, "noun", owner, "possessive")]
    source = next(syntax.prepositional(token, _SOURCE_PREPOSITIONS), None)
    if source is not None:
        return [_make(token, lemma, "noun", source, "source")]
    return []


def _according_sites(token: Token) -> list[Site]:
    """Read "according to X", where the two words are one preposition or a verb and its object."""
    doc = token.doc
    at = token.i + 2
    if at >= len(doc) or doc[token.i + 1].lower_ != "to":
        return []
    while at < len(doc) and doc[at].lower_ in _CLOSING:
        at += 1
    if at >= len(doc) or doc[at].is_space:
        return []
    head = _last_of_group(doc[at])
    return [_make(token, "according", "according", head, "object")]


def _label_sites(colon: Token) -> list[Site]:
    """Read "Wallace:" at the start of a line, and "A letter from him:" without a verb."""
    doc = colon.doc
    start = colon.i
    while start > 0 and colon.i - start < _LABEL_WORDS:
        token = doc[start - 1]
        if token.is_space or (start != colon.i and token.is_punct and token.lower_ in _LABEL_ENDS):
            break
        if token.pos_ in ("VERB", "AUX") and not token.text.isupper():
            return []
        start -= 1
    if start == colon.i or (start > 0 and not (doc[start - 1].is_space or doc[start - 1].is_punct)):
        return []
    while start < colon.i and doc[start].is_punct:
        start += 1
    if start == colon.i or not doc[start].text[:1].isalpha():
        return []
    head = doc[colon.i - 1]
    return [Site(colon.i, ":", "label", head.i, start, colon.i, "label")]


_LABEL_ENDS = frozenset(". ? ! ; “ \" '' ” ( )".split())


def _signature_sites(dash: Token) -> list[Site]:
    """Read the name that signs a quotation: “…” — Martha Aguilar, at the end of a line."""
    doc = dash.doc
    glued = dash.text[:-1] in _CLOSING  # ”― without a blank is one token
    before = dash.i - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    first = _step(doc, dash.i + 1, 1)
    if not (glued or (len(dash.text) <= 2 and before >= 0 and doc[before].lower_ in _CLOSING)):
        return []
    end = first
    while end < len(doc) and end - first < _NAME_WORDS and doc[end].text[:1].isupper():
        end += 1
    at = _step(doc, end, 1)
    if end == first or not (at >= len(doc) or doc[at].is_space or doc[at].text in (",", "(", ".")):
        return []
    cue = first if glued else dash.i
    return [Site(cue, dash.text[-1:], "label", end - 1, first, end, "signature")]


def _step(doc: Doc, at: int, step: int) -> int:
    """Go past blanks that are tokens of their own, not past a line's end."""
    while 0 <= at < len(doc) and doc[at].is_space and "\n" not in doc[at].text:
        at += step
    return at


_DASHES = frozenset({"-", "–", "—", "―"})
