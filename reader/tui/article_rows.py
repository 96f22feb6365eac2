"""The rows of the article pane: a heading above the wrapped body."""

from collections.abc import Mapping
from functools import cached_property

from reader.model.article import Article
from reader.model.index import Annotations
from reader.model.text import Span
from reader.tui.hints import hints_of, no_hints
from reader.tui.paragraph_count import ParagraphCount
from reader.tui.thumb import thumb_rows
from reader.tui.words import date_words, one_line
from reader.tui.wrap import WrappedText, wrapped

TITLE = "title"
BYLINE = "byline"
_PAGES_AROUND = 2
"""How many pages around the visible one are wrapped, so that moving on renumbers no row."""


class ArticleRows:
    """What stands in each row of the pane: the heading's lines, then the body's.

    Args:
        article: What is shown.
        width: The text's width in cells, at least 2.
    """

    def __init__(self, article: Article, width: int) -> None:
        self._article = article
        self.span = _visible(article)
        """What of the text is shown: the body without the white space at its end."""
        self._body = WrappedText(article.text, self.span, width)
        self._heading = _heading(article, width)
        self._hinted: Annotations | None = None

    def set_width(self, width: int) -> None:
        """Wrap everything anew, if the width is another one."""
        if width != self._body.width:
            self._heading = _heading(self._article, width)
            self._wrap_anew(width)

    def set_hints(self, annotations: Annotations | None) -> bool:
        """Say behind pronouns whom they mean, or (None) no longer.

        Returns:
            Whether that is something new; then everything is wrapped anew.
        """
        if annotations is self._hinted:
            return False
        self._hinted = annotations
        self._wrap_anew(self._body.width)
        return True

    def hints_on(self, line: Span) -> Mapping[int, str]:
        """Return a line's hints, by the offsets of the characters that they follow."""
        return self._body.hints(line.start, line.end)

    def _wrap_anew(self, width: int) -> None:
        hints = no_hints if self._hinted is None else hints_of(self._hinted, width)
        self._body.wrap_anew(width, hints)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self._article.text

    @property
    def height(self) -> int:
        """How many rows there are: exact where the text is wrapped, estimated elsewhere."""
        return len(self._heading) + self._body.height

    def heading(self, row: int) -> tuple[str, str] | None:
        """Return a heading line's safe text and style; None for the body's rows."""
        return self._heading[row] if row < len(self._heading) else None

    def line(self, row: int) -> Span:
        """Return what the body has in a row; the heading's rows count as the first line."""
        return self._body.line(max(0, row - len(self._heading)))

    def row_of(self, offset: int) -> int:
        """Return the row with the character at ``offset``."""
        return len(self._heading) + self._body.row_of(offset)

    def wrap_around(self, row: int, before: int, behind: int) -> int:
        """Wrap what can be seen from a row, and return the row's number then."""
        above = len(self._heading)
        if row < above:
            self._body.wrap_around(0, 0, behind)
            return row
        return above + self._body.wrap_around(row - above, before, behind)

    # What is visible, given the row at the top and how many rows a page has

    def settle(self, row: int, page: int, above: int = 0) -> int:
        """Wrap the pages around a row, and more of what is above it.

        Returns:
            The row that stands at the top then: this one by its new number, or one above where
            the text ends.
        """
        row = self.wrap_around(row, above + _PAGES_AROUND * page, (_PAGES_AROUND + 1) * page)
        return min(row, max(page, self.height) - page)

    def share(self, offset: int) -> float:
        """Return how much of the text stands before ``offset``, from 0 to 1."""
        start, end = self.span
        return (offset - start) / (end - start) if end > start else 0.0

    def progress(self, top: int, page: int) -> float:
        """Return how much of the text stands above the lower edge, from 0 to 1."""
        return self.share(self.line(top + page - 1).end)

    def thumb(self, top: int, page: int) -> range:
        """Return the lines of the page that the scroll thumb stands beside."""
        first = self.line(top).start if top else self.span.start
        return thumb_rows(page, self.share(first), self.progress(top, page))

    def paragraph_at(self, offset: int) -> tuple[int, int]:
        """Return which paragraph ``offset`` lies in, from 1, and of how many."""
        return self._paragraphs.at(offset)

    @cached_property
    def _paragraphs(self) -> ParagraphCount:
        return ParagraphCount(self._article.text, self._article.body)

    # The anchor: what keeps its meaning when everything is wrapped anew

    def anchor(self, row: int) -> int:
        """Return what stands for a row at any width: an offset, or below 0 a heading's row."""
        return row - len(self._heading) if row < len(self._heading) else self.line(row).start

    def row_of_anchor(self, anchor: int) -> int:
        """Return the row that an anchor stands for now."""
        return max(0, len(self._heading) + anchor) if anchor < 0 else self.row_of(anchor)


def _visible(article: Article) -> Span:
    """Return the body without the white space at its end."""
    start, end = article.body
    while end > start and article.text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _heading(article: Article, width: int) -> list[tuple[str, str]]:
    """Return the heading's lines with their styles: title, byline, air."""
    known = article.metadata
    if not known.title:
        return [("", "")]
    facts = [one_line(", ".join(known.byline)), one_line(known.source or "")]
    facts.append(date_words(known.published) or "")
    byline = " · ".join(fact for fact in facts if fact)
    lines = [("", "")]
    lines += [(line, TITLE) for line in wrapped(one_line(known.title), width)]
    lines += [(line, BYLINE) for line in wrapped(byline, width) if line]
    return [*lines, ("", "")]
