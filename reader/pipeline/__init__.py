"""The spaCy pipeline that ships: its weights in ``model/``, their recipe in ``train/``."""

from pathlib import Path

PIPELINE_NAME = "en_newsreader_sm"
PIPELINE_VERSION = "0.3.0"


def default_pipeline_path() -> Path:
    """Return the folder of the pipeline that ships, for ``spacy.load``."""
    return Path(__file__).parent / "model"
