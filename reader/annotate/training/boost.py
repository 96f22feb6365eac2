"""Fitting boosted trees over named features with numpy alone.

Newton boosting of the logistic loss (Friedman 2001; Chen and Guestrin 2016) with full trees of a
fixed depth. Each tree sees a part of the features, drawn with a fixed seed, so that the same cases
give the same trees.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reader.annotate.quoting.trees import Forest, Tree
from reader.annotate.training.fit import Case, FeatureMatrix, Floats, Ints, logistic

_TREES, _DEPTH, _RATE = 250, 5, 0.06
_PENALTY = 5.0
"""Added to the curvature of a leaf (L2)."""
_LEAST_CURVATURE = 0.2
"""A leaf with less than this holds too few doubtful cases to say anything."""
_SHARE = 0.25
"""Part of the features that each tree may ask for."""


def fit_forest(cases: Sequence[Case], least: int = 5) -> Forest:
    """Return trees whose sum is the log-odds of the cases' truth.

    Args:
        cases: What is so, and to what degree.
        least: Features seen less often are left out.
    """
    matrix = FeatureMatrix([case.features for case in cases], least)
    truth = np.array([case.truth for case in cases])
    mean = float(np.clip(truth.mean(), 0.01, 0.99))
    bias = float(np.log(mean / (1 - mean)))
    scores = np.full(len(cases), bias)
    random = np.random.default_rng(0)
    trees = []
    for _ in range(_TREES):
        allowed = random.random(len(matrix.names)) < _SHARE
        chance = logistic(scores)
        tree, step = _grow(matrix, chance - truth, chance * (1 - chance), allowed)
        scores += step
        trees.append(tree)
    return Forest(tuple(trees), bias)


def _grow(
    matrix: FeatureMatrix, slope: Floats, curvature: Floats, allowed: NDArray[np.bool_]
) -> tuple[Tree, Floats]:
    """Return one tree and what it adds to each case."""
    place = np.zeros(matrix.height, dtype=np.int64)
    asks: list[str] = []
    for level in range(_DEPTH):
        chosen = _split(matrix, place, 2**level, slope, curvature, allowed)
        asks += [matrix.names[number] if number >= 0 else "" for number in chosen]
        given = np.zeros(matrix.height, dtype=np.int64)
        given[matrix.row[matrix.column == chosen[place[matrix.row]]]] = 1
        place = 2 * place + given
    size = 2**_DEPTH
    slopes = np.bincount(place, slope, size)
    curvatures = np.bincount(place, curvature, size)
    leaves = np.round(-_RATE * slopes / (curvatures + _PENALTY), 4)
    return Tree(tuple(asks), tuple(leaves.tolist())), np.asarray(leaves[place], np.float64)


def _split(
    matrix: FeatureMatrix,
    place: Ints,
    nodes: int,
    slope: Floats,
    curvature: Floats,
    allowed: NDArray[np.bool_],
) -> Ints:
    """Return for each node the feature that divides it best, -1 where none does."""
    width = len(matrix.names)
    cell = place[matrix.row] * width + matrix.column
    with_slope = np.bincount(cell, slope[matrix.row], nodes * width).reshape(nodes, width)
    with_curve = np.bincount(cell, curvature[matrix.row], nodes * width).reshape(nodes, width)
    all_slope = np.bincount(place, slope, nodes)[:, None]
    all_curve = np.bincount(place, curvature, nodes)[:, None]
    without_slope, without_curve = all_slope - with_slope, all_curve - with_curve
    gain = (
        with_slope**2 / (with_curve + _PENALTY)
        + without_slope**2 / (without_curve + _PENALTY)
        - all_slope**2 / (all_curve + _PENALTY)
    )
    usable = (with_curve >= _LEAST_CURVATURE) & (without_curve >= _LEAST_CURVATURE) & allowed
    gain = np.where(usable, gain, 0.0)
    best = np.argmax(gain, axis=1)
    return np.where(gain[np.arange(nodes), best] > 0, best, -1)
