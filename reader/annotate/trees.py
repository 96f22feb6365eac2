"""Boosted trees over named circumstances: weights from a file, a walk down each tree, a sum."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.annotate.ranker import logistic


@dataclass(frozen=True, slots=True)
class Tree:
    """A full binary tree whose inner nodes ask whether a circumstance is given."""

    asks: tuple[str, ...]
    """Names, level by level; the children of node n are 2n + 1 (absent) and 2n + 2 (given)."""
    leaves: tuple[float, ...]

    def score(self, features: Collection[str]) -> float:
        """Return the value of the leaf that the circumstances lead to."""
        node, inner = 0, len(self.asks)
        while node < inner:
            node += node + 1 + (self.asks[node] in features)
        return self.leaves[node - inner]


@dataclass(frozen=True, slots=True)
class Forest:
    """The sum of trees, as the logarithm of odds."""

    trees: tuple[Tree, ...]
    bias: float

    def score(self, features: Collection[str]) -> float:
        """Return the sum over all trees."""
        given = frozenset(features)
        return self.bias + sum([tree.score(given) for tree in self.trees])

    def probability(self, features: Collection[str]) -> float:
        """Return the logistic of the score."""
        return logistic(self.score(features))


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
