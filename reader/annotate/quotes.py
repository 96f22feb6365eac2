"""The spaCy component `newsreader_quotes`: what is said in a text, as ``doc._.quotes``."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.marks import find_passages
from reader.annotate.spans import QuoteSpan, register_extensions
from reader.model.text import Span


class Quotes:
    """Find passages in quotation marks and indirect speech."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with ``doc._.quotes`` set, in text order."""
        doc._.quotes = tuple(
            QuoteSpan("direct", (Span(passage.start, passage.end),), None, 0.5, "quotation marks")
            for passage in find_passages(doc.text)
        )
        return doc


def make_quotes(nlp: Language, name: str) -> Quotes:
    """Return the component `newsreader_quotes`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    return Quotes()


Language.factory("newsreader_quotes", assigns=["doc._.quotes"], func=make_quotes)
