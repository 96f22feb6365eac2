"""What the library shows of each article, read in the background."""

from pathlib import Path

import msgspec

from reader.errors import LayerError, NewsreaderError
from reader.model.index import GROUP_OF, worth_showing
from reader.model.layer import Layer
from reader.sources import open_article
from reader.store.layers import load_layer_for
from reader.tui.words import date_words, one_line


class Shelved(msgspec.Struct, frozen=True):
    """An article as the library lists it; None where something is not known (yet)."""

    path: Path
    title: str | None = None
    source: str | None = None
    date: str | None = None
    words: int | None = None
    people: int | None = None
    quotes: int | None = None
    problem: str | None = None
    """Why it cannot be opened."""
    layer_problem: bool = False
    """Whether there is a layer that does not fit."""
    progress: float | None = None
    """How much has been read, 0 to 1; None: never opened."""


def look_up(path: Path, progress: float | None) -> Shelved:
    """Read what the library shows of an article; what cannot be read says why."""
    try:
        article = open_article(path)
    except NewsreaderError as error:
        return Shelved(path, problem=str(error))
    layer: Layer | None = None
    layer_problem = False
    try:
        layer = load_layer_for(article)
    except LayerError:
        layer_problem = True
    return Shelved(
        path,
        title=one_line(article.title),
        source=one_line(article.metadata.source) if article.metadata.source else None,
        date=date_words(article.metadata.published),
        words=len(article.body.of(article.text).split()),
        people=_people(layer) if layer else None,
        quotes=len(layer.quotes) if layer else None,
        layer_problem=layer_problem,
        progress=progress,
    )


def _people(layer: Layer) -> int:
    forms = ((mention.entity, mention.form) for mention in layer.mentions)
    speakers = {quote.speaker.entity for quote in layer.quotes}
    shown = worth_showing(layer.entities, forms, speakers)
    return sum(GROUP_OF[entity.type] == "People" for entity in shown)
