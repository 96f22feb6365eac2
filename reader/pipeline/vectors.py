"""What words mean, learned from far more text than the corpora hold: vectors of word pieces.

A word's vector is the mean of its pieces' vectors, and the pieces are found by greedy longest match
first (WordPiece: Schuster and Nakajima 2012, as in BERT, Devlin et al. 2019). So each word has a
vector, a surname that nobody wrote before too. `train/vectors.py` says where the vectors come from.

The component runs first and leaves one row a token for the embedding layer.
"""

import io
import re
from collections.abc import Callable, Iterable
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from reader.pipeline.gazetteer import fold
from reader.pipeline.one_file import OneFile
from reader.pipeline.word_table import WordTable

DIMENSIONS = 96
USER_DATA = "newsreader_vectors"
SCALE = np.float32(1 / 20)
"""What one step of the whole numbers in the table is worth; components have a deviation near 1."""

_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")
_INNER = "##"  # before a piece that begins inside a word
_LONGEST_WORD = 60  # characters; what is longer is no word
Rows = NDArray[np.int8]


class WordVectors(OneFile):
    """The vectors of word pieces, and the component that leaves them on documents."""

    file_name = "pieces.npz"

    def __init__(self, name: str = "newsreader_vectors") -> None:
        self.name = name
        self._fill([], np.zeros((0, DIMENSIONS), dtype=np.int8))

    def _fill(self, pieces: list[str], table: Rows) -> None:
        self._rows = {piece: row for row, piece in enumerate(pieces)}
        self._table = table
        self._words: WordTable[np.int8] = WordTable(
            np.zeros((1024, DIMENSIONS), dtype=np.int8), lambda token: self.vector(token.text)
        )

    def __len__(self) -> int:
        return len(self._rows)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with the vectors of its tokens (`features`) in its user data."""
        doc.user_data[USER_DATA] = self._words.look_up(doc)
        return doc

    def vector(self, word: str) -> Rows:
        """Return the vector of `word`, in steps of `SCALE`; zeros for one without known pieces."""
        rows = [
            row for part in _PARTS.findall(fold(word[:_LONGEST_WORD])) for row in self._cut(part)
        ]
        if not rows:
            return np.zeros(DIMENSIONS, dtype=np.int8)
        mean: Rows = np.rint(self._table[rows].mean(axis=0)).astype(np.int8)
        return mean

    def _cut(self, part: str) -> list[int]:
        """Return the rows of the pieces of `part`, what no piece begins with left out."""
        rows, start, mark = [], 0, ""
        while start < len(part):
            for end in range(len(part), start, -1):
                row = self._rows.get(mark + part[start:end])
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                start += 1
            mark = _INNER
        return rows

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Any]],
        *,
        nlp: Language | None = None,
        pieces: list[str] | None = None,
        table: Rows | None = None,
    ) -> None:
        """Take the `pieces` and one row of `table` for each; spaCy calls this before training."""
        del get_examples, nlp
        if pieces is not None and table is not None:
            self._fill(pieces, table)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the vectors, packed."""
        del exclude
        packed = io.BytesIO()
        np.savez_compressed(packed, pieces=np.array(list(self._rows)), table=self._table)
        return packed.getvalue()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Take the vectors from what `to_bytes` returned."""
        del exclude
        with np.load(io.BytesIO(data), allow_pickle=False) as packed:
            self._fill([str(piece) for piece in packed["pieces"]], packed["table"])
        return self


def features(doc: Doc) -> NDArray[np.float32]:
    """Return the vectors of `doc`, one row a token.

    Raises:
        ValueError: The component has not seen the document.
    """
    rows = doc.user_data.get(USER_DATA)
    if rows is None:
        raise ValueError("the component newsreader_vectors has to run first")
    vectors: NDArray[np.float32] = rows.astype(np.float32) * SCALE
    return vectors


@Language.factory("newsreader_vectors")
def make_vectors(nlp: Language, name: str) -> WordVectors:
    """Return the component without vectors, to be filled by `initialize` or `from_disk`."""
    del nlp
    return WordVectors(name)
