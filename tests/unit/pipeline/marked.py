"""Documents with the entities that a recogniser is supposed to have found."""

from spacy.tokens import Doc


def mark(doc: Doc, *given: tuple[str, str]) -> Doc:
    """Return `doc` with entities: words and label of each, found in text order."""
    spans, done = [], 0
    for name, label in given:
        start = doc.text.index(name, done)
        done = start + len(name)
        span = doc.char_span(start, done, label)
        assert span is not None
        spans.append(span)
    doc.ents = tuple(spans)
    return doc
