"""``newsreader [FILE|DIR|-]...``: read in the terminal."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.commands.inputs import STDIN, expand
from reader.errors import UsageError
from reader.model.article import Article
from reader.paths import sample_articles
from reader.sources import list_articles, open_article, read_stdin
from reader.store.ahead import load_ahead


def open_names(names: tuple[str, ...]) -> None:
    """Open articles on the screen; without a terminal, print them.

    Args:
        names: Files, folders, or ``-`` for standard input; none for the sample articles.

    Raises:
        NewsreaderError: There is nothing to open, or it cannot be read.
    """
    # What the start makes stays to the end; looking through it for garbage is a tenth of the start.
    # The app collects again once its first frame is shown.
    gc.disable()
    if STDIN in names:
        _read_standard_input(names)
    elif len(names) == 0:
        _read_folder(sample_articles())
    elif len(names) == 1 and Path(names[0]).is_dir():
        _read_folder(Path(names[0]))
    else:
        _read_files([Path(name) for name in expand(names)])


def _read_standard_input(names: tuple[str, ...]) -> None:
    if names != (STDIN,):
        raise UsageError("- cannot be opened together with files", "open one or the other")
    if sys.stdin.isatty():
        raise UsageError("standard input is a terminal", "pipe a text into: newsreader -")
    article = read_stdin(sys.stdin.buffer)
    if _has_terminal():
        _run_article(article)
    else:
        _print(article)


def _read_folder(folder: Path) -> None:
    paths = list_articles(folder)
    if _has_terminal():
        from reader.tui.run import run

        run(paths, folder=folder)
    else:
        _print_each(paths, _print_title)


def _read_files(paths: list[Path]) -> None:
    if not _has_terminal():
        _print_each(paths, lambda path: _print(open_article(path)))
        return
    first = open_article(paths[0])  # what is wrong with it is said before the screen opens
    if len(paths) == 1:
        _run_article(first)
    else:
        from reader.tui.run import run

        run(paths, folder=None)


def _run_article(article: Article) -> None:
    ahead = load_ahead(article)
    from reader.tui.run import run

    run(article, folder=None, ahead=ahead)


def _print_each(paths: Sequence[Path], printed: Callable[[Path], None]) -> None:
    from reader.commands.failures import Failures

    failures = Failures(len(paths))
    for path in paths:
        with failures.collect():
            printed(path)
    failures.finish()


def _print_title(path: Path) -> None:
    from reader.cells import safe

    print(f"{safe(str(path))}\t{safe(open_article(path).title)}")


def _print(article: Article) -> None:
    from reader.commands.show import print_article

    print_article(article)


def _has_terminal() -> bool:
    """Tell whether there is a screen to draw on and a keyboard to read from.

    Where standard input is a pipe, the terminal takes its place on descriptor 0, so that the screen
    reads keys and not the pipe.
    """
    if not sys.stdout.isatty():
        return False
    if sys.stdin.isatty():
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:  # no controlling terminal, as under cron
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
