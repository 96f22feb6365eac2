"""One pipeline for all tests of annotation: loading it takes seconds."""

import pytest

from reader.annotate.batch import Annotator


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator()
