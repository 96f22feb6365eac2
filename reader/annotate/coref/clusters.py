"""Which mentions are of one entity: disjoint sets with a reason for each link and with vetoes."""

from dataclasses import dataclass, field

import msgspec


class Link(msgspec.Struct, frozen=True, gc=False):
    """Why a mention is in its cluster."""

    rule: str
    confidence: float


@dataclass(slots=True)
class Clusters:
    """Disjoint sets of mention numbers.

    The number of a set is that of its first member in text order, so that results do not depend
    on the order of the links.
    """

    parent: list[int]
    members: dict[int, list[int]]
    links: dict[int, Link] = field(default_factory=dict)

    @classmethod
    def of(cls, count: int) -> "Clusters":
        """Return `count` mentions, each in a set of its own."""
        return cls(list(range(count)), {number: [number] for number in range(count)})

    def find(self, mention: int) -> int:
        """Return the number of the set that `mention` is in."""
        parent = self.parent
        while parent[mention] != mention:
            parent[mention] = parent[parent[mention]]
            mention = parent[mention]
        return mention

    def join(self, mention: int, other: int, link: Link) -> int:
        """Put the sets of two mentions together and return the number of the result.

        Args:
            mention: The mention that the link is about; it keeps the reason.
            other: A mention of the set that it belongs to.
            link: The reason; a mention's first reason is kept.
        """
        self.links.setdefault(mention, link)
        one, two = sorted((self.find(mention), self.find(other)))
        if one != two:
            self.parent[two] = one
            # The smaller list moves, so that many joins stay cheap.
            first, second = self.members[one], self.members.pop(two)
            if len(first) < len(second):
                first, second = second, first
            first.extend(second)
            self.members[one] = first
        return one
