"""The spaCy pipeline that ships: its weights in ``model/``, their recipe in ``train/``."""

from pathlib import Path


def default_pipeline_path() -> Path:
    """Return the folder of the pipeline that ships, for ``spacy.load``."""
    return Path(__file__).parent / "model"
