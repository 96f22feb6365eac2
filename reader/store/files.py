"""Writing a file so that nobody ever sees half of it."""

import os
from contextlib import suppress
from pathlib import Path

from reader.errors import StoreError


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file's content in one step: the old file stays until the new one is complete.

    Args:
        path: The file; its folder must exist. A pipe or a device is written to as it is.
        data: The whole new content.

    Raises:
        StoreError: The folder or the disk does not take it; the old file is as it was.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.write(data)
        else:
            _replace(path.resolve(), data)  # through a link, so that the link stays one
    except OSError as error:
        raise StoreError(
            f"cannot write {path}: {error.strerror}", "is the folder read-only or the disk full?"
        ) from error


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    finally:
        with suppress(OSError):  # what went wrong before matters more
            part.unlink(missing_ok=True)  # gone already, if it has taken the target's place
