"""An article: its canonical text and what is known about it."""

from dataclasses import dataclass, field
from pathlib import Path

from reader.model.text import Span, paragraphs, sha256

_TITLE_LENGTH = 90
_ENGLISH = frozenset(("", "en", "eng", "english"))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a header, a feed or a page says about an article; None where it says nothing."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date, or date and time."""
    source: str | None = None
    """Who published it."""
    url: str | None = None
    language: str | None = None
    """A language tag such as ``de-AT``, or a language's name."""

    @property
    def other_language(self) -> str | None:
        """The language, where one is named that is not English."""
        language = (self.language or "").strip()
        first = language.replace("_", "-").partition("-")[0].casefold()
        return None if first in _ENGLISH else language


@dataclass(frozen=True, slots=True)
class Article:
    """Canonical text with its metadata. Built by ``reader.sources``."""

    text: str
    """The whole canonical text, header lines included, so that offsets fit the file."""
    body: Span
    """What is shown and annotated; header lines lie before it."""
    metadata: Metadata = field(default_factory=Metadata)
    path: Path | None = None
    """The file it came from; None for standard input."""

    @property
    def id(self) -> str:
        """The file's name without its ending, or the start of the text's hash."""
        return self.path.stem if self.path else sha256(self.text)[:12]

    @property
    def title(self) -> str:
        """The headline; without one, the first paragraph (a standfirst), cut to 90 characters."""
        if self.metadata.title:
            return self.metadata.title
        first = next(paragraphs(self.text, self.body), Span(0, 0)).of(self.text).strip()
        if len(first) <= _TITLE_LENGTH:
            return first
        return first[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
