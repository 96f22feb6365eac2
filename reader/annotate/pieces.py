"""Cutting a text, so that neither memory nor time grows beyond measure with it."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

# Where a cut does least harm, best first; without any of them a word is cut.
_BREAKS = ("\n", ". ", " ")
# No word is that long; what is, such as a row of dashes or quotation marks, is cut into such parts.
_LONGEST_WORD = 200
_LONG_RUN = re.compile(rf"\S{{{2 * _LONGEST_WORD},}}|[\W_]{{{2 * _LONGEST_WORD},}}")
_MOSTLY = 0.75
"""Share of blanks from which a row is a gap in the text and no row of marks."""
_LETTER = re.compile(r"[^\W_]")


def pieces(text: str, size: int) -> Iterator[str]:
    """Yield consecutive pieces of a text that together are the text.

    Args:
        text: What to cut.
        size: The most code points that a piece may have; a piece ends with a paragraph if one ends
            within that, else with a sentence, else with a word.
    """
    start = 0
    while len(text) - start > size:
        end = _cut(text, start, start + size)
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    for mark in _BREAKS:
        at = text.rfind(mark, start, limit)
        if at > start:
            return at + len(mark)
    return limit


def tokenize(nlp: Language, text: str) -> Doc:
    """Return the Doc of a text, in time that grows with its length and no faster.

    spaCy's tokenizer peels marks off a run without blanks one by one and looks at all the rest each
    time; a run too long for a word is therefore tokenized in parts. A part without a letter (rows
    of dashes or of quotation marks) is one token: there is nothing in it for a parser to read.
    """
    docs: list[Doc] = []
    end = 0
    for run in _LONG_RUN.finditer(text):
        if run.start() > end:
            docs.append(nlp.make_doc(text[end : run.start()]))
        parts = range(run.start(), run.end(), _LONGEST_WORD)
        docs += [_read_part(nlp, text[at : min(at + _LONGEST_WORD, run.end())]) for at in parts]
        end = run.end()
    if not docs:
        return nlp.make_doc(text)
    if end < len(text):
        docs.append(nlp.make_doc(text[end:]))
    return Doc.from_docs(docs, ensure_whitespace=False)


def _read_part(nlp: Language, part: str) -> Doc:
    """Return the Doc of a part of a long run."""
    blank = len(part) - sum(map(len, part.split()))
    if _LETTER.search(part) or blank > _MOSTLY * len(part):
        return nlp.make_doc(part)
    return Doc(nlp.vocab, words=[part], spaces=[False])
