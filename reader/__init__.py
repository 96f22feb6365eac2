"""newsreader: who is in a story, and who said what.

The public API, loaded when it is first used, so that nobody waits for spaCy who does not need it::

    from pathlib import Path
    from reader import annotate, load_layer, open_article

    article = open_article(Path("story.txt"))
    layer = annotate(article)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.annotate.batch import annotate
    from reader.model.article import Article
    from reader.model.layer import Layer
    from reader.sources import open_article
    from reader.store.layers import load_layer

__version__ = "0.1.0"
__all__ = ["Article", "Layer", "annotate", "load_layer", "open_article"]

_HOME = {
    "Article": "reader.model.article",
    "Layer": "reader.model.layer",
    "load_layer": "reader.store.layers",
    "open_article": "reader.sources",
}


def __getattr__(name: str) -> object:
    """Load a public name from where it lives (PEP 562)."""
    if name == "annotate":
        return import_module("reader.annotate")  # a package that can be called
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
