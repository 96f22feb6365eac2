"""Articles in files and folders, and on standard input."""

from pathlib import Path
from typing import BinaryIO

from reader.errors import SourceError, UsageError
from reader.model.article import Article
from reader.model.text import decode
from reader.sources.plain import plain_article

PLAIN_SUFFIXES = frozenset({".txt", ".text", ""})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
WEB_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MAX_BYTES = 64 * 1024 * 1024
"""Beyond this a file is refused: no news article is that long, and memory is finite."""


def open_article(path: Path) -> Article:
    """Read a plain text or Markdown file.

    Args:
        path: A file; named pipes work too.

    Raises:
        UsageError: There is no such file, or it is a folder.
        SourceError: It cannot be read, or is empty, binary, too large, not UTF-8, a layer or a web
            page.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "open one of its articles, or: newsreader FOLDER")
    if path.name.endswith(".layer.json"):  # which completes a name as soon as its text does
        raise SourceError(f"{path} is a layer", "open the text that it stands beside")
    if path.suffix.lower() in WEB_SUFFIXES:
        raise SourceError(f"{path} is a web page", "make it text first, e.g. pandoc -t plain")
    try:
        with path.open("rb") as file:
            data = _read(file, str(path))
    except FileNotFoundError as error:
        raise UsageError(f"there is no file {path}", "check the name and the folder") from error
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror}") from error
    text = decode(data, str(path))
    if path.suffix.lower() in MARKDOWN_SUFFIXES:
        from reader.sources.markdown import markdown_article  # the parser is only for these

        return markdown_article(text, path)
    return plain_article(text, path)


def read_stdin(file: BinaryIO) -> Article:
    """Read plain text from standard input to its end.

    Raises:
        SourceError: It is empty, binary, too large or not UTF-8.
    """
    return plain_article(decode(_read(file, "standard input"), "standard input"), None)


def list_articles(folder: Path) -> list[Path]:
    """Return the articles of a folder (not of folders inside it), sorted by name.

    Raises:
        SourceError: The folder cannot be read, or holds no article.
    """
    known = {*PLAIN_SUFFIXES - {""}, *MARKDOWN_SUFFIXES}
    try:
        found = [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in known and not path.name.startswith(".") and path.is_file()
        ]
    except OSError as error:
        raise SourceError(f"cannot read {folder}: {error.strerror}") from error
    if not found:
        raise SourceError(f"no articles in {folder}", "newsreader opens files in .txt and .md")
    return sorted(found)


def _read(file: BinaryIO, name: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError(f"{name} is larger than {MAX_BYTES >> 20} MiB", "split it first")
    return data
