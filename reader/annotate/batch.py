"""Annotating articles: one, or many in a row with the pipeline loaded once."""

from collections.abc import Callable

from spacy.language import Language

from reader.annotate.layer import make_layer
from reader.annotate.pipeline import load_pipeline
from reader.model.article import Article
from reader.model.layer import Layer

Report = Callable[[str, int, int], None]
"""Called with the name of the stage that begins, stages done, stages in all."""


class Annotator:
    """Makes layers; loads its pipeline when the first one is asked for.

    Args:
        pipeline: See ``load_pipeline``.
        report: Called as each stage begins, so that a person can be shown how far it is.
    """

    def __init__(self, pipeline: str | None = None, report: Report | None = None) -> None:
        self._name = pipeline
        self._report = report or _silent
        self._nlp: Language | None = None

    def annotate(self, article: Article) -> Layer:
        """Make the layer of an article.

        Raises:
            PipelineError: The pipeline cannot be loaded.
        """
        nlp = self._pipeline()
        stages = [name for name, _ in nlp.pipeline]
        text = article.body.of(article.text)
        nlp.max_length = max(nlp.max_length, len(text))
        doc = nlp.make_doc(text)
        for done, (name, component) in enumerate(nlp.pipeline, 1):
            self._report(name.removeprefix("newsreader_"), done, len(stages) + 1)
            doc = component(doc)
        return make_layer(article, doc, nlp)

    def _pipeline(self) -> Language:
        if self._nlp is None:
            self._report("loading the pipeline", 0, 1)
            self._nlp = load_pipeline(self._name)
        return self._nlp


def annotate(article: Article, pipeline: str | None = None) -> Layer:
    """Make the layer of one article; for many, keep an ``Annotator``.

    Args:
        article: What to annotate.
        pipeline: An installed spaCy English pipeline or its folder; None: the one that ships.

    Raises:
        PipelineError: The pipeline cannot be loaded.
    """
    return Annotator(pipeline).annotate(article)


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass
