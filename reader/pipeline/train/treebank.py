"""Read a Universal Dependencies treebank (CoNLL-U) as documents with paragraphs.

The treebanks' own comments (`newdoc`, `newpar`, `text`) say where a document and a paragraph
begin; the pipeline is trained on text that looks like an article's body, blank lines included.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from reader.pipeline.corpus_files import open_text

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a treebank."""

    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int  # index inside the sentence; its own index for the root
    dep: str
    space: bool  # whether white space follows


_BREAK = Word(PARAGRAPH_BREAK, PARAGRAPH_BREAK, "SPACE", "_SP", "", 0, "dep", space=False)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `paragraph` says whether a paragraph (or a document) begins with it."""

    words: tuple[Word, ...]
    paragraph: bool


@dataclass(slots=True)
class TreeDocument:
    """A document's name and its sentences, in order."""

    name: str
    sentences: list[Sentence] = field(default_factory=list)


def read_treebank(path: Path) -> list[TreeDocument]:
    """Return the documents of the CoNLL-U file at `path`.

    Raises:
        ValueError: A line has other than ten columns.
    """
    documents: list[TreeDocument] = []
    for comments, rows in _blocks(open_text(path)):
        name = comments.get("newdoc id", comments.get("newdoc"))
        if name is not None or not documents:
            documents.append(TreeDocument(name or ""))
        opens = any(key.startswith("newpar") for key in comments)
        first = not documents[-1].sentences
        documents[-1].sentences.append(Sentence(_words(rows), opens or first))
    return documents


def _blocks(lines: Iterable[str]) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            row = line.split("\t")
            if len(row) != 10:
                raise ValueError(f"not a CoNLL-U line: {line!r}")
            rows.append(row)
        elif rows:
            yield comments, rows
            comments, rows = {}, []
    if rows:
        yield comments, rows


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    # Empty nodes ("8.1") are of the enhanced graph only. Inside a contraction ("2-3") there is
    # no space, and after it only where the contraction's own line allows one.
    joined: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            joined.update(dict.fromkeys(range(first, last), False))
            joined[last] = "SpaceAfter=No" not in row[9]
    words = []
    for row in rows:
        if not row[0].isdigit():
            continue
        number, head = int(row[0]), int(row[6])
        words.append(
            Word(
                text=row[1],
                lemma=row[2],
                pos=row[3],
                tag=row[4],
                morph="" if row[5] == "_" else row[5],
                head=head - 1 if head else number - 1,
                dep=row[7] if head else "ROOT",
                space=joined.get(number, "SpaceAfter=No" not in row[9]),
            )
        )
    return tuple(words)


def make_tree_doc(vocab: Vocab, sentences: Iterable[Sentence]) -> Doc:
    """Return the annotated document of `sentences`, an empty line between paragraphs.

    The empty line is a token of its own, hung on the last word of the sentence before.
    """
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        if sentence.paragraph and words:
            words[-1] = replace(words[-1], space=False)
            words.append(_BREAK)
            heads.append(len(words) - 2)
            starts.append(False)
        elif words and not words[-1].space:
            words[-1] = replace(words[-1], space=True)
        first = len(words)
        words += sentence.words
        heads += [first + word.head for word in sentence.words]
        starts += [position == 0 for position in range(len(sentence.words))]
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.pos for word in words],
        tags=[word.tag for word in words],
        morphs=[word.morph for word in words],
        deps=[word.dep for word in words],
        heads=heads,
        sent_starts=starts,
    )
