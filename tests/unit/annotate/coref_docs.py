"""Small Docs with the parse that a test needs, written out by hand."""

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from reader.annotate.coref.evidence import read_evidence
from reader.annotate.entities import find_entities
from reader.annotate.mentions import find_mentions
from reader.annotate.spans import (
    Attribution,
    EntityRecord,
    MentionSpan,
    QuoteSpan,
    register_extensions,
)
from reader.model.text import Span as TextSpan

register_extensions()
BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")
_TAGS = {
    "NOUN": "NN", "NOUNS": "NNS", "PROPN": "NNP", "PRON": "PRP", "POSS": "PRP$", "VERB": "VBD",
    "AUX": "VBZ", "DET": "DT", "ADP": "IN", "ADJ": "JJ", "ADV": "RB", "PUNCT": ".", "PART": "POS",
    "SCONJ": "IN", "CCONJ": "CC", "NUM": "CD", "SPACE": "_SP",
}  # fmt: skip
_POS = {"NOUNS": "NOUN", "POSS": "PRON"}
_CLEAR = {
    "nmod:poss": "poss", "obj": "dobj", "nsubj:pass": "nsubjpass", "flat": "compound",
    "acl:relcl": "relcl",
}  # fmt: skip

CHEN = (
    "Maria|PROPN|3|nsubj Chen|PROPN|1|flat opposed|VERB|0|root the|DET|5|det plan|NOUN|3|obj "
    ".|PUNCT|3|punct"
)
SHE_LEFT = "She|PRON|2|nsubj left|VERB|0|root early|ADV|2|advmod .|PUNCT|2|punct"
IDLE = "Rain|NOUN|2|nsubj fell|VERB|0|root .|PUNCT|2|punct"


def names(text: str, *entities: tuple[str, str]) -> Doc:
    """Return a Doc of sentences without a parse, every occurrence of the entities marked."""
    return _marked(BLANK(text), entities)


def parsed(
    sentences: list[str], *entities: tuple[str, str], clear: bool = False, gap: str = " "
) -> Doc:
    """Return a Doc made of sentences such as "Lee|PROPN|2|nsubj spoke|VERB|0|root .|PUNCT|2|punct".

    Heads count from 1 inside the sentence, 0 is the root. With `gap` "\\n\\n" each sentence is a
    paragraph. With `clear` the labels are CLEAR's, as in spaCy's own pipelines.
    """
    words, spaces, heads, deps, tags, pos = [], [], [], [], [], []
    for number, sentence in enumerate(sentences):
        if number and gap != " ":
            words.append(gap)
            spaces.append(False)
            heads.append(len(words) - 2)
            deps.append("dep")
            tags.append("_SP")
            pos.append("SPACE")
        base = len(words)
        for item in sentence.split():
            word, kind, head, dep = item.split("|")
            words.append(word)
            spaces.append(True)
            heads.append(base + int(head) - 1 if head != "0" else len(words) - 1)
            deps.append(("ROOT" if head == "0" else dep) if not clear else _CLEAR.get(dep, dep))
            tags.append(_TAGS[kind])
            pos.append(_POS.get(kind, kind))
        for i in range(base + 1, len(words)):
            if words[i] in (",", ".", "’s", "'s", "”", ":"):
                spaces[i - 1] = False
        for i in range(base, len(words)):
            if words[i] == "“":
                spaces[i] = False
        if gap != " ":
            spaces[-1] = False
    doc = Doc(BLANK.vocab, words=words, spaces=spaces, heads=heads, deps=deps, tags=tags, pos=pos)
    return _marked(doc, entities)


def _marked(doc: Doc, entities: tuple[tuple[str, str], ...]) -> Doc:
    spans: list[Span] = []
    for name, label in entities:
        at = doc.text.find(name)
        while at >= 0:
            span = doc.char_span(at, at + len(name), label=label)
            if span is not None:
                spans.append(span)
            at = doc.text.find(name, at + 1)
    doc.ents = tuple(filter_spans(spans))
    return doc


def say(doc: Doc, quote: str, speaker: str, *, nth: int = 0) -> Doc:
    """Add a direct quote (marks included) and the words that stand for its speaker."""
    start = doc.text.index(quote)
    at = -1
    for _ in range(nth + 1):
        at = doc.text.index(speaker, at + 1)
    spoken = QuoteSpan("direct", (TextSpan(start, start + len(quote)),), None, 0.9, "test")
    who = Attribution(TextSpan(at, at + len(speaker)), "explicit", 0.9)
    doc._.quotes = (*doc._.quotes, spoken)
    doc._.speakers = (*doc._.speakers, who)
    return doc


def mentions(doc: Doc) -> tuple[MentionSpan, ...]:
    doc._.mentions = find_mentions(doc)
    return doc._.mentions  # type: ignore[no-any-return]


def clusters(doc: Doc) -> list[set[str]]:
    """Return the texts of each cluster's mentions; equal texts of one cluster count once."""
    found: dict[int, set[str]] = {}
    for mention in mentions(doc):
        found.setdefault(mention.cluster, set()).add(mention.span.of(doc.text))
    return list(found.values())


def together(doc: Doc, one: str, other: str) -> bool:
    """Return whether two mentions, by their texts, are of one entity."""
    assert read_evidence(doc).candidates
    return any({one, other} <= cluster for cluster in clusters(doc))


def entities(doc: Doc) -> dict[str, EntityRecord]:
    mentions(doc)
    return {record.name: record for record in find_entities(doc)}
