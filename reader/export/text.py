"""Plain or ANSI text: the article, then who said what, then who is in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TextIO

from rich.console import Console
from rich.text import Text

from reader.cells import clusters, is_plain, safe
from reader.model.article import Article
from reader.model.index import GROUP_OF, GROUPS, Annotations
from reader.model.layer import Layer, Quote
from reader.model.text import Span, paragraphs

MAX_WIDTH = 80

# Meaning never rests on colour alone, and the terminal's own palette decides what green is.
_MENTION_STYLES = {"People": "underline", "Organisations": "bold", "Places": "italic"}
_QUOTE_STYLE = "green"
_INDENT = "    "


def write_text(
    article: Article,
    layer: Layer | None,
    file: TextIO,
    *,
    styled: bool | None = None,
    width: int | None = None,
) -> None:
    """Write an article for people to read.

    Args:
        article: What to write.
        layer: Its layer; None: the article alone.
        file: Where to.
        styled: Whether to write ANSI styles; None: if ``file`` is a terminal.
        width: Columns; None: those of the terminal, at most 80.
    """
    console = Console(
        file=file,
        force_terminal=styled,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.width = width or min(console.width, MAX_WIDTH)
    annotations = Annotations(article, layer) if layer else None
    for line in _heading(article):
        console.print(line)
    for paragraph in paragraphs(article.text, article.body):
        _print_wrapped(console, _paragraph(article, annotations, paragraph))
        console.print()
    if annotations:
        _write_quotes(console, annotations)
        _write_entities(console, annotations)


def _heading(article: Article) -> Iterator[Text]:
    known = article.metadata
    if known.title:
        yield Text(safe(known.title), "bold")
    about = [known.source, known.published, ", ".join(known.byline)]
    if any(about):
        yield Text(safe(" · ".join(part for part in about if part)), "dim")
    if known.title or any(about):
        yield Text()


def _paragraph(article: Article, annotations: Annotations | None, span: Span) -> Text:
    """Return a paragraph with its marks, each stretch between two of their ends made safe."""
    marks = list(_marks(annotations, span)) if annotations else []
    if not is_plain(article.text, *span):
        starts = [cluster.start for cluster in clusters(article.text, *span)]
        marks = [(_whole(mark, [*starts, span.end]), style) for mark, style in marks]
    ends = sorted({*span, *(end for mark, _ in marks for end in mark)})
    text = Text()
    for start, end in pairwise(ends):
        styles = [style for mark, style in marks if mark.start <= start and end <= mark.end]
        text.append(safe(article.text[start:end]), " ".join(styles))
    return text


def _whole(mark: Span, edges: Sequence[int]) -> Span:
    """Widen a mark that begins or ends inside of what is drawn as one, such as an emoji."""
    start = edges[bisect_right(edges, mark.start) - 1]
    return Span(start, edges[bisect_left(edges, mark.end)])


def _marks(annotations: Annotations, span: Span) -> Iterator[tuple[Span, str]]:
    """Yield what is marked in a paragraph, cut to it, and how."""
    for number in annotations.quotes_in(*span):
        quote = annotations.quotes[number]
        if quote.kind != "scare":
            for part in quote.spans:
                start, end = max(part.start, span.start), min(part.end, span.end)
                if start < end:
                    yield Span(start, end), _QUOTE_STYLE
    for number in annotations.mentions_in(*span):
        mention = annotations.mentions[number]
        style = _MENTION_STYLES.get(GROUP_OF[annotations.entities[mention.entity].type])
        if style and mention.form != "pronoun":
            start, end = max(mention.start, span.start), min(mention.end, span.end)
            yield Span(start, end), style


def _write_quotes(console: Console, annotations: Annotations) -> None:
    """Write what is said, numbered as on the screen, and what has a number without being said."""
    quotes = list(enumerate(annotations.quotes, 1))
    if not quotes:
        return
    console.print(Text("WHO SAID WHAT", "bold"))
    for number, quote in quotes:
        if quote.kind != "scare":
            console.print(_attribution(number, quote, annotations))
            _print_wrapped(console, Text(_words(quote), _QUOTE_STYLE), _INDENT)
    scare = [f"{number} {_words(quote)}" for number, quote in quotes if quote.kind == "scare"]
    if scare:
        _print_wrapped(console, Text.assemble(("Not speech: ", "dim"), " · ".join(scare)))
    console.print()


def _words(quote: Quote) -> str:
    return " … ".join(" ".join(safe(span.text).split()) for span in quote.spans)


def _attribution(number: int, quote: Quote, annotations: Annotations) -> Text:
    speaker = quote.speaker
    if speaker.entity is not None:
        who = annotations.entities[speaker.entity].name
    else:
        who = speaker.words.text if speaker.words else "unknown"
    line = Text(f"{number:>2}  ")
    line.append(safe(who), "bold")
    if quote.cue:
        line.append(f" · {safe(quote.cue.text)}")
    if quote.kind != "direct":
        line.append(f" · {quote.kind}", "dim")
    return line


def _write_entities(console: Console, annotations: Annotations) -> None:
    if annotations.entities:
        console.print(Text("WHO IS IN IT", "bold"))
    for group in GROUPS:
        names = []
        for entity in annotations.entities.values():
            if GROUP_OF[entity.type] == group:
                count = annotations.counts(entity.id)
                said = f", said {count.quotes}" if count.quotes else ""
                names.append(f"{safe(entity.name)} ({count.mentions}{said})")
        if names:
            _print_wrapped(console, Text.assemble((f"{group}: ", "dim"), " · ".join(names)))


def _print_wrapped(console: Console, text: Text, indent: str = "") -> None:
    """Print text wrapped at words, without the blanks that Rich leaves at the ends of lines."""
    for line in text.wrap(console, console.width - len(indent)):
        line.rstrip()
        console.print(Text(indent).append_text(line))
