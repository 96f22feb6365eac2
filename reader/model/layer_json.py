"""Layers as JSON: read with checks, written so that git diffs read."""

from collections.abc import Mapping
from typing import Any

import msgspec

from reader.errors import LayerError
from reader.model.layer import FORMAT, VERSION, Layer

_AGAIN = "make it again with: newsreader annotate --force FILE"


class _Head(msgspec.Struct):
    format: str
    version: int


def decode_layer(data: bytes, name: str) -> Layer:
    """Read a layer's bytes; it is not compared with a text yet (see ``check_layer``).

    Args:
        data: The layer file's content.
        name: What to call the file in an error.

    Raises:
        LayerError: It is not JSON, not a layer, of a newer version, or its fields are wrong.
    """
    try:
        head = msgspec.json.decode(data, type=_Head)
    except msgspec.ValidationError as error:
        raise LayerError(f"{name} is not a newsreader layer: {error}", _AGAIN) from error
    except msgspec.DecodeError as error:
        raise LayerError(f"{name} is not JSON: {error}", _AGAIN) from error
    if head.format != FORMAT:
        raise LayerError(f"{name} is not a newsreader layer but {head.format!r}", _AGAIN)
    if head.version > VERSION:
        raise LayerError(
            f"{name} is a layer of version {head.version}, this program reads {VERSION}",
            "update with: pip install -U newsreader",
        )
    try:
        return msgspec.json.decode(data, type=Layer)
    except msgspec.ValidationError as error:
        raise LayerError(f"{name} is damaged: {error}", _AGAIN) from error


def encode_layer(layer: Layer, previous: bytes | None = None) -> bytes:
    """Write a layer as JSON: sorted keys, LF, one item of a list per line.

    Args:
        layer: What to write.
        previous: The content of the file that it replaces. Keys that this program does not know
            are carried over: at the top, and on items whose id is still there.
    """
    import json  # only for writing, which the screen does not wait for at its start

    new = msgspec.json.decode(msgspec.json.encode(layer))
    if previous is not None:
        new = _with_unknown_keys(new, json.loads(previous))
    lines = [f"{_compact(key)}: {_block(new[key])}" for key in sorted(new)]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def layer_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a layer, made from the structs."""
    # Through JSON once, so that defaults are lists as in a file, not tuples.
    schema = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(Layer)))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsreader layer, version 1",
        **schema,
    }


def _compact(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _block(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(_compact(item) for item in value) + "\n]"
    return _compact(value)


def _with_unknown_keys(new: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**old, **new}
    for key, items in new.items():
        before = old.get(key)
        if isinstance(items, list) and isinstance(before, list):
            by_id = {item["id"]: item for item in before if isinstance(item, dict) and "id" in item}
            merged[key] = [
                {**by_id.get(item.get("id"), {}), **item} if isinstance(item, dict) else item
                for item in items
            ]
        elif isinstance(items, dict) and isinstance(before, dict):
            merged[key] = {**before, **items}
    return merged
