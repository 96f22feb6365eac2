"""Corpora on disk: lines of text and JSON Lines, packed with gzip or not."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def open_text(path: Path) -> Iterator[str]:
    """Yield the lines of a UTF-8 file without their ends; `.gz` is unpacked."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (line.rstrip("\n") for line in lines)


def read_json_lines(path: Path) -> Iterator[Any]:
    """Yield what each line of a file holds; empty lines hold nothing.

    Raises:
        ValueError: A line is not JSON.
    """
    yield from (json.loads(line) for line in open_text(path) if line.strip())
