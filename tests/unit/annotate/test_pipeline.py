from pathlib import Path

import pytest
import spacy

from reader.annotate.batch import Annotator
from reader.annotate.pipeline import PIPELINE_VARIABLE, load_pipeline
from reader.errors import PipelineError
from reader.model.check import check_layer
from tests import samples


def test_a_missing_pipeline_is_said_with_the_command_that_installs_it() -> None:
    with pytest.raises(PipelineError) as caught:
        load_pipeline("en_core_web_none")
    assert caught.value.message == "there is no spaCy pipeline en_core_web_none"
    assert caught.value.hint == "install it: python -m spacy download en_core_web_none"


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="is not a spaCy pipeline"):
        load_pipeline(str(tmp_path))


def test_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(PipelineError, match="not English"):
        load_pipeline(str(tmp_path))


def test_any_other_english_pipeline_can_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    other.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]  # untyped factory
        [{"label": "PERSON", "pattern": "Maria Chen"}]
    )
    other.to_disk(tmp_path)
    monkeypatch.setenv(PIPELINE_VARIABLE, str(tmp_path))
    layer = Annotator().annotate(samples.article())
    check_layer(layer, samples.TEXT, "x")
    assert "Maria Chen" in {entity.name for entity in layer.entities}
    assert [quote.spans[0].text for quote in layer.quotes][:1] == ["“We cannot wait.”"]


def test_paragraph_ends_are_known_before_sentences_are_made(tmp_path: Path) -> None:
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path)
    names = load_pipeline(str(tmp_path)).pipe_names
    assert names.index("newsreader_paragraphs") < names.index("sentencizer")
    assert names[-4:] == [f"newsreader_{x}" for x in ("quotes", "speakers", "mentions", "entities")]
