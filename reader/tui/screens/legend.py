"""What the marks in article and panels mean."""

from collections.abc import Iterator

from reader.tui.rows import Piece, Row
from reader.tui.screens.dialog import Dialog
from reader.tui.text_rows import TextRow, gap, heading

_MARKS = (
    ("┃", "", "direct speech, in quotation marks"),
    ("┊", "", "indirect speech: the article’s words for what was said"),
    ("▐", "strong", "the chosen quote"),
    ("?", "warning", "unsure: below 0.60, worth a second look"),
    ("mixed", "muted", "only some of what was said is in quotation marks"),
    ("scare", "muted", "words in quotation marks that are no speech"),
)
_NAMES = (
    ("Maria Chen", "person", "a person"),
    ("Harbour Trust", "org", "an organisation"),
    ("Northport", "place", "a place"),
    ("she, its chair", "person", "words that stand for somebody or something"),
    ("→Chen", "hint", "whom the pronoun before it means (H shows that)"),
    ("Baltic", "other", "groups, events, works and other names"),
    ("●", "", "speaks; each speaker has a hue, in the margin too"),
)


class LegendScreen(Dialog):
    """Explains the marks."""

    def __init__(self) -> None:
        super().__init__("What the marks mean", _rows(), width=74)


def _rows() -> Iterator[Row]:
    yield heading("Quotes, left of the text and in their panel")
    yield from (_row(*mark, 8) for mark in _MARKS)
    yield gap()
    yield heading("Names, and the words that stand for them")
    yield from (_row(*name, 16) for name in _NAMES)
    yield gap()
    yield TextRow((Piece("Nothing is told by colour alone.", "muted"),))


def _row(mark: str, style: str, words: str, width: int) -> TextRow:
    space = " " * (width - len(mark))
    return TextRow((Piece("  "), Piece(mark, style), Piece(space), Piece(words)))
