"""Layer files: ``NAME.layer.json`` beside ``NAME.txt``."""

from pathlib import Path

import msgspec

from reader.errors import LayerError
from reader.model.article import Article
from reader.model.check import check_layer
from reader.model.compact import CompactLayer, compact, read_compact
from reader.model.layer import Layer
from reader.model.layer_json import decode_layer, encode_layer
from reader.store.files import write_atomically

HAND = "hand"
"""A run with this tool's name says that a person corrected the layer."""


def layer_path(article_path: Path, folder: Path | None = None) -> Path:
    """Return where an article's layer lives: beside it, or in ``folder``."""
    return (folder or article_path.parent) / f"{article_path.stem}.layer.json"


def load_layer(path: Path, text: str) -> Layer:
    """Read a layer and compare it with its text.

    Args:
        path: The layer file.
        text: The canonical text that it belongs to.

    Raises:
        LayerError: It cannot be read, is no layer, or is damaged.
        StaleLayerError: It was made for another text.
    """
    layer = decode_layer(_read(path), path.name)
    check_layer(layer, text, path.name)
    return layer


def load_layer_for(article: Article) -> Layer | None:
    """Read the layer beside an article; None where there is none.

    Raises:
        LayerError: There is one that cannot be used (see ``load_layer``).
    """
    path = _existing(article)
    return load_layer(path, article.text) if path else None


def load_compact_for(article: Article) -> CompactLayer | None:
    """Read the layer beside an article in the form for reading; None where there is none.

    Raises:
        LayerError: There is one that cannot be used (see ``load_layer``).
    """
    path = _existing(article)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            layer = read_compact(file, article.text)
    except OSError as error:
        raise _unreadable(path, error) from error
    return layer or compact(load_layer(path, article.text), article.text)


def _existing(article: Article) -> Path | None:
    """Return the layer file beside an article, if there is one."""
    path = layer_path(article.path) if article.path else None
    return path if path and path.exists() else None


def write_layer(path: Path, layer: Layer) -> bool:
    """Write a layer atomically, keeping the unknown keys of the file that it replaces.

    Args:
        path: The layer file.
        layer: Its new content.

    Returns:
        False where the file says the same already (but for the time of its making) and was left.

    Raises:
        StoreError: The file cannot be written.
    """
    previous = _previous(path)
    data = encode_layer(layer, previous)
    if previous is not None and _same_but_for_time(layer, previous, path.name):
        return False
    write_atomically(path, data)
    return True


def corrected_by_hand(path: Path) -> bool:
    """Tell whether a layer file says that a person corrected it.

    Raises:
        LayerError: There is a file that cannot be read as a layer.
    """
    if not path.is_file():  # nothing is read from a pipe or a device
        return False
    return any(run.tool == HAND for run in decode_layer(_read(path), path.name).runs)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> LayerError:
    return LayerError(f"cannot read {path}: {error.strerror}")


def _previous(path: Path) -> bytes | None:
    """Return the old file's content if it is a layer whose unknown keys can be carried over."""
    if not path.is_file():
        return None
    data = _read(path)
    try:
        decode_layer(data, path.name)
    except LayerError:  # the caller has been asked to write over it
        return None
    return data


def _same_but_for_time(layer: Layer, previous: bytes, name: str) -> bool:
    old = decode_layer(previous, name)
    now = tuple(msgspec.structs.replace(run, created=None) for run in layer.runs)
    then = tuple(msgspec.structs.replace(run, created=None) for run in old.runs)
    return msgspec.structs.replace(layer, runs=now) == msgspec.structs.replace(old, runs=then)
