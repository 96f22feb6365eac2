"""A Doc's words as plain lists, and its parse in one set of roles.

Quotes and mentions look at every word many times. Python lists of strings are several times faster
to read than spaCy's tokens, and one table of roles hides whether the parser speaks Universal
Dependencies or CLEAR.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from spacy.tokens import Doc

from reader.word_lists import by_word

# Left: what the labels of both schemes mean here. A label that is missing means "other".
_ROLE = by_word(
    {
        "subj": "nsubj nsubj:outer nsubj:pass nsubjpass csubj csubj:pass csubjpass",
        "obj": "obj dobj",
        "iobj": "iobj dative",
        "obl": "obl obl:agent obl:unmarked obl:npmod obl:tmod pobj npadvmod",
        "nmod": "nmod nmod:unmarked nmod:npmod nmod:tmod",
        "poss": "nmod:poss poss",
        "appos": "appos",
        "compound": "compound nn nmod:desc",
        "flat": "flat flat:name goeswith fixed",
        "amod": "amod",
        "nummod": "nummod quantmod",
        "det": "det det:predet predet",
        "case": "case",
        "prep": "prep agent",
        "cop": "cop",
        "attr": "attr oprd",
        "conj": "conj",
        "cc": "cc cc:preconj preconj",
        "relcl": "acl:relcl relcl",
        "acl": "acl",
        "advcl": "advcl advcl:relcl",
        "xcomp": "xcomp",
        "ccomp": "ccomp parataxis",
        "aux": "aux aux:pass auxpass",
        "expl": "expl",
        "mark": "mark",
        "punct": "punct",
        "vocative": "vocative",
        "root": "ROOT root",
    }
)
_LINE_BREAKS = frozenset("\n\r\u2029")
_COLUMNS: list[int | str] = [
    "IDX", "LENGTH", "ORTH", "POS", "TAG", "ENT_TYPE", "IS_SPACE", "IS_PUNCT", "SPACY",
    "DEP", "HEAD", "SENT_START",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one item a token; offsets are code points of the text."""

    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    pos: list[str]
    """Universal part of speech, empty where no tagger ran."""
    tag: list[str]
    entity: list[str]
    """Type of the name that the word is part of, empty outside names."""
    blank: list[bool]
    """Whether the token is white space; ``punct``: whether all its characters are punctuation;
    ``spaced``: whether a space that is no token follows it."""
    punct: list[bool]
    spaced: list[bool]
    dep: list[str]
    """The parser's own label."""
    role: list[str]
    """What the word is to its head: subj, obj, obl, poss, appos, … (see ``_ROLE``)."""
    head: list[int]
    """The head's number; a root is its own head, and so is every word without a parse."""
    children: list[Sequence[int]]
    left: list[int]
    """First token of all that hangs on the word, itself included; ``right``: the last."""
    right: list[int]
    sentence: list[int]
    """Number of the sentence; all are one where nothing has set sentence starts."""
    paragraph: list[int]
    parsed: bool

    def __len__(self) -> int:
        return len(self.text)

    def between(self, first: int, last: int) -> str:
        """Return the words from `first` to `last` as they are written."""
        parts = [self.text[first]]
        for i in range(first + 1, last + 1):
            if self.start[i] > self.end[i - 1]:
                parts.append(" ")
            parts.append(self.text[i])
        return "".join(parts)

    def whole(self) -> str:
        """Return the text; ``Doc.text`` makes every token anew for it."""
        parts = zip(self.text, self.spaced, strict=True)
        return "".join([form + " " if spaced else form for form, spaced in parts])

    def below(self, word: int, *roles: str) -> Iterator[int]:
        """Yield the direct dependents of `word` with one of some roles, in text order."""
        return (child for child in self.children[word] if self.role[child] in roles)

    def governor(self, word: int) -> int:
        """Return the word that `word` is an argument of; a preposition is looked through."""
        head = self.head[word]
        return self.head[head] if self.role[head] == "prep" else head

    def at(self, offset: int) -> int:
        """Return the number of the last token that starts at or before a code point offset."""
        return max(bisect_right(self.start, offset) - 1, 0)


def read_words(doc: Doc) -> Words:
    """Return the words of `doc` with whatever tags, parse and sentences it has."""
    table = doc.to_array(_COLUMNS).reshape(len(doc), len(_COLUMNS)).astype(np.int64).T
    column = dict(zip(_COLUMNS, table, strict=True))
    opens, dep = column["SENT_START"].tolist(), column["DEP"].tolist()
    texts = _strings(doc, column["ORTH"].tolist())
    labels = _strings(doc, dep)
    heads = (column["HEAD"] + np.arange(len(doc))).tolist()
    below: defaultdict[int, list[int]] = defaultdict(list)
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(i)
    # As Doc.has_annotation has it, but that looks at each token by itself.
    parsed = any(dep)
    return Words(
        text=texts,
        lower=[text.lower() for text in texts],
        start=column["IDX"].tolist(),
        end=(column["IDX"] + column["LENGTH"]).tolist(),
        pos=_strings(doc, column["POS"].tolist()),
        tag=_strings(doc, column["TAG"].tolist()),
        entity=_strings(doc, column["ENT_TYPE"].tolist()),
        blank=(column["IS_SPACE"] != 0).tolist(),
        punct=(column["IS_PUNCT"] != 0).tolist(),
        spaced=(column["SPACY"] != 0).tolist(),
        dep=labels,
        role=[_ROLE.get(label, "other") for label in labels],
        head=heads,
        children=[below.get(i, ()) for i in range(len(texts))],
        left=_edges(heads, range(len(heads))),
        right=_edges(heads, range(len(heads) - 1, -1, -1)),
        sentence=list(accumulate(int(i > 0 and value == 1) for i, value in enumerate(opens))),
        paragraph=_paragraphs(texts),
        parsed=parsed,
    )


def _edges(heads: list[int], order: range) -> list[int]:
    """Return the outermost token below each word, seen from where `order` begins."""
    edges = list(range(len(heads)))
    forward = order.step > 0
    for i in order:
        word = i
        while heads[word] != word:
            word = heads[word]
            if (edges[word] <= i) if forward else (edges[word] >= i):
                break
            edges[word] = i
    return edges


def _strings(doc: Doc, hashes: list[int]) -> list[str]:
    strings = doc.vocab.strings
    # Hashes are unsigned; the table above is signed for the sake of heads and sentence starts.
    known = {value: strings[value % 2**64] if value else "" for value in set(hashes)}
    return [known[value] for value in hashes]


def _paragraphs(texts: list[str]) -> list[int]:
    """Return each token's paragraph number; a line break belongs to the paragraph that it ends."""
    ends = (not _LINE_BREAKS.isdisjoint(text) for text in texts[:-1])
    return list(accumulate(ends, initial=0))[: len(texts)]
