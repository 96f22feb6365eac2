"""The command line: stdout is data, stderr is talk, exit codes as in ``reader.errors``.

Each command lives in its own module of ``reader.commands`` and is imported when it is called, so
that the reader opens without loading what the others need.
"""

import sys
from importlib import import_module
from typing import NoReturn

import click

from reader import __version__
from reader.errors import ExitCode, NewsreaderError

_COMMANDS = {
    "annotate": "Find entities, mentions and quotes; write NAME.layer.json beside each text.",
    "check": "Compare layers with their texts.",
    "evaluate": "Score a pipeline on text that people annotated.",
    "show": "Print an article with who said what.",
}
_OPEN = "open"

_HELP = """Read news in the terminal beside who is in it and who said what.

\b
Usage:
  newsreader [FILE|DIR|-]...      read; without arguments, the sample articles
  newsreader COMMAND [ARGS]...    see below

\b
Examples:
  newsreader                          the library of sample articles
  newsreader story.txt                read a story; it is annotated as you read
  newsreader stories/                 a folder's articles
  pdftotext report.pdf - | newsreader -
  newsreader annotate stories/        write the layers beforehand
  newsreader show story.txt | less    without the screen

In the reader, ? shows the keys. Exit codes: 0 done; 1 failed; 2 wrong usage;
3 some inputs failed; 130 interrupted.
"""


class _Commands(click.Group):
    """Subcommands by name; anything else is something to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS and cmd_name != _OPEN:
            return None
        module = import_module(f"reader.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Leave it out: the help text says it better."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((arg for arg in args if arg not in ("--help", "--version", "-h")), None)
        asks = first is None and bool(args)
        if not asks and first not in _COMMANDS:
            args = [_OPEN, *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Commands,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="newsreader %(version)s")
def cli() -> None:
    """Hold the commands together; each does its own work."""


def main() -> NoReturn:
    """Run the program and exit with its code; every error is one line with a hint."""
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        status = ExitCode.INTERRUPTED
    except KeyboardInterrupt:
        status = ExitCode.INTERRUPTED
    except click.UsageError as error:
        _say(error.format_message(), _usage_hint(error))
        status = ExitCode.USAGE
    except click.ClickException as error:
        _say(error.format_message(), "")
        status = ExitCode.FAILED
    except NewsreaderError as error:
        _say(error.message, error.hint)
        status = error.exit_code
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`); Python must not complain at exit.
        sys.stderr.close()
        status = ExitCode.OK
    sys.exit(int(status or 0))


def _usage_hint(error: click.UsageError) -> str:
    name = error.ctx.command_path if error.ctx else "newsreader"
    return f"see: {name.removesuffix(' open')} --help"


def _say(message: str, hint: str) -> None:
    line = f"newsreader: {message}" + (f" ({hint})" if hint else "")
    click.echo(" ".join(line.split()), err=True)
