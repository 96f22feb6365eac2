"""The shipped pipeline with the quote and speaker components, loaded once."""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

import reader.pipeline

_LATER = ("newsreader_quotes", "newsreader_speakers", "newsreader_mentions", "newsreader_entities")


@cache
def pipeline() -> Language:
    model = Path(reader.pipeline.__file__).parent / "model"
    nlp = spacy.load(model, exclude=_LATER)
    nlp.add_pipe("newsreader_quotes")
    nlp.add_pipe("newsreader_speakers")
    return nlp
