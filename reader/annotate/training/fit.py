"""Fitting linear models over named features with numpy alone.

Maximum likelihood with an L2 penalty, minimised by Adam (Kingma and Ba 2015) over the whole batch:
the data fit in memory, and a few hundred steps take seconds.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_RATE, _STEPS = 0.1, 250


@dataclass(frozen=True, slots=True)
class Choice:
    """Rivals of which some are right."""

    features: Sequence[Sequence[str]]
    right: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Case:
    """Something that is so to a degree from 0 to 1."""

    features: Sequence[str]
    truth: float


class FeatureMatrix:
    """A sparse 0/1 matrix as two parallel arrays: row and column of each one."""

    def __init__(self, rows: Sequence[Sequence[str]], least: int) -> None:
        counts = Counter(name for row in rows for name in row)
        self.names = sorted(name for name, count in counts.items() if count >= least)
        index = {name: number for number, name in enumerate(self.names)}
        pairs = [(r, index[name]) for r, row in enumerate(rows) for name in row if name in index]
        array = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        self.row, self.column = array[:, 0], array[:, 1]
        self.height = len(rows)

    def times(self, weights: Floats) -> Floats:
        """Return the sum of each row's weights."""
        return np.asarray(np.bincount(self.row, weights[self.column], self.height), np.float64)

    def transposed_times(self, errors: Floats) -> Floats:
        """Return the sum of each column's errors."""
        size = len(self.names)
        return np.asarray(np.bincount(self.column, errors[self.row], size), np.float64)


class _Adam:
    def __init__(self, size: int, rate: float = _RATE) -> None:
        self.rate = rate
        self.mean, self.square, self.step = np.zeros(size), np.zeros(size), 0

    def update(self, gradient: Floats) -> Floats:
        """Return what to take from the parameters."""
        self.step += 1
        self.mean = 0.9 * self.mean + 0.1 * gradient
        self.square = 0.999 * self.square + 0.001 * gradient**2
        mean = self.mean / (1 - 0.9**self.step)
        square = self.square / (1 - 0.999**self.step)
        return self.rate * mean / (np.sqrt(square) + 1e-8)


def fit_choices(
    choices: Sequence[Choice],
    penalty: float,
    least: int = 3,
    *,
    rate: float = _RATE,
    steps: int = _STEPS,
) -> dict[str, float]:
    """Return weights that make the right rivals likely (softmax over each choice's rivals).

    The loss is the probability of all right rivals of a choice together (Durrett and Klein 2013).

    Args:
        choices: Those without a right rival are left out.
        penalty: Strength of the L2 penalty.
        least: Features seen less often are left out.
        rate: Adam's learning rate.
        steps: How many it takes.
    """
    usable = [choice for choice in choices if any(choice.right)]
    matrix = FeatureMatrix([row for choice in usable for row in choice.features], least)
    sizes = np.array([len(choice.features) for choice in usable])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(usable)), sizes)
    right = np.array([r for choice in usable for r in choice.right], dtype=np.float64)
    weights, adam = np.zeros(len(matrix.names)), _Adam(len(matrix.names), rate)
    for _ in range(steps):
        scores = matrix.times(weights)
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chosen = powers / np.add.reduceat(powers, starts)[group]
        good = powers * right
        wanted = good / np.add.reduceat(good, starts)[group]
        weights -= adam.update(matrix.transposed_times(chosen - wanted) + penalty * weights)
    return dict(zip(matrix.names, weights.tolist(), strict=True))


def fit_cases(
    cases: Sequence[Case], penalty: float, least: int = 3
) -> tuple[dict[str, float], float]:
    """Return the weights and the bias of a logistic model of the cases' truth."""
    matrix = FeatureMatrix([case.features for case in cases], least)
    truth = np.array([case.truth for case in cases])
    weights, bias, adam = np.zeros(len(matrix.names)), 0.0, _Adam(len(matrix.names) + 1)
    for _ in range(_STEPS):
        errors = logistic(matrix.times(weights) + bias) - truth
        gradient = matrix.transposed_times(errors) + penalty * weights
        step = adam.update(np.append(gradient, errors.sum()))
        weights -= step[:-1]
        bias -= float(step[-1])
    return dict(zip(matrix.names, weights.tolist(), strict=True)), bias


def logistic(scores: Floats) -> Floats:
    """Return 1 / (1 + e^-score) of each score."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -50, 50))))


def fit_slope(scores: Sequence[Sequence[float]], right: Sequence[Sequence[bool]]) -> float:
    """Return the factor on scores that makes softmax shares honest (temperature scaling)."""
    slopes = [0.3 + 0.05 * k for k in range(35)]

    def loss(slope: float) -> float:
        total = 0.0
        for values, truths in zip(scores, right, strict=True):
            powers = np.exp(slope * (np.array(values) - max(values)))
            share = powers[np.array(truths, dtype=bool)].sum() / powers.sum()
            total -= float(np.log(max(share, 1e-3)))
        return total

    return min(slopes, key=loss)
