import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

import reader.model
from reader.errors import LayerError
from reader.model.layer_json import decode_layer, encode_layer, layer_schema
from tests import samples

SCHEMA_FILE = Path(reader.model.__file__).parent / "layer.schema.json"


def test_a_layer_survives_being_written_and_read() -> None:
    layer = samples.layer()
    assert decode_layer(encode_layer(layer), "x") == layer


def test_a_written_layer_has_sorted_keys_and_one_item_a_line() -> None:
    lines = encode_layer(samples.layer()).decode().splitlines()
    keys = [line.split('"')[1] for line in lines if line.startswith('"')]
    assert keys == sorted(keys)
    assert sum('"form": ' in line for line in lines) == len(samples.layer().mentions)
    assert encode_layer(samples.layer()).endswith(b"}\n")


def test_the_schema_that_ships_is_the_one_of_the_structs_and_takes_what_is_written() -> None:
    shipped = json.loads(SCHEMA_FILE.read_text("utf-8"))
    assert shipped == layer_schema()
    jsonschema.validate(json.loads(encode_layer(samples.layer())), shipped)


def test_the_schema_refuses_what_is_no_layer() -> None:
    broken = json.loads(encode_layer(samples.layer()))
    del broken["mentions"][0]["start"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, layer_schema())


def test_unknown_keys_of_the_file_before_are_kept() -> None:
    layer = samples.layer()
    before = json.loads(encode_layer(layer))
    before["edits"] = [{"id": "x1"}]
    before["quotes"][1]["note"] = "checked with the speaker"
    before["article"]["section"] = "Politics"
    after = json.loads(encode_layer(layer, json.dumps(before).encode()))
    assert after == before


def test_an_item_that_is_gone_takes_its_unknown_keys_with_it() -> None:
    layer = samples.layer()
    before = json.loads(encode_layer(layer))
    before["quotes"][0]["note"] = "gone"
    shorter = msgspec.structs.replace(layer, quotes=layer.quotes[1:])
    assert b"gone" not in encode_layer(shorter, json.dumps(before).encode())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not json", "is not JSON"),
        (b"[1, 2]", "is not a newsreader layer"),
        (b'{"format": "other", "version": 1}', "'other'"),
        (b'{"format": "newsreader/layer", "version": 99}', "version 99"),
        (b'{"format": "newsreader/layer", "version": 1}', "is damaged"),
    ],
)
def test_what_is_no_layer_is_refused_plainly(data: bytes, said: str) -> None:
    with pytest.raises(LayerError) as caught:
        decode_layer(data, "story.layer.json")
    assert said in caught.value.message
    assert caught.value.message.startswith("story.layer.json")
    assert caught.value.hint
