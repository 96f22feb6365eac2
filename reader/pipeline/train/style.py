"""Vary how a training document is written: quotation marks, apostrophes, dashes, case.

The treebank has straight quotation marks where newspapers have curly ones or guillemets, and no
headline in capitals. The words' annotation stays; only their letters change.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from reader.pipeline.train.treebank import Sentence, Word

_QUOTES = (("“", "”"), ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"'))
_STRAIGHT = frozenset(('"', "“", "”", "``", "''", "«", "»"))
_DASHES = frozenset(("--", "—", "–"))


@dataclass(frozen=True, slots=True)
class Style:
    """One way to write a document."""

    quotes: tuple[str, str] | None = None  # opening and closing mark; None leaves them
    apostrophe: str | None = None
    dash: str | None = None
    case: Callable[[str], str] | None = None


def choose_style(random: Random, *, case_rate: float = 0.08) -> Style:
    """Return a random style; `case_rate` is the share of documents in capitals or lower case."""
    case: Callable[[str], str] | None = None
    if random.random() < case_rate:
        case = random.choice((str.upper, str.lower, _capitalise))
    return Style(
        quotes=random.choice(_QUOTES) if random.random() < 0.6 else None,
        apostrophe="’" if random.random() < 0.5 else None,
        dash=random.choice(("—", "–", "--")) if random.random() < 0.5 else None,
        case=case,
    )


def restyle_sentence(sentence: Sentence, style: Style) -> Sentence:
    """Return `sentence` written in `style`; tags say which quotation mark opens."""
    return replace(sentence, words=tuple(_restyle(word, style) for word in sentence.words))


def _restyle(word: Word, style: Style) -> Word:
    text = word.text
    if style.quotes and text in _STRAIGHT and word.tag in ("``", "''"):
        text = style.quotes[0 if word.tag == "``" else 1]
    elif style.dash and text in _DASHES and word.pos == "PUNCT":
        text = style.dash
    elif style.apostrophe and "'" in text:
        text = text.replace("'", style.apostrophe)
    if style.case:
        text = style.case(text)
    return word if text == word.text else replace(word, text=text)


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]
