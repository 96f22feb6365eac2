"""Loading a spaCy pipeline, ours or another, with the components that make a layer."""

import os
from pathlib import Path

import spacy
from spacy.language import Language

from reader.errors import PipelineError
from reader.pipeline import default_pipeline_path

PIPELINE_VARIABLE = "NEWSREADER_PIPELINE"
COMPONENTS = (
    "newsreader_quotes",
    "newsreader_speakers",
    "newsreader_mentions",
    "newsreader_entities",
)
"""The components that make a layer of a parsed Doc, in the order of the data."""

# What sets sentence starts: paragraph ends have to be known before any of them runs.
_SENTENCE_MAKERS = ("parser", "senter", "sentencizer")


def load_pipeline(name: str | None = None) -> Language:
    """Load a spaCy pipeline and add the components of this package that it lacks.

    Args:
        name: An installed package or a folder; None: the NEWSREADER_PIPELINE variable, and without
            it the pipeline that ships with the package.

    Raises:
        PipelineError: There is no such pipeline, it is not English, or spaCy cannot load it.
    """
    wanted = name or os.environ.get(PIPELINE_VARIABLE) or str(default_pipeline_path())
    nlp = _load(wanted)
    if nlp.lang != "en":
        raise PipelineError(f"pipeline {wanted} is for language {nlp.lang!r}, not English")
    if "newsreader_paragraphs" not in nlp.pipe_names:
        first = next((pipe for pipe in nlp.pipe_names if pipe in _SENTENCE_MAKERS), None)
        nlp.add_pipe("newsreader_paragraphs", before=first)
    for component in COMPONENTS:
        if component not in nlp.pipe_names:
            nlp.add_pipe(component)
    return nlp


def _load(name: str) -> Language:
    try:
        return spacy.load(name)
    except OSError as error:
        if Path(name).exists():
            raise PipelineError(f"{name} is not a spaCy pipeline: {_first_line(error)}") from error
        install = f"install it: python -m spacy download {name}"
        hint = "check the path" if os.sep in name else install
        raise PipelineError(f"there is no spaCy pipeline {name}", hint) from error
    except (ValueError, ImportError) as error:
        raise PipelineError(f"cannot load pipeline {name}: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
