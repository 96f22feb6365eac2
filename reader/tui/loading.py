"""An article and its layer for the screen: a bad layer is a banner, never a stop."""

from enum import StrEnum
from pathlib import Path

import msgspec

from reader.errors import LayerError
from reader.model.article import Article
from reader.model.check import StaleLayerError
from reader.model.index import Annotations
from reader.model.layer import ArticleInfo, Layer, TextInfo
from reader.sources import open_article
from reader.store.ahead import LayerAhead
from reader.store.layers import load_compact_for
from reader.tui.article_rows import ArticleRows


class LayerState(StrEnum):
    """How an article's layer is, in the words of the top line."""

    OK = "layer ok"
    NONE = "no layer"
    READING = "layer is read"
    ANNOTATING = "annotating"
    DAMAGED = "layer damaged"
    NOT_SAVED = "layer not saved"

    @property
    def is_there(self) -> bool:
        """Whether there are annotations."""
        return self in (LayerState.OK, LayerState.NOT_SAVED)

    @property
    def why_empty(self) -> str:
        """What a list says that has no rows because of this state."""
        if self == LayerState.ANNOTATING:
            return "being annotated"
        if self == LayerState.READING:
            return "being read"
        return "none found" if self.is_there else "not annotated"


class Opened(msgspec.Struct, frozen=True):
    """An article that can be read, with its layer as far as there is a good one."""

    annotations: Annotations
    has_layer: bool
    wants_annotation: bool
    """No layer is in the way: there is none, or one of another text."""
    problem: str | None = None
    """What is wrong with the layer file, in one line."""
    ahead: LayerAhead | None = None
    """The layer, where it is still being read."""
    rows: ArticleRows | None = None
    """The article's rows for whoever shows it first."""

    @property
    def is_good(self) -> bool:
        """Whether there is a layer, or will be one soon."""
        return self.has_layer or self.wants_annotation or self.ahead is not None

    @property
    def state(self) -> LayerState:
        """How the layer is at first."""
        if self.ahead is not None:
            return LayerState.READING
        if self.has_layer:
            return LayerState.OK
        return LayerState.ANNOTATING if self.wants_annotation else LayerState.NONE


def open_path(path: Path) -> Opened:
    """Read an article and the layer beside it.

    Raises:
        NewsreaderError: The article itself cannot be read.
    """
    return open_with_layer(open_article(path))


def open_before_layer(article: Article, ahead: LayerAhead) -> Opened:
    """Open an article whose layer is still being read."""
    return Opened(_unannotated(article), False, False, ahead=ahead)


def open_with_layer(article: Article, ahead: LayerAhead | None = None) -> Opened:
    """Find an article's layer.

    Args:
        article: The article.
        ahead: Its layer, where somebody has begun to read it.
    """
    try:
        annotations = ahead.take() if ahead else _load(article)
    except StaleLayerError as error:
        return Opened(_unannotated(article), False, True, error.message)
    except LayerError as error:
        return Opened(_unannotated(article), False, False, str(error))
    if annotations is None:
        return Opened(_unannotated(article), False, True)
    return Opened(annotations, True, False)


def _load(article: Article) -> Annotations | None:
    layer = load_compact_for(article)
    return None if layer is None else Annotations(article, layer)


def _unannotated(article: Article) -> Annotations:
    """Return an article with a layer that says nothing."""
    info = ArticleInfo(
        id=article.id,
        title=article.metadata.title,
        url=article.metadata.url,
        byline=article.metadata.byline,
        published=article.metadata.published,
        source=article.metadata.source,
        language=article.metadata.language,
    )
    # The hash is for files; this layer never becomes one.
    text = TextInfo(
        sha256="", length=len(article.text), body=(article.body.start, article.body.end)
    )
    layer = Layer(article=info, text=text, runs=(), entities=(), mentions=(), quotes=())
    return Annotations(article, layer)
