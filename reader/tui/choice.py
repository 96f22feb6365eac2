"""What the reader has chosen: the one cursor that article and panels follow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen annotations, by their numbers in ``Annotations``; None where nothing is chosen."""

    quote: int | None = None
    """The number of the chosen quote."""
    mention: int | None = None
    """The number of the chosen mention."""
