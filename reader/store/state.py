"""What the reader remembers between two sittings: places in articles, panels, measure, theme.

Nothing here is worth stopping for: a damaged file is as good as none, and a file that cannot be
written is reported by a return value.
"""

import os
from pathlib import Path

import msgspec

from reader.errors import StoreError
from reader.store.files import write_atomically

STATE_DIR_VARIABLE = "NEWSREADER_STATE_DIR"
"""The environment variable that puts the state elsewhere."""
_VERSION = 1
_PLACES_KEPT = 1000


class PanelState(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the reader likes the panels."""

    entities: bool = True
    """Whether the entities panel is shown where there is room."""
    quotes: bool = True
    """Whether the quotes panel is shown where there is room."""
    wider_by: int = 0
    """Columns that panels have more than by default (or fewer)."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where the reader is in an article."""

    offset: int
    """The character at the top of the pane; a position that survives any resize."""
    progress: float
    """How much has been read, 0 to 1."""


class ReaderState(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that is remembered."""

    version: int = _VERSION
    theme: str | None = None
    measure: int | None = None
    """The text's width in cells, where the reader changed it."""
    panels: PanelState = PanelState()
    places: dict[str, Place] = {}
    """By the article's absolute path, the latest last."""

    def place_in(self, article: Path | None) -> Place | None:
        """Return the remembered place in an article, if there is one."""
        return self.places.get(_key(article)) if article else None

    def with_place(self, article: Path | None, place: Place) -> "ReaderState":
        """Return this state with a place remembered; standard input has none."""
        if article is None:
            return self
        key = _key(article)
        places = {path: old for path, old in self.places.items() if path != key}
        places[key] = place
        kept = dict(list(places.items())[-_PLACES_KEPT:])
        return msgspec.structs.replace(self, places=kept)


def _key(article: Path) -> str:
    return str(article.resolve())


class StateFile(msgspec.Struct, frozen=True):
    """The file that the state is kept in."""

    path: Path

    @classmethod
    def of_user(cls) -> "StateFile":
        """Return the user's own file, or the one in ``NEWSREADER_STATE_DIR``."""
        folder = os.environ.get(STATE_DIR_VARIABLE)
        if folder:
            return cls(Path(folder) / "state.json")
        from platformdirs import user_state_path

        return cls(user_state_path("newsreader") / "state.json")

    def load(self) -> ReaderState:
        """Read the state; a new one where the file is missing, damaged or of a newer version."""
        try:
            state = msgspec.json.decode(self.path.read_bytes(), type=ReaderState)
        except (OSError, msgspec.DecodeError):
            return ReaderState()
        return state if state.version == _VERSION else ReaderState()

    def save(self, state: ReaderState) -> str | None:
        """Write the state atomically.

        Returns:
            None, or why it could not be written.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, msgspec.json.encode(state))
        except OSError as error:
            return f"cannot write {self.path}: {error.strerror}"
        except StoreError as error:
            return error.message
        return None


class Memory:
    """The state as it is now, kept on disk where it has changed.

    Args:
        state: What is there already.
        file: Where it is kept.
    """

    def __init__(self, state: ReaderState, file: StateFile) -> None:
        self.state = state
        """What is remembered, whether it could be kept or not."""
        self._kept = state
        self._file = file

    def keep(self, state: ReaderState) -> str | None:
        """Remember another state.

        Returns:
            None, or why it could not be written.
        """
        self.state = state
        if state == self._kept:
            return None
        problem = self._file.save(state)
        if not problem:
            self._kept = state
        return problem
