"""``python -m reader``: the same program as ``newsreader``."""

from reader.cli import main

main()
