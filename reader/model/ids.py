"""Ids that survive a second run: made of what an item is, not of where it stands."""

import hashlib
from collections import Counter


class IdMaker:
    """Gives each item an id from its kind, its text and which occurrence it is.

    Offsets play no part, so that inserting a paragraph leaves the ids of everything else alone and
    a person's corrections keep their anchor.
    """

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()

    def make(self, kind: str, text: str) -> str:
        """Return the id of the next occurrence of ``text`` as ``kind`` (``q``, ``m``, ``e``)."""
        self._seen[kind, text] += 1
        number = self._seen[kind, text]
        digest = hashlib.sha256(f"{kind}\0{text}\0{number}".encode()).hexdigest()
        return f"{kind}{digest[:10]}"
