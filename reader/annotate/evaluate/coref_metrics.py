"""The measures of coreference: MUC, B³, CEAFφ4, LEA, and the best assignment that CEAF needs.

MUC, B³ and CEAFφ4 as in Pradhan et al. (2014), "Scoring coreference partitions of predicted
mentions"; LEA as in Moosavi and Strube (2016), "Which coreference evaluation metric do you trust?"
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from reader.pipeline.shares import f1, share

Cluster = frozenset[Hashable]
"""Mentions of one entity, whatever stands for them."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was right of what was said, and of what there was."""

    right_said: float = 0.0
    said: float = 0.0
    right_true: float = 0.0
    true: float = 0.0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.right_said + other.right_said,
            self.said + other.said,
            self.right_true + other.right_true,
            self.true + other.true,
        )

    @property
    def precision(self) -> float:
        """The share of what was said that is right, 0 where nothing was said."""
        return share(self.right_said, self.said)

    @property
    def recall(self) -> float:
        """The share found of what there is."""
        return share(self.right_true, self.true)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return f1(self.precision, self.recall)

    def figures(self) -> dict[str, float]:
        """Return the three shares by name."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


def cluster_counts(gold: Sequence[Cluster], said: Sequence[Cluster]) -> dict[str, Count]:
    """Return the counts of each measure for one document; sum them over documents.

    Args:
        gold: The true clusters, each of two mentions or more.
        said: The predicted ones.
    """
    true_mentions = frozenset().union(*gold)
    said_mentions = frozenset().union(*said)
    both = len(true_mentions & said_mentions)
    counts = {"mentions": Count(both, len(said_mentions), both, len(true_mentions))}
    precision, recall = _sides(said, gold), _sides(gold, said)
    for name in precision:
        counts[name] = Count(*precision[name], *recall[name])
    worth = [[2 * len(g & s) / (len(g) + len(s)) for s in said] for g in gold]
    similar = best_assignment(worth)
    counts["ceafe"] = Count(similar, len(said), similar, len(gold))
    return counts


def _sides(these: Sequence[Cluster], others: Sequence[Cluster]) -> dict[str, tuple[float, float]]:
    home = {mention: i for i, cluster in enumerate(others) for mention in cluster}
    muc = cubed = lea = 0.0
    for cluster in these:
        parts = Counter(home[mention] for mention in cluster if mention in home)
        muc += sum(parts.values()) - len(parts)
        cubed += sum(n * n for n in parts.values()) / len(cluster)
        if len(cluster) > 1:
            lea += sum(n * (n - 1) for n in parts.values()) / (len(cluster) - 1)
    total = sum(len(cluster) for cluster in these)
    return {"muc": (muc, total - len(these)), "b3": (cubed, total), "lea": (lea, total)}


def best_assignment(worth: Sequence[Sequence[float]]) -> float:
    """Return the greatest sum of one-to-one pairs of rows and columns.

    Exact: shortest augmenting paths with potentials (Kuhn and Munkres), cubic in the smaller side.
    """
    if not worth or not worth[0]:
        return 0.0
    if len(worth) > len(worth[0]):
        worth = list(zip(*worth, strict=True))
    width = len(worth[0])
    row_price, column_price = [0.0] * (len(worth) + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, len(worth) + 1):
        _augment(row, worth, owner, row_price, column_price)
    return sum(worth[owner[j] - 1][j - 1] for j in range(1, width + 1) if owner[j])


def _augment(
    row: int,
    worth: Sequence[Sequence[float]],
    owner: list[int],
    row_price: list[float],
    column_price: list[float],
) -> None:
    """Give `row` a column, moving others along the cheapest path."""
    width = len(owner) - 1
    least, before = [float("inf")] * (width + 1), [0] * (width + 1)
    used = [False] * (width + 1)
    owner[0] = row
    here = 0
    while owner[here]:
        used[here] = True
        current = owner[here]
        gap, following = float("inf"), 0
        for j in range(1, width + 1):
            if not used[j]:
                cost = -worth[current - 1][j - 1] - row_price[current] - column_price[j]
                if cost < least[j]:
                    least[j], before[j] = cost, here
                if least[j] < gap:
                    gap, following = least[j], j
        for j in range(width + 1):
            if used[j]:
                row_price[owner[j]] += gap
                column_price[j] -= gap
            else:
                least[j] -= gap
        here = following
    while here:
        owner[here] = owner[before[here]]
        here = before[here]
