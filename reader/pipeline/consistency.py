"""One name, one type within an article, as far as the article's own evidence goes.

The recogniser sees a few words at a time; a news article names its people and bodies in full
once and briefly afterwards. The component carries what the full mention showed to the brief ones:
a surname follows its full name, an abbreviation in brackets follows the name before it, and a
name that was labelled in two ways takes the label that it has most often. Before that, edges are
put right (`boundaries`) and the lists of names have their say (`listed`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from reader.pipeline.boundaries import tidy
from reader.pipeline.gazetteer import USER_DATA, mask_of
from reader.pipeline.listed import decide

_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC"))
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_BRACKETS = {"(": ")", "[": "]"}
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "de", "del", "on", "in", "to", "&"))
_PLACE = mask_of(["country", "city", "region", "place"])
_OFTEN = 0.3  # share of a name's mentions after "in" that makes it a place
_SURE = 0.6  # share of a name's mentions that decides for all of them


@dataclass(slots=True)
class _Evidence:
    """What a document says of its names, keyed by their words."""

    labels: dict[tuple[str, ...], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    surnames: set[str] = field(default_factory=set)
    people: set[tuple[str, ...]] = field(default_factory=set)  # what full names may shrink to
    abbreviations: dict[str, str] = field(default_factory=dict)
    inside: Counter[tuple[str, ...]] = field(default_factory=Counter)  # how often after "in"
    listed_places: set[str] = field(default_factory=set)  # words that are places in the gazetteer

    def may_be_person(self, key: tuple[str, ...], label: str) -> bool:
        """Whether a name that was labelled `label` may be a person of the document.

        A surname may whatever it was taken for, a given name only if taken for a place: too many
        companies bear one.
        """
        if len(key) == 1 and key[0] in self.surnames:
            return label != "NORP"
        return key in self.people and label not in ("NORP", "ORG")


class Consistency:
    """Makes the labels of a document's names agree."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its entities made consistent; missed brief mentions are added."""
        spans = decide(doc, tidy(doc, doc.ents))
        if not spans:
            doc.ents = ()
            return doc
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
    bits = doc.user_data.get(USER_DATA)
    for span in spans:
        if span.label_ not in _NAMES:
            continue
        key = _key(span)
        evidence.labels[key][span.label_] += 1
        evidence.inside[key] += span.start > 0 and doc[span.start - 1].lower_ == "in"
        if len(key) == 1:
            if bits is None or any(int(mask) & _PLACE for mask in bits[span.start : span.end]):
                evidence.listed_places.add(key[0])
            continue
        if span.label_ == "PERSON":
            evidence.surnames.add(key[-1])
            evidence.people.update(key[cut:] for cut in range(1, len(key)))
            evidence.people.add(key[:1])
        else:
            short = _abbreviation(doc, span, key)
            if short is not None:
                evidence.abbreviations[short] = span.label_
    return evidence


def _abbreviation(doc: Doc, span: Span, key: tuple[str, ...]) -> str | None:
    """Return the "AMP" of "Panama Maritime Authority (AMP)"."""
    end = span.end
    if end + 2 >= len(doc) or _BRACKETS.get(doc[end].text) != doc[end + 2].text:
        return None
    short = doc[end + 1].text
    capitals = [letter.lower() for letter in short if letter.isupper()]
    initials = [word[0].lower() for word in key if word.lower() not in _SMALL_WORDS]
    spelled = len(initials) > 2 and short.lower() == "".join(initials)  # "(Cran)"
    if spelled or (len(capitals) > 1 and capitals[0] in initials):
        return short
    return None


def _relabel(span: Span, evidence: _Evidence) -> Span:
    if span.label_ not in _NAMES:
        return span
    label = _label(_key(span), span.label_, evidence)
    return span if label == span.label_ else Span(span.doc, span.start, span.end, label)


def _label(key: tuple[str, ...], label: str, evidence: _Evidence) -> str:
    counts = evidence.labels[key]
    best, count = counts.most_common(1)[0]
    if len(key) == 1 and key[0] in evidence.abbreviations:
        return evidence.abbreviations[key[0]]
    # "Washington said" of George Washington; but the city stays one where it is named so.
    if evidence.may_be_person(key, label) and (
        counts["GPE"] <= counts["PERSON"] + 1 or key[-1] not in evidence.listed_places
    ):
        return "PERSON"
    if best in ("ORG", "PERSON") and evidence.inside[key] >= max(2, _OFTEN * counts.total()):
        return "GPE"
    return best if count >= _SURE * counts.total() else label


def _brief_mentions(doc: Doc, spans: Iterable[Span], evidence: _Evidence) -> Iterator[Span]:
    taken = {token.i for span in spans for token in span}
    wanted = {key[0]: "PERSON" for key in evidence.people if len(key) == 1}
    wanted |= evidence.abbreviations
    for key, counts in evidence.labels.items():
        most, count = counts.most_common(1)[0]
        if len(key) == 1 and count > 1:
            wanted.setdefault(key[0], most)
    for token in doc:
        label = wanted.get(token.text)
        if label is None or token.i in taken or not token.text[1:] or not token.text[0].isupper():
            continue
        if not _beside_capital(token):
            yield Span(doc, token.i, token.i + 1, label)


def _beside_capital(token: Token) -> bool:
    """Whether `token` may be part of a longer name that the recogniser did not see."""
    doc, place = token.doc, token.i
    before = doc[place - 1].text if place else ""
    after = doc[place + 1].text if place + 1 < len(doc) else ""
    return after[:1].isupper() or (before[:1].isupper() and not doc[place - 1].is_sent_start)


@Language.factory("newsreader_consistency", requires=["doc.ents"], assigns=["doc.ents"])
def make_consistency(nlp: Language, name: str) -> Consistency:
    """Return the component `newsreader_consistency`; spaCy's factories want both arguments."""
    del nlp, name
    return Consistency()
