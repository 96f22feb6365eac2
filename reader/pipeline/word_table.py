"""Rows of numbers for words, made once for each word."""

from collections.abc import Callable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

Number = TypeVar("Number", bound=np.generic)
_MOST_WORDS = 200_000  # kept before the table starts anew


class WordTable(Generic[Number]):
    """One row for every word seen so far.

    `empty` gives the width and the kind of numbers, `make_row` the row of a word, which may depend
    on nothing but the word's letters.
    """

    def __init__(
        self, empty: NDArray[Number], make_row: Callable[[Token], NDArray[Number]]
    ) -> None:
        self._rows: dict[int, int] = {}
        self._table = empty
        self._make_row = make_row

    def look_up(self, doc: Doc) -> NDArray[Number]:
        """Return one row for each token of `doc`."""
        if len(self._rows) > _MOST_WORDS:
            self._rows.clear()
        rows = self._rows
        places = []
        for token in doc:
            place = rows.get(token.orth)
            places.append(self._add(token) if place is None else place)
        found: NDArray[Number] = self._table[np.array(places, dtype=np.intp)]
        return found

    def _add(self, token: Token) -> int:
        place = self._rows[token.orth] = len(self._rows)
        if place == len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._table[place] = self._make_row(token)
        return place
