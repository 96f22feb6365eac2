"""What the quote component hands to the speaker component beside the quotes themselves."""

import msgspec
from spacy.tokens import Doc

from reader.model.layer import How
from reader.model.text import Span


class Source(msgspec.Struct, frozen=True, gc=False):
    """Words that may stand for a quote's speaker."""

    span: Span
    how: How
    share: float
    """Part of the certainty that falls to these words, 0 to 1."""
    rule: str


def register_sources() -> None:
    """Declare ``doc._.quote_sources``: for each of ``doc._.quotes`` its sources, best first."""
    if not Doc.has_extension("quote_sources"):
        Doc.set_extension("quote_sources", default=())
