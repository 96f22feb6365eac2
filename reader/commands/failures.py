"""One bad input must not stop the others, and must not be forgotten either."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from reader.cells import safe
from reader.errors import ExitCode, NewsreaderError, PipelineError


class _SomeFailedError(NewsreaderError):
    exit_code = ExitCode.PARTIAL


class Failures:
    """Collects the errors of a command's inputs.

    Args:
        inputs: How many there are. The error of an only one is raised, as if nothing collected it.
    """

    def __init__(self, inputs: int) -> None:
        self._inputs = inputs
        self._failed = 0

    @contextmanager
    def collect(self) -> Iterator[None]:
        """Say the error of one input on stderr, one line, and go on."""
        try:
            yield
        except NewsreaderError as error:
            # Without a pipeline no other input will fare better.
            if self._inputs == 1 or isinstance(error, PipelineError):
                raise
            self._failed += 1
            click.echo(safe(f"newsreader: {error}"), err=True)

    def finish(self) -> None:
        """Say how many failed.

        Raises:
            NewsreaderError: Some did (exit code 3), or all did (exit code 1).
        """
        if self._failed == self._inputs > 0:
            raise NewsreaderError(f"all {self._inputs} failed")
        if self._failed:
            raise _SomeFailedError(f"{self._failed} of {self._inputs} failed")
