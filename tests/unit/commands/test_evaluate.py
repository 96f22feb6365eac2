"""``newsreader evaluate``: figures as a table or as JSON, and gold files that are none."""

import json
from pathlib import Path

import pytest
import spacy

from reader.command_line import run
from reader.errors import SourceError

TEXT = "Maria Chen met Acme in Northport."


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pipeline that knows one name and takes another for a place."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [{"label": "PERSON", "pattern": "Maria Chen"}, {"label": "GPE", "pattern": "Acme"}]
    )
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def gold(tmp_path: Path) -> str:
    entities = [[0, 10, "PERSON"], [15, 19, "ORG"], [23, 32, "GPE"]]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": TEXT, "entities": entities}), encoding="utf-8")
    return str(path)


def test_figures_are_right_and_come_as_json(
    pipeline: str, gold: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", "ner", "--gold", gold, "--pipeline", pipeline, "--json"]) == 0
    types = json.loads(capsys.readouterr().out)["types"]
    assert (types["all"]["hits"], types["all"]["found"], types["all"]["gold"]) == (1, 2, 3)
    assert types["PER"]["f"] == 1.0
    assert types["any"]["r"] == pytest.approx(2 / 3)


def test_the_table_gives_shares_in_percent(
    pipeline: str, gold: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", "ner", "--gold", gold, "--pipeline", pipeline]) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()}
    assert rows["types"] == ["p", "r", "f", "hits", "found", "gold"]
    assert rows["all"] == ["50.0", "33.3", "40.0", "1", "2", "3"]


@pytest.mark.parametrize("what", ["ner", "parse", "quotes", "coref"])
def test_what_is_no_gold_is_said(what: str, pipeline: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text('{"title": "no gold"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=f"notes.txt is no gold file for {what}"):
        run(["evaluate", what, "--gold", str(path), "--pipeline", pipeline])
