"""One text read once: passages, sentences, paragraphs and sites by token number."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import msgspec
from spacy.tokens import Doc

from reader.annotate.marks import Passage, find_passages
from reader.annotate.sites import Site, find_sites
from reader.annotate.words import Words, read_words

_BLANKS = 3
_TAIL = 20


class Quoted(msgspec.Struct, frozen=True, gc=False):
    """A passage with its place among the tokens."""

    passage: Passage
    start: int
    """First token of the passage, marks included."""
    end: int
    paragraph: int
    number: int
    """Its place among all passages."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the features of quotes and speakers look things up in."""

    doc: Doc
    """For the odd lemma; each look into it makes a token anew."""
    text: str
    folded: str
    """The text without regard to case; a few letters may shift what is behind them."""
    words: Words
    paragraphs: tuple[int, ...]
    """First token of each paragraph."""
    paragraph_of: tuple[int, ...]
    """Number of each token's paragraph."""
    sentences: tuple[int, ...]
    """First token of each sentence."""
    quoted: tuple[Quoted, ...]
    outer: tuple[Quoted, ...]
    """The passages that lie in no other."""
    covered: bytes
    """For each token 1 if one of them covers it."""
    sites: tuple[Site, ...]
    cues: tuple[int, ...]
    """The cue of each site, ascending."""

    def paragraph(self, token: int) -> int:
        """Return the number of the paragraph of a token."""
        return self.paragraph_of[token]

    def paragraph_tokens(self, number: int) -> tuple[int, int]:
        """Return the token range of a paragraph."""
        last = number + 1 >= len(self.paragraphs)
        return self.paragraphs[number], len(self.words) if last else self.paragraphs[number + 1]

    def opens_paragraph(self, quoted: Quoted) -> bool:
        """Whether nothing but blanks stands before a passage in its paragraph."""
        first = self.paragraphs[quoted.paragraph]
        blank = quoted.start - first <= _BLANKS
        return blank and all(self.words.blank[first : quoted.start])

    def closes_paragraph(self, quoted: Quoted) -> bool:
        """Whether nothing but blanks follows a passage in its paragraph."""
        end = self.paragraph_tokens(quoted.paragraph)[1]
        return quoted.end >= end or self.words.blank[quoted.end]

    def asked_before(self, quoted: Quoted) -> bool:
        """Whether the paragraph before a passage's ends with a question without marks."""
        end = self.words.start[self.paragraphs[quoted.paragraph]]
        return self.text[max(0, end - _TAIL) : end].rstrip().endswith("?")

    def sentence(self, token: int) -> int:
        """Return the number of the sentence of a token."""
        return self.words.sentence[token]

    def sentence_tokens(self, number: int) -> tuple[int, int]:
        """Return the token range of a sentence."""
        last = number + 1 >= len(self.sentences)
        return self.sentences[number], len(self.words) if last else self.sentences[number + 1]

    def sites_between(self, start: int, end: int) -> tuple[Site, ...]:
        """Return the sites whose cue lies in a token range."""
        return self.sites[bisect_left(self.cues, start) : bisect_left(self.cues, end)]

    def outer_at(self, token: int) -> Quoted | None:
        """Return the outermost passage that covers a token."""
        at = bisect_right(self.outer, token, key=lambda quoted: quoted.start) - 1
        found = self.outer[at] if at >= 0 else None
        return found if found is not None and token < found.end else None

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of a token range that is not empty."""
        return self.words.start[start], self.words.end[end - 1]


def read_story(doc: Doc) -> Story:
    """Find passages and sites of ``doc`` and where its paragraphs and sentences begin."""
    words = read_words(doc)
    text = words.whole()
    breaks = [False, *map(_breaks, words.text[:-1])][: len(words)]
    paragraphs = [0, *(i for i, first in enumerate(breaks) if first)]
    sentences = [0][: len(words)]
    sentences += [i for i, (a, b) in enumerate(pairwise(words.sentence), 1) if a != b]
    quoted = _place(find_passages(text), words.start, paragraphs)
    outer = tuple(entry for entry in quoted if entry.passage.depth == 0)
    covered = bytearray(len(words))
    for entry in outer:
        covered[entry.start : entry.end] = b"\x01" * (entry.end - entry.start)
    sites = tuple(find_sites(words, sentences)) if words.parsed else ()
    return Story(
        doc,
        text,
        text.casefold(),
        words,
        tuple(paragraphs),
        tuple(accumulate(breaks)),
        tuple(sentences),
        quoted,
        outer,
        bytes(covered),
        sites,
        tuple(site.cue for site in sites),
    )


def _breaks(text: str) -> bool:
    return "\n" in text or "\r" in text or "\u2029" in text


def _place(
    passages: list[Passage], offsets: Sequence[int], paragraphs: list[int]
) -> tuple[Quoted, ...]:
    placed = []
    for number, passage in enumerate(passages):
        start = max(0, bisect_right(offsets, passage.start) - 1)
        end = max(start + 1, bisect_left(offsets, passage.end))
        paragraph = bisect_right(paragraphs, start) - 1
        placed.append(Quoted(passage, start, end, paragraph, number))
    return tuple(placed)
