"""Linear models over named circumstances: weights from a file, a sum, a probability."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of named features; what is not named weighs nothing."""

    weights: dict[str, float]
    bias: float
    slope: float
    """Scores are multiplied by it before they become probabilities (Platt scaling)."""

    def score(self, features: Iterable[str]) -> float:
        """Return the sum of the features' weights and the bias."""
        return self.bias + sum(map(self.weights.get, features, repeat(0.0)))

    def probability(self, features: Iterable[str]) -> float:
        """Return the logistic of the score."""
        return logistic(self.slope * self.score(features))

    def shares(self, scores: Sequence[float]) -> list[float]:
        """Return the softmax of scores: how sure each of several rivals is."""
        if not scores:
            return []
        top = max(scores)
        powers = [math.exp(self.slope * (score - top)) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]


def logistic(score: float) -> float:
    """Return 1 / (1 + e^-score) without overflow."""
    if score < 0:
        power = math.exp(max(score, -700.0))
        return power / (1 + power)
    return 1 / (1 + math.exp(-min(score, 700.0)))


@cache
def load_linear(name: str) -> Linear:
    """Load ``data/NAME.json``, made by ``reader.annotate.training.quotes``.

    Loaded once for the process; the result is never changed.
    """
    path = files("reader.annotate") / "data" / f"{name}.json"
    raw = json.loads(path.read_text("utf-8"))
    return Linear(dict(raw["weights"]), float(raw["bias"]), float(raw["slope"]))
