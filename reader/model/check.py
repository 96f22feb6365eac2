"""Does a layer fit its text? Offsets, repeated words and references, each checked."""

from collections.abc import Iterator

from reader.errors import LayerError
from reader.model.layer import Layer, Quote, TextSpan
from reader.model.text import sha256


class StaleLayerError(LayerError):
    """The layer was made for another text, such as an earlier version of this one."""


def check_layer(layer: Layer, text: str, name: str) -> None:
    """Compare a layer with the canonical text that it is shown on.

    Args:
        layer: A decoded layer.
        text: The canonical text.
        name: What to call the layer's file in an error.

    Raises:
        StaleLayerError: The text's hash is not the layer's.
        LayerError: An offset lies outside, repeated words differ, or an id leads nowhere.
    """
    if layer.text.sha256 != sha256(text):
        raise StaleLayerError(
            f"{name} was made for another text", "make it again with: newsreader annotate FILE"
        )
    problem = next(problems(layer, text), None)
    if problem:
        raise LayerError(
            f"{name}: {problem}", "make it again with: newsreader annotate --force FILE"
        )


def problems(layer: Layer, text: str) -> Iterator[str]:
    """Yield what is wrong with the layer's items, one line each, in the file's order."""
    start, end = layer.text.body
    if not 0 <= start <= end <= len(text):
        yield f"body [{start}, {end}) lies outside the text's {len(text)} characters"
    entities = {entity.id for entity in layer.entities}
    for mention in layer.mentions:
        if not _fits(mention.start, mention.end, mention.text, text):
            yield _misplaced("mention", mention.id, mention.start, mention.end, mention.text, text)
        if mention.entity not in entities:
            yield f"mention {mention.id} names entity {mention.entity}, which is not there"
    mentions = {mention.id for mention in layer.mentions}
    for quote in layer.quotes:
        yield from _quote_problems(quote, text, entities, mentions)


def _quote_problems(
    quote: Quote, text: str, entities: set[str], mentions: set[str]
) -> Iterator[str]:
    spans: list[TextSpan] = [*quote.spans]
    if quote.cue:
        spans.append(TextSpan(start=quote.cue.start, end=quote.cue.end, text=quote.cue.text))
    if quote.speaker.words:
        spans.append(quote.speaker.words)
    for span in spans:
        if not _fits(span.start, span.end, span.text, text):
            yield _misplaced("quote", quote.id, span.start, span.end, span.text, text)
    if not quote.spans:
        yield f"quote {quote.id} has no spans"
    speaker = quote.speaker
    if speaker.entity is not None and speaker.entity not in entities:
        yield f"quote {quote.id} names entity {speaker.entity}, which is not there"
    if speaker.mention is not None and speaker.mention not in mentions:
        yield f"quote {quote.id} names mention {speaker.mention}, which is not there"


def _fits(start: int, end: int, words: str, text: str) -> bool:
    return 0 <= start < end <= len(text) and text[start:end] == words


def _misplaced(kind: str, item: str, start: int, end: int, words: str, text: str) -> str:
    where = f"{kind} {item} at [{start}, {end})"
    if not 0 <= start < end <= len(text):
        return f"{where} lies outside the text's {len(text)} characters"
    return f"{where} should read {_short(words)} but the text has {_short(text[start:end])}"


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")
