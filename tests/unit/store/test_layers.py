import json
import os
from pathlib import Path

import msgspec
import pytest

from reader.errors import LayerError, StoreError
from reader.model.check import StaleLayerError
from reader.model.layer import Layer
from reader.model.layer_json import decode_layer
from reader.store.files import write_atomically
from reader.store.layers import corrected_by_hand, layer_path, load_layer_for, write_layer
from tests import samples


def machine_layer() -> Layer:
    layer = samples.layer()
    runs = tuple(msgspec.structs.replace(run, tool="newsreader") for run in layer.runs)
    return msgspec.structs.replace(layer, runs=runs)


def test_a_layer_is_found_beside_its_article(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(samples.TEXT)
    article = samples.article(path=path)
    assert load_layer_for(article) is None
    assert write_layer(layer_path(path), samples.layer())
    assert load_layer_for(article) == samples.layer()
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".json"] == ["story.layer.json"]


def test_a_layer_of_another_text_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    write_layer(layer_path(path), samples.layer())
    with pytest.raises(StaleLayerError):
        load_layer_for(samples.article("Other words.", path))


def test_writing_the_same_again_leaves_the_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "x.layer.json"
    write_layer(target, samples.layer())
    before = target.read_bytes()
    later = tuple(msgspec.structs.replace(r, created="2030-01-01") for r in samples.layer().runs)
    assert not write_layer(target, msgspec.structs.replace(samples.layer(), runs=later))
    assert target.read_bytes() == before


def test_unknown_keys_survive_a_rewrite(tmp_path: Path) -> None:
    target = tmp_path / "x.layer.json"
    write_layer(target, samples.layer())
    known = json.loads(target.read_bytes())
    target.write_text(json.dumps({**known, "notes": ["mine"]}))
    changed = msgspec.structs.replace(samples.layer(), quotes=())
    assert write_layer(target, changed)
    assert json.loads(target.read_bytes())["notes"] == ["mine"]


def test_a_hand_corrected_layer_says_so(tmp_path: Path) -> None:
    target = tmp_path / "x.layer.json"
    assert not corrected_by_hand(target)
    write_layer(target, machine_layer())
    assert not corrected_by_hand(target)
    write_layer(target, samples.layer())
    assert corrected_by_hand(target)


def test_a_damaged_file_is_not_taken_for_a_machine_s(tmp_path: Path) -> None:
    target = tmp_path / "x.layer.json"
    target.write_text("{")
    with pytest.raises(LayerError):
        corrected_by_hand(target)


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.json"
    write_atomically(target, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    write_atomically(real, b"1")
    real.chmod(0o600)
    link = tmp_path / "link.json"
    link.symlink_to(real)
    write_atomically(link, b"2")
    assert link.is_symlink()
    assert real.read_bytes() == b"2"
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write"):
        write_atomically(tmp_path / "no" / "x.json", b"1")


def test_a_pipe_is_written_to_and_neither_read_nor_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert not corrected_by_hand(pipe)
        assert write_layer(pipe, samples.layer())
        assert decode_layer(os.read(reading, 1 << 20), "pipe") == samples.layer()
    finally:
        os.close(reading)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
