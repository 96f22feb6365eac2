"""Annotating articles: one, or many in a row with the pipeline loaded once."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.layer import make_layer
from reader.annotate.pieces import pieces
from reader.annotate.pipeline import COMPONENTS, load_pipeline
from reader.model.article import Article
from reader.model.layer import Layer

Report = Callable[[str, int, int], None]
"""Called with the name of the stage that begins, stages done, stages in all."""

PIECE = 200_000
"""Code points that the parser and its like are given at once; their memory grows with it."""


class Annotator:
    """Makes layers; loads its pipeline when the first one is asked for.

    Args:
        pipeline: See ``load_pipeline``.
        report: Called as each stage begins, so that a person can be shown how far it is.
        piece: Code points of a text that are parsed at once. Longer texts are parsed in pieces cut
            at paragraph ends and put together again, so that quotes and mentions see all of it.
    """

    def __init__(
        self, pipeline: str | None = None, report: Report | None = None, piece: int = PIECE
    ) -> None:
        self._name = pipeline
        self._report = report or _silent
        self._piece = piece
        self._nlp: Language | None = None

    def annotate(self, article: Article) -> Layer:
        """Make the layer of an article.

        Raises:
            PipelineError: The pipeline cannot be loaded.
        """
        nlp = self._pipeline()
        doc = self._doc(nlp, article.body.of(article.text))
        return make_layer(article, doc, nlp)

    def _doc(self, nlp: Language, text: str) -> Doc:
        parsers = [(name, pipe) for name, pipe in nlp.pipeline if name not in COMPONENTS]
        ours = [(name, pipe) for name, pipe in nlp.pipeline if name in COMPONENTS]
        parts = list(pieces(text, self._piece))
        total, done = len(parts) * len(parsers) + len(ours) + 1, 1
        docs: list[Doc] = []
        for part in parts:
            doc = nlp.make_doc(part)
            for name, pipe in parsers:
                self._report(name, done, total)
                doc, done = pipe(doc), done + 1
            docs.append(doc)
        whole = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
        for name, pipe in ours:
            self._report(name.removeprefix("newsreader_"), done, total)
            whole, done = pipe(whole), done + 1
        return whole

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
