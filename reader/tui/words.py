"""How annotations are put into words: speakers, kinds, confidence, excerpts."""

from collections.abc import Iterable

from reader.cells import fit, safe
from reader.model.article import Article
from reader.model.index import LOW_CONFIDENCE, Annotations
from reader.model.layer import Form, Quote
from reader.tui.filters import needs_check

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

GUTTER = {"direct": "┃", "mixed": "┃", "indirect": "┊", "scare": " "}
"""The mark in front of a quote of each kind."""
CHOSEN = "▐"
"""The mark in front of the chosen quote."""


FORM_WORDS: dict[Form, str] = {"name": "name", "nominal": "description", "pronoun": "pronoun"}
"""What readers call the forms of a mention."""


def one_line(text: str) -> str:
    """Return text fit for one line of a panel: white space folded, control characters shown."""
    return safe(" ".join(text.split()))


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return so many of something: ``1 quote``, ``1,200 words``, ``3 people``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def spread(left: str, right: str, width: int) -> tuple[str, str, str]:
    """Return ``left`` (cut to fit), the space between, and ``right``, ``width`` cells in all."""
    right, taken = fit(right, width)
    left, used = fit(left, max(0, width - taken - 1))
    return left, " " * (width - used - taken), right


def date_words(published: str | None) -> str | None:
    """Return an ISO date as people write it, ``8 Nov 2023``; anything else as it is."""
    if published is None:
        return None
    parts = published[:10].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return one_line(published)
    year, month, day = (int(part) for part in parts)
    return f"{day} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else one_line(published)


def byline(article: Article) -> Iterable[str]:
    """Yield title, source and date of an article, as far as they are known."""
    yield one_line(article.title)
    if article.metadata.source:
        yield one_line(article.metadata.source)
    if date := date_words(article.metadata.published):
        yield date


def speaker_words(quote: Quote, annotations: Annotations) -> str:
    """Return who speaks: a name, the article's words for an unnamed speaker, or an honest none."""
    if quote.speaker.entity is not None:
        return one_line(annotations.entities[quote.speaker.entity].name)
    if quote.speaker.words is not None:
        return one_line(quote.speaker.words.text)
    return "not speech" if quote.kind == "scare" else "speaker unknown"


def attribution(quote: Quote, annotations: Annotations) -> str:
    """Return speaker and cue, such as ``Maria Chen · said``."""
    speaker = speaker_words(quote, annotations)
    return f"{speaker} · {one_line(quote.cue.text)}" if quote.cue else speaker


def kind_words(quote: Quote) -> str:
    """Return a quote's kind where a panel says it: everything but plain direct speech."""
    return "" if quote.kind == "direct" else quote.kind


def confidence_words(quote: Quote) -> str:
    """Return how sure the quote and its speaker are, with ``?`` where a check is wanted."""
    return ("?" if needs_check(quote) else " ") + f"{sureness(quote):.2f}"


def sureness(quote: Quote) -> float:
    """Return the lower of a quote's own confidence and its speaker's, where one is named."""
    if quote.kind == "scare" or quote.speaker.status != "known":
        return quote.confidence
    return min(quote.confidence, quote.speaker.confidence)


def is_low(confidence: float) -> bool:
    """Tell whether a confidence is marked with ``?``."""
    return confidence < LOW_CONFIDENCE


def excerpt(quote: Quote) -> str:
    """Return the quote's words on one line, with ``…`` where the article interrupts it."""
    return " … ".join(one_line(span.text) for span in quote.spans)


def attributed_quote(number: int, annotations: Annotations) -> str:
    """Return a quote to paste elsewhere: its words, who says it, and where it is from."""
    quote = annotations.quotes[number]
    article = annotations.article
    title, *rest = byline(article)
    source = ", ".join([f"“{title}”", *rest])
    words = " … ".join(" ".join(span.text.split()) for span in quote.spans)
    lines = [words, f"— {speaker_words(quote, annotations)}, in {source}"]
    return "\n".join([*lines, article.metadata.url] if article.metadata.url else lines)
