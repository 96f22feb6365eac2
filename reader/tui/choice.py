"""What the reader has chosen: the one cursor that article and panels follow."""

import msgspec


class Choice(msgspec.Struct, frozen=True):
    """The chosen annotations, by their numbers in ``Annotations``; None where nothing is chosen."""

    quote: int | None = None
    """The number of the chosen quote."""
    mention: int | None = None
    """The number of the chosen mention."""
