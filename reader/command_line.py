"""The commands with their options.

Each command lives in its own module of ``reader.commands`` and is imported when it is called, so
that none waits for what the others need.
"""

from collections.abc import Sequence
from importlib import import_module

import click

from reader import __version__
from reader.commands import COMMANDS
from reader.errors import ExitCode, NewsreaderError, UsageError

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
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS and cmd_name != _OPEN:
            return None
        if cmd_name == _OPEN:
            return _open
        module = import_module(f"reader.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Leave it out: the help text says it better."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((arg for arg in args if arg not in ("--help", "--version", "-h")), None)
        asks = first is None and bool(args)
        if not asks and first not in COMMANDS:
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


@click.command("open", add_help_option=False)
@click.argument("names", metavar="[FILE|DIR|-]...", nargs=-1)
def _open(names: tuple[str, ...]) -> None:
    """Open articles on the screen; without a terminal, print them."""
    from reader.commands.open import open_names

    open_names(names)


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name.

    Returns:
        The exit code.

    Raises:
        UsageError: The arguments make no sense.
        NewsreaderError: The command's own.
    """
    try:
        return int(cli.main(list(arguments), standalone_mode=False) or 0)
    except click.exceptions.Abort:
        return ExitCode.INTERRUPTED
    except click.UsageError as error:
        raise UsageError(error.format_message(), _usage_hint(error)) from error
    except click.ClickException as error:
        raise NewsreaderError(error.format_message()) from error


def _usage_hint(error: click.UsageError) -> str:
    name = error.ctx.command_path if error.ctx else "newsreader"
    return f"see: {name.removesuffix(' open')} --help"
