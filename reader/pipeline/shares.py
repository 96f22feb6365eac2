"""Figures of evaluations: shares of something, and the mean of two of them."""


def share(part: float, whole: float) -> float:
    """Return a part's share of the whole, 0 where there is nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall, 0 where both are."""
    return share(2 * precision * recall, precision + recall)
