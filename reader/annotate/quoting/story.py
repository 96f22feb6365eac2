"""One text read once: passages, sentences, paragraphs and sites by token number."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec
from spacy.tokens import Doc

from reader.annotate.quoting.marks import Passage, find_passages
from reader.annotate.quoting.ruler import Ruler, make_ruler
from reader.annotate.quoting.sites import Site, find_sites
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
    ruler: Ruler

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

    def sentence_around(self, token: int) -> tuple[int, int]:
        """Return the token range of a token's sentence."""
        number = self.words.sentence[token]
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
    paragraphs, sentences = _firsts(words.paragraph), _firsts(words.sentence)
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
        paragraphs,
        sentences,
        quoted,
        outer,
        bytes(covered),
        sites,
        tuple(site.cue for site in sites),
        make_ruler(words, (entry.start for entry in outer), covered, sites),
    )


def _firsts(numbers: list[int]) -> tuple[int, ...]:
    """Return the first token of each paragraph or sentence, given each token's number of it."""
    return (*[0][: len(numbers)], *(i for i, (a, b) in enumerate(pairwise(numbers), 1) if a != b))


def _place(
    passages: list[Passage], offsets: Sequence[int], paragraphs: Sequence[int]
) -> tuple[Quoted, ...]:
    placed = []
    for passage in passages:
        start = max(0, bisect_right(offsets, passage.start) - 1)
        end = max(start + 1, bisect_left(offsets, passage.end))
        paragraph = bisect_right(paragraphs, start) - 1
        placed.append(Quoted(passage, start, end, paragraph))
    return tuple(placed)
