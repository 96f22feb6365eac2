"""One name, one type within an article, as far as the article's own evidence goes.

The recogniser sees a few words at a time; a news article names its people and bodies in full
once and briefly afterwards. The component carries what the full mention showed to the brief ones:
a surname follows its full name, an abbreviation in brackets follows the name before it, and a
name that was labelled in two ways takes the label that it has most often.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span

_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC"))
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_BRACKETS = {"(": ")", "[": "]"}
_SURE = 2 / 3  # share of a name's mentions that decides for all of them


@dataclass(slots=True)
class _Evidence:
    """What a document says of its names, keyed by their words."""

    labels: dict[tuple[str, ...], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    surnames: set[str] = field(default_factory=set)
    abbreviations: dict[str, str] = field(default_factory=dict)


class Consistency:
    """Makes the labels of a document's names agree."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its entities made consistent; new brief mentions are added."""
        spans = list(doc.ents)
        evidence = _gather(doc, spans)
        changed = [_relabel(span, evidence) for span in spans]
        added = list(_brief_mentions(doc, changed, evidence))
        doc.ents = sorted([*changed, *added], key=lambda span: span.start)
        return doc


def _key(span: Span) -> tuple[str, ...]:
    words = [token.text for token in span]
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    if len(words) > 1 and words[-1] in _POSSESSIVES:
        words = words[:-1]
    return tuple(words)


def _gather(doc: Doc, spans: Iterable[Span]) -> _Evidence:
    evidence = _Evidence()
    for span in spans:
        if span.label_ not in _NAMES:
            continue
        key = _key(span)
        evidence.labels[key][span.label_] += 1
        if span.label_ == "PERSON" and len(key) > 1:
            evidence.surnames.add(key[-1])
        elif span.label_ in ("ORG", "MISC", "EVENT") and len(key) > 1:
            short = _abbreviation(doc, span)
            if short is not None:
                evidence.abbreviations[short] = span.label_
    return evidence


def _abbreviation(doc: Doc, span: Span) -> str | None:
    """Return the "AMP" of "Panama Maritime Authority (AMP)"."""
    end = span.end
    if end + 2 >= len(doc) or _BRACKETS.get(doc[end].text) != doc[end + 2].text:
        return None
    short = doc[end + 1].text
    initials = {word[0].lower() for word in _key(span)}
    if len(short) > 1 and short[:1].isupper() and short[0].lower() in initials:
        return short if sum(letter.isupper() for letter in short) > 1 else None
    return None


def _relabel(span: Span, evidence: _Evidence) -> Span:
    if span.label_ not in _NAMES:
        return span
    key = _key(span)
    label = _label(key, span.label_, evidence)
    return span if label == span.label_ else Span(span.doc, span.start, span.end, label)


def _label(key: tuple[str, ...], label: str, evidence: _Evidence) -> str:
    if len(key) == 1:
        if key[0] in evidence.abbreviations:
            return evidence.abbreviations[key[0]]
        if key[0] in evidence.surnames and label != "NORP":
            return "PERSON"
    counts = evidence.labels[key]
    best, count = counts.most_common(1)[0]
    return best if count >= _SURE * counts.total() else label


def _brief_mentions(doc: Doc, spans: Iterable[Span], evidence: _Evidence) -> Iterable[Span]:
    taken = {token.i for span in spans for token in span}
    wanted = dict.fromkeys(evidence.surnames, "PERSON") | evidence.abbreviations
    for key, counts in evidence.labels.items():
        label, count = counts.most_common(1)[0]
        if len(key) == 1 and count > 1 and key[0][:1].isupper():
            wanted.setdefault(key[0], label)
    for token in doc:
        if token.i in taken or token.text not in wanted or not token.text[:1].isupper():
            continue
        if _in_longer_name(token):
            continue
        yield Span(doc, token.i, token.i + 1, wanted[token.text])


def _in_longer_name(token: object) -> bool:
    return False


@Language.factory("newsreader_consistency", requires=["doc.ents"], assigns=["doc.ents"])
def make_consistency(nlp: Language, name: str) -> Consistency:
    """Return the component `newsreader_consistency`; spaCy's factories want both arguments."""
    del nlp, name
    return Consistency()
