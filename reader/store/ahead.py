"""A long layer is read on another core while this one loads the screen."""

import os
import pickle
from contextlib import suppress

from reader.errors import LayerError
from reader.model.article import Article
from reader.model.index import Annotations
from reader.store.layers import layer_path, load_compact_for

LARGE = 1 << 20
"""From this size on, in bytes, reading a layer takes longer than making a process for it."""


class LayerAhead:
    """A layer that another process reads and checks.

    Args:
        article: Whose layer.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self.pipe, writing = os.pipe()
        """A descriptor that can be read from as soon as the layer is there."""
        self._child = os.fork()
        if not self._child:
            os.close(self.pipe)
            os._exit(_hand_over(article, writing))
        os.close(writing)

    def take(self) -> Annotations | None:
        """Wait for the layer and return the article with it; None where the layer has gone.

        To be called once.

        Raises:
            LayerError: It cannot be used (see ``load_layer``).
        """
        annotations: Annotations | None = None
        with os.fdopen(self.pipe, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):
            annotations = pickle.load(pipe)
        os.waitpid(self._child, 0)
        if annotations is not None:
            annotations.set_article(self._article)
            return annotations
        # What is wrong, this process has to find out.
        layer = load_compact_for(self._article)
        return None if layer is None else Annotations(self._article, layer)


def load_ahead(article: Article) -> LayerAhead | None:
    """Begin to read the layer beside an article, if it is so long that this is worth it.

    To be called while the process has one thread only.
    """
    if article.path is None or not hasattr(os, "fork"):
        return None
    path = layer_path(article.path)
    is_large = path.exists() and path.stat().st_size >= LARGE
    return LayerAhead(article) if is_large else None


def _hand_over(article: Article, writing: int) -> int:
    """Read the layer and write it to the pipe, in the other process; return its exit code."""
    try:
        layer = load_compact_for(article)
        if layer is None:
            return 1
        annotations = Annotations(article, layer)
        annotations.index()
        annotations.set_article(Article("", article.body))  # the other side has it
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(annotations, pickle.HIGHEST_PROTOCOL))
    except (LayerError, OSError, MemoryError):
        return 1
    return 0
