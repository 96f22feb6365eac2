"""``newsreader annotate`` with a small pipeline made on the spot: rules and marks, no weights."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from reader.errors import ExitCode
from reader.model.layer import Layer
from reader.sources import open_article
from reader.store.layers import layer_path, load_layer
from tests import samples


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pipeline")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(folder)
    return folder


def annotate(
    pipeline: Path, *args: str, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", "annotate", *args],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "NEWSREADER_PIPELINE": str(pipeline)},
        timeout=120,
        check=False,
    )


def layer_of(path: Path) -> Layer:
    return load_layer(layer_path(path), open_article(path).text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one.txt", "two.txt", "three.md"):
        (tmp_path / name).write_text(samples.TEXT)
    return tmp_path


def test_layers_are_written_beside_the_texts_by_several_processes(
    folder: Path, pipeline: Path
) -> None:
    done = annotate(pipeline, str(folder), "--jobs", "2")
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.OK, b"", b"")
    for name in ("one.txt", "two.txt", "three.md"):
        assert layer_of(folder / name).quotes[0].spans[0].text == "“We cannot wait.”"
        assert (folder / name).read_text() == samples.TEXT  # the text itself is never changed
    assert len(list(folder.iterdir())) == 6


def test_a_process_that_is_killed_is_said_in_one_line(
    folder: Path, pipeline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Python runs this in each process; those that work for another end there.
    (folder / "sitecustomize.py").write_text(
        'import os, sys\nif "--multiprocessing-fork" in sys.orig_argv:\n    os._exit(9)\n'
    )
    monkeypatch.setenv("PYTHONPATH", str(folder))
    done = annotate(pipeline, str(folder), "--jobs", "2")
    assert done.returncode == ExitCode.FAILED
    assert done.stderr.splitlines() == [
        b"newsreader: one of the processes was ended from outside "
        b"(is memory short? try fewer --jobs)"
    ]


def test_one_bad_file_does_not_stop_the_others(folder: Path, pipeline: Path) -> None:
    (folder / "two.txt").write_bytes(b"\x00\xff\xfe")
    done = annotate(pipeline, str(folder))
    assert done.returncode == ExitCode.PARTIAL
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 2
    assert "two.txt is a binary file" in lines[0]
    assert lines[1] == "newsreader: 1 of 3 failed"
    assert layer_of(folder / "one.txt").quotes
    assert not layer_path(folder / "two.txt").exists()


def test_layers_go_where_they_are_asked_to(folder: Path, pipeline: Path) -> None:
    out = folder / "layers"
    out.mkdir()
    assert annotate(pipeline, str(folder / "one.txt"), "--out", str(out)).returncode == 0
    assert [path.name for path in out.iterdir()] == ["one.layer.json"]
    assert not layer_path(folder / "one.txt").exists()


def test_standard_input_goes_to_standard_output_with_stages_on_stderr(pipeline: Path) -> None:
    done = annotate(pipeline, "-", "--report", "-o", "-", stdin=samples.TEXT.encode())
    assert json.loads(done.stdout)["quotes"][0]["spans"][0]["text"] == "“We cannot wait.”"
    stages = [json.loads(line) for line in done.stderr.splitlines()]
    assert stages[0]["stage"] == "loading the pipeline"
    assert [stage["done"] for stage in stages] == sorted(stage["done"] for stage in stages)
    assert all(stage["done"] < stage["total"] for stage in stages)


def test_a_second_run_changes_nothing(folder: Path, pipeline: Path) -> None:
    path = folder / "one.txt"
    annotate(pipeline, str(path))
    before = layer_path(path).stat()
    assert annotate(pipeline, str(path)).returncode == 0
    assert layer_path(path).stat().st_mtime_ns == before.st_mtime_ns


def test_a_damaged_layer_is_kept_until_it_is_given_up(folder: Path, pipeline: Path) -> None:
    path = folder / "one.txt"
    layer_path(path).write_text("precious, but no JSON")
    done = annotate(pipeline, str(path))
    assert done.returncode == ExitCode.FAILED
    assert b"is not JSON" in done.stderr
    assert layer_path(path).read_text() == "precious, but no JSON"
    assert annotate(pipeline, str(path), "--force").returncode == 0
    assert layer_of(path).quotes


def test_two_texts_never_share_a_layer(folder: Path, pipeline: Path) -> None:
    (folder / "one.md").write_text(samples.TEXT)
    done = annotate(pipeline, str(folder))
    assert done.returncode == ExitCode.USAGE
    assert b"would share" in done.stderr
    assert not list(folder.glob("*.json"))


def test_a_folder_that_cannot_be_written_is_said(folder: Path, pipeline: Path) -> None:
    (folder / "three.layer.json").mkdir()  # what root can't write to either
    done = annotate(pipeline, str(folder / "three.md"))
    assert done.returncode == ExitCode.FAILED
    assert len(done.stderr.splitlines()) == 1


def test_a_missing_pipeline_stops_at_once(folder: Path) -> None:
    done = annotate(Path("en_core_web_none"), str(folder))
    assert done.returncode == ExitCode.FAILED
    assert done.stderr.decode().splitlines() == [
        "newsreader: there is no spaCy pipeline en_core_web_none "
        "(install it: python -m spacy download en_core_web_none)"
    ]


def test_another_language_is_said_and_no_hindrance(tmp_path: Path, pipeline: Path) -> None:
    for name, language in (("de.txt", "de"), ("gb.txt", "en-GB")):
        (tmp_path / name).write_text(f"language: {language}\n\nAnna sagte: “Nein.”\n")
    done = annotate(pipeline, "de.txt", "gb.txt", cwd=tmp_path)
    warning = "newsreader: de.txt says that it is in 'de'; it is annotated as English\n"
    assert (done.returncode, done.stderr.decode()) == (ExitCode.OK, warning)
    assert layer_of(tmp_path / "de.txt").article.language == "de"
