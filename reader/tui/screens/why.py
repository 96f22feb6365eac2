"""Why an annotation is there: rule, cue, confidence, runners-up."""

from collections.abc import Iterator

from reader.model.index import Annotations
from reader.model.layer import Quote
from reader.tui.cursor import Position
from reader.tui.rows import Row
from reader.tui.rule_words import rule_words
from reader.tui.screens.dialog import Dialog
from reader.tui.text_rows import fact, gap, heading
from reader.tui.words import FORM_WORDS, excerpt, is_low, one_line, speaker_words

_WIDTH = 76
_INNER = _WIDTH - 6
_HOW = {
    "explicit": "named beside the quote",
    "anaphoric": "pointed to, as by “he”",
    "implicit": "carried over from what stands before",
}


class WhyScreen(Dialog):
    """Says how the chosen quote and mention were found.

    Args:
        annotations: Where they are from.
        position: What is chosen.
    """

    def __init__(self, annotations: Annotations, position: Position) -> None:
        super().__init__("Why is this here?", _rows(annotations, position), _WIDTH)


def _rows(annotations: Annotations, position: Position) -> Iterator[Row]:
    if position.mention is not None:
        yield from _mention(annotations, position.mention)
        if position.quote is not None:
            yield gap()
    if position.quote is not None:
        yield from _quote(annotations, position.quote)
    yield gap()
    yield from _maker(annotations)


def _quote(annotations: Annotations, number: int) -> Iterator[Row]:
    quote = annotations.quotes[number]
    yield heading(f"Quote {number + 1}")
    yield from fact("words", excerpt(quote), _INNER)
    yield from fact("kind", quote.kind, _INNER)
    yield from fact("found by", _by(quote.rule), _INNER)
    yield from fact("sure", _sure(quote.confidence), _INNER)
    cue = f"“{one_line(quote.cue.text)}” ({quote.cue.lemma})" if quote.cue else "none"
    yield from fact("cue", cue, _INNER)
    yield from _speaker(annotations, quote)


def _speaker(annotations: Annotations, quote: Quote) -> Iterator[Row]:
    speaker = quote.speaker
    yield gap()
    yield heading("Its speaker")
    yield from fact("who", f"{speaker_words(quote, annotations)} ({speaker.status})", _INNER)
    if speaker.words is not None:
        yield from fact("in the text", f"“{one_line(speaker.words.text)}”", _INNER)
    if speaker.how is not None:
        yield from fact("how", _HOW[speaker.how], _INNER)
    if speaker.status == "known":
        yield from fact("sure", _sure(speaker.confidence), _INNER)
    others = [f"{_name(annotations, who)} {score:.2f}" for who, score in speaker.others]
    if others:
        yield from fact("runners-up", ", ".join(others), _INNER)


def _mention(annotations: Annotations, number: int) -> Iterator[Row]:
    mention = annotations.mentions[number]
    entity = annotations.entities[mention.entity]
    yield heading(f"“{one_line(mention.text)}”")
    yield from fact("stands for", f"{one_line(entity.name)} ({entity.type})", _INNER)
    yield from fact("form", FORM_WORDS[mention.form], _INNER)
    yield from fact("found by", _by(mention.rule), _INNER)
    yield from fact("sure", _sure(mention.confidence), _INNER)
    if entity.ref:
        yield from fact("known as", entity.ref, _INNER)


def _maker(annotations: Annotations) -> Iterator[Row]:
    for run in annotations.layer.runs:
        words = f"{run.tool} {run.version}, {run.pipeline} {run.pipeline_version}"
        yield from fact("made by", words, _INNER)


def _by(rule: str) -> str:
    return one_line(rule_words(rule))


def _name(annotations: Annotations, who: str) -> str:
    entity = annotations.entities.get(who)
    return one_line(entity.name if entity else who)


def _sure(confidence: float) -> str:
    return f"{confidence:.2f}" + (", worth a second look" if is_low(confidence) else "")
