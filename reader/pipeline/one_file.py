"""Components that spaCy stores as one file."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Self


class OneFile(ABC):
    """What spaCy asks of a component that travels inside a pipeline's directory."""

    file_name: ClassVar[str]
    """The file's name in the component's own directory."""

    @abstractmethod
    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the component's content, packed."""

    @abstractmethod
    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Take over what `to_bytes` returned."""

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the content to the directory `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / self.file_name).write_bytes(self.to_bytes(exclude=exclude))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Read the content from the directory `path`."""
        return self.from_bytes((Path(path) / self.file_name).read_bytes(), exclude=exclude)
