"""The screen as a program: from the first article to the end of the process."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from reader.model.article import Article
from reader.store.ahead import LayerAhead
from reader.tui.beginning import begin
from reader.tui.early import early_frame


def run(
    articles: Sequence[Path] | Article,
    *,
    folder: Path | None,
    theme: str | None = None,
    ahead: LayerAhead | None = None,
) -> NoReturn:
    """Read articles in the terminal; this ends the process.

    Args:
        articles: Files, or one article that is read already (from standard input, say).
        folder: The folder whose library opens; None: the first article opens.
        theme: A theme's name; None: the remembered one, or what the terminal can show.
        ahead: The layer of the one article, where somebody has begun to read it.

    Raises:
        NewsreaderError: The first article cannot be read.
    """
    beginning = begin(articles, folder=folder, theme=theme, ahead=ahead)
    with early_frame(beginning, os.environ) as early:
        # Two answers in a row: the second waits for the next of so many moments in a second.
        os.environ.setdefault("TEXTUAL_FPS", "120")
        from reader.tui.app import NewsreaderApp  # Textual; the first frame does not wait for it

        app = NewsreaderApp(beginning, early)
        app.run()
    sys.stdout.flush()
    sys.stderr.flush()
    # What is to be kept is on disk. Taking everything apart that is in memory, and waiting for the
    # reader of keys, would last longer than all the rest of the end.
    os._exit(app.return_code or 0)
