"""A spaCy component for the entities of an article (an empty frame so far)."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.spans import register_extensions


class Entities:
    """Leave ``doc._.entities`` empty."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` as it is."""
        return doc


def make_entities(nlp: Language, name: str) -> Entities:
    """Return the component `newsreader_entities`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    return Entities()


Language.factory("newsreader_entities", assigns=["doc._.entities"], func=make_entities)
