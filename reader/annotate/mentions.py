"""A spaCy component for the mentions of an article (an empty frame so far)."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.spans import register_extensions


class Mentions:
    """Leave ``doc._.mentions`` empty."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` as it is."""
        return doc


def make_mentions(nlp: Language, name: str) -> Mentions:
    """Return the component `newsreader_mentions`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    return Mentions()


Language.factory("newsreader_mentions", assigns=["doc._.mentions"], func=make_mentions)
