"""From bytes to an article: what a file, a folder or standard input holds."""

from reader.sources.files import list_articles, open_article, read_stdin

__all__ = ["list_articles", "open_article", "read_stdin"]
