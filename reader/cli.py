"""The program: stdout is data, stderr is talk, exit codes as in ``reader.errors``.

Names of articles are opened at once. Only commands and options need the command line's machinery
(``reader.command_line``), which takes a tenth of the start to load.
"""

import sys
from collections.abc import Sequence
from typing import NoReturn

from reader.commands import COMMANDS
from reader.errors import ExitCode, NewsreaderError


def main() -> NoReturn:
    """Run the program and exit with its code; every error is one line with a hint."""
    status: int = ExitCode.OK
    try:
        status = _run(sys.argv[1:])
        sys.stdout.flush()  # here, where it can be said that the disk is full
    except KeyboardInterrupt:
        status = ExitCode.INTERRUPTED
    except NewsreaderError as error:
        _say(error)
        status = error.exit_code
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`); Python must not complain at exit.
        sys.stderr.close()
    except OSError as error:  # of standard output: who opens a file says what is wrong with it
        _say(NewsreaderError(str(error)))
        status = ExitCode.FAILED
    sys.exit(int(status))


def _run(arguments: Sequence[str]) -> int:
    if any(word.startswith("-") and word != "-" for word in arguments) or (
        arguments and arguments[0] in COMMANDS
    ):
        from reader.command_line import run

        return run(arguments)
    from reader.commands.open import open_names

    open_names(tuple(arguments))
    return ExitCode.OK


def _say(error: NewsreaderError) -> None:
    from reader.cells import safe

    line = f"newsreader: {error.message}" + (f" ({error.hint})" if error.hint else "")
    print(safe(" ".join(line.split())), file=sys.stderr)
