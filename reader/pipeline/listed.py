"""Let the lists of names decide where they leave no doubt.

A recogniser that saw a name in no sentence before may still take "the DRC" for a company. Where
every list that holds a name agrees on its type, that type wins; a name of several words from the
lists that was missed, or found only in part, is added. Towns, given names and surnames say too
little alone.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from reader.pipeline.gazetteer import ALONE, BEGIN, CLASSES, END, JOINED, USER_DATA, mask_of
from reader.word_lists import listed

LABELS = {
    "country": "GPE",
    "city": "GPE",
    "town": "GPE",
    "region": "GPE",
    "place": "LOC",
    "facility": "FAC",
    "demonym": "NORP",
    "group": "NORP",
    "person": "PERSON",
    "given_name": "PERSON",
    "surname": "PERSON",
    "organisation": "ORG",
    "party": "ORG",
    "medium": "ORG",
    "agency": "ORG",
    "company": "ORG",
    "team": "ORG",
    "event": "EVENT",
    "work": "MISC",
    "product": "MISC",
    "language": "MISC",
}
# Classes whose single words are sure enough to overrule the recogniser.
_SURE_ALONE = listed(
    "country demonym group organisation party medium agency company event work product"
)
# Classes whose single words are added where the recogniser missed them.
_SURE_MISSED = frozenset(("country", "city", "demonym", "product"))
_TELLING = mask_of(["common_word", "title"])
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_CLASS_BITS = (1 << len(CLASSES)) - 1
_KEPT = frozenset(("DATE",))


def decide(doc: Doc, spans: Iterable[Span]) -> list[Span]:
    """Return the entities `spans` of `doc` as the lists want them, with missed names added.

    A document that the gazetteer has not seen is returned as it is.
    """
    given = list(spans)
    bits = doc.user_data.get(USER_DATA)
    if bits is None:
        return given
    masks = [int(mask) for mask in bits]
    at_token = {
        place: span
        for span in (_relabel(span, masks) for span in given)
        for place in range(span.start, span.end)
    }
    for start, end, label in [*_short_names(doc, masks), *_long_names(masks)]:
        touched = {at_token[place] for place in range(start, end) if place in at_token}
        # A recognised name that goes beyond the listed one knows more than the list.
        if any(span.start < start or span.end > end for span in touched):
            continue
        if {(span.start, span.end) for span in touched} != {(start, end)}:
            at_token.update(dict.fromkeys(range(start, end), Span(doc, start, end, label)))
    return sorted(set(at_token.values()), key=lambda span: span.start)


def _relabel(span: Span, masks: list[int]) -> Span:
    if span.label_ in _KEPT:
        return span
    label = _label(span.start, span.end, masks)
    if label is None or label == span.label_ or {label, span.label_} <= _PLACES:
        return span
    return Span(span.doc, span.start, span.end, label)


def _label(start: int, end: int, masks: list[int]) -> str | None:
    """Return the label on which all lists agree that hold exactly this name."""
    if end - start == 1:
        names = _names(masks[start] >> ALONE)
        return _agreed(names) if names and set(names) & _SURE_ALONE else None
    if masks[start] >> BEGIN & 1 and masks[end - 1] >> END & 1:
        inner = any(masks[place] >> BEGIN & 1 for place in range(start + 1, end))
        return None if inner else _agreed(_names(masks[start] >> JOINED))
    return None


def _names(mask: int) -> list[str]:
    mask &= _CLASS_BITS
    return [name for bit, name in enumerate(CLASSES) if mask >> bit & 1 and name in LABELS]


def _agreed(names: list[str]) -> str | None:
    labels = {LABELS[name] for name in names}
    if len(labels) > 1 and labels <= _PLACES:
        return "GPE"
    return labels.pop() if len(labels) == 1 else None


def _long_names(masks: list[int]) -> Iterator[tuple[int, int, str]]:
    start = None
    for place, mask in enumerate(masks):
        if mask >> BEGIN & 1:
            start = place
        if mask >> END & 1 and start is not None:
            label = _agreed(_names(masks[start] >> JOINED))
            if label is not None:
                yield start, place + 1, label
            start = None


def _short_names(doc: Doc, masks: list[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the words that are one name in the lists and nothing else."""
    for place, mask in enumerate(masks):
        names = _names(mask >> ALONE)
        if not names or not set(names) & _SURE_MISSED:
            continue
        label = _agreed(names)
        text = doc[place].text
        if mask & _TELLING and not _in_capitals_alone(doc, place):
            continue
        if label is not None and text[0].isupper() and not mask >> JOINED & _CLASS_BITS:
            yield place, place + 1, label


def _in_capitals_alone(doc: Doc, place: int) -> bool:
    """Whether a word is in capitals and its neighbours are not: "US", which is not "us"."""
    beside = doc[max(place - 1, 0) : place + 2]
    return [token.i for token in beside if token.is_upper and len(token) > 1] == [place]
