"""Boosted trees over named circumstances: weights from a file, a walk down each tree, a sum."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reader.annotate.ranker import logistic

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tree:
    """A full binary tree whose inner nodes ask whether a circumstance is given."""

    asks: tuple[str, ...]
    """Names, level by level; the children of node n are 2n + 1 (absent) and 2n + 2 (given)."""
    leaves: tuple[float, ...]


@dataclass(frozen=True)
class Forest:
    """The sum of trees of one depth, as the logarithm of odds."""

    trees: tuple[Tree, ...]
    bias: float

    def score(self, features: Iterable[str]) -> float:
        """Return the bias and the leaf of each tree that the circumstances lead to, summed up."""
        number, levels, leaves = self._tables
        given = np.zeros(len(number), dtype=np.int64)
        given[[number[name] for name in features if name in number]] = 1
        at = np.arange(len(self.trees))
        for asks in levels:  # one step down in all trees at once
            at = 2 * at + given[asks[at]]
        return self.bias + float(leaves[at].sum())

    def probability(self, features: Iterable[str]) -> float:
        """Return the logistic of the score."""
        return logistic(self.score(features))

    @cached_property
    def _tables(self) -> tuple[dict[str, int], list[Ints], NDArray[np.float64]]:
        """Each name's number, what the nodes of each level of all trees ask, and all leaves."""
        number: dict[str, int] = {}
        for tree in self.trees:
            for name in tree.asks:
                number.setdefault(name, len(number))
        asks = np.array([[number[name] for name in tree.asks] for tree in self.trees])
        depth = len(self.trees[0].asks).bit_length() if self.trees else 0
        levels = [asks[:, 2**level - 1 : 2 ** (level + 1) - 1].ravel() for level in range(depth)]
        return number, levels, np.array([tree.leaves for tree in self.trees]).ravel()


@cache
def load_forest(name: str) -> Forest:
    """Load ``data/NAME.json``, made by ``reader.annotate.training.quotes``.

    Loaded once for the process; the result is never changed.
    """
    raw = json.loads((files("reader.annotate") / "data" / f"{name}.json").read_text("utf-8"))
    names = raw["names"]
    trees = (
        Tree(tuple([names[number] for number in asks]), tuple(leaves))
        for asks, leaves in raw["trees"]
    )
    return Forest(tuple(trees), float(raw["bias"]))
