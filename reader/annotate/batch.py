"""Annotating articles: one, or many in a row with the pipeline loaded once."""

from collections.abc import Callable, Sequence

import numpy as np
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc

from reader.annotate.layer import make_layer
from reader.annotate.pieces import pieces, tokenize
from reader.annotate.pipeline import load_pipeline
from reader.model.article import Article
from reader.model.layer import Layer

Report = Callable[[str, int, int], None]
"""Called with the name of the stage that begins, stages done, stages in all."""

Pipe = tuple[str, Callable[[Doc], Doc]]
"""A component's name and the component."""

PIECE = 30_000
"""Code points that the parser and its like are given at once; their memory grows with it."""


# What these leave on a Doc counts its tokens and is not joined with it; they are run on the whole.
_NOT_JOINED = ("newsreader_gazetteer",)


class Steps:
    """Runs components one after the other and says which one it is at."""

    def __init__(self, total: int, report: Report) -> None:
        self._total = total
        self._report = report
        self._done = 1  # the pipeline is loaded

    def run(self, pipes: Sequence[Pipe], doc: Doc) -> Doc:
        """Return the Doc after all of ``pipes``."""
        for name, pipe in pipes:
            self._report(name.removeprefix("newsreader_"), self._done, self._total)
            doc = pipe(doc)
            self._done += 1
        return doc


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
        """Run the statistical components on pieces, and what follows them on the whole."""
        pipes = nlp.pipeline
        cut = max(
            (n for n, (_, pipe) in enumerate(pipes, 1) if isinstance(pipe, TrainablePipe)),
            default=0,
        )
        parts = list(pieces(text, self._piece))
        again = [pipe for pipe in pipes[:cut] if pipe[0] in _NOT_JOINED and len(parts) > 1]
        steps = Steps(len(parts) * cut + len(again) + len(pipes) - cut + 1, self._report)
        docs = [_bare(steps.run(pipes[:cut], tokenize(nlp, part))) for part in parts]
        whole = docs[0] if len(docs) == 1 else _joined(docs)
        del docs  # not there twice while the rest runs
        return steps.run([*again, *pipes[cut:]], whole)

    def _pipeline(self) -> Language:
        if self._nlp is None:
            self._report("loading the pipeline", 0, 1)
            self._nlp = load_pipeline(self._name)
        return self._nlp


def _bare(doc: Doc) -> Doc:
    """Drop the numbers that the statistical components made for each other: half a Doc's memory."""
    doc.tensor = np.zeros((0, 0), dtype=np.float32)
    return doc


def _joined(docs: list[Doc]) -> Doc:
    # spaCy's stubs do not know `exclude`.
    return Doc.from_docs(docs, ensure_whitespace=False, exclude=["user_data"])  # type: ignore[call-arg]


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
