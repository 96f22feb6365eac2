"""What can go wrong, said in one line with a hint, and the exit code that goes with it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the program's exit status means to a shell."""

    OK = 0
    FAILED = 1
    """The work failed, or ``check`` found something stale."""
    USAGE = 2
    """The command line or a setting is wrong."""
    PARTIAL = 3
    """Some inputs failed, the others were done."""
    INTERRUPTED = 130


class NewsreaderError(Exception):
    """Something a user can understand and mend.

    Args:
        message: What is wrong, one line, no full stop.
        hint: What to do about it, one line, or an empty string.
    """

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)  # both, so that it can be sent between processes
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(NewsreaderError):
    """The command line asks for something that is not there or makes no sense."""

    exit_code = ExitCode.USAGE


class SourceError(NewsreaderError):
    """A file, folder or stream cannot be read as an article."""


class LayerError(NewsreaderError):
    """A layer cannot be read, or does not belong to its text."""


class PipelineError(NewsreaderError):
    """A spaCy pipeline is missing or cannot be used."""


class StoreError(NewsreaderError):
    """A file cannot be written."""
