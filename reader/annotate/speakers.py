"""The spaCy component `newsreader_speakers`: who says each quote, as ``doc._.speakers``."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.spans import Attribution, register_extensions


class Speakers:
    """Choose for each quote the words of the text that stand for its speaker."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with ``doc._.speakers`` set, one for each quote, in the same order."""
        doc._.speakers = tuple(Attribution(None, None, 0.0) for _ in doc._.quotes)
        return doc


def make_speakers(nlp: Language, name: str) -> Speakers:
    """Return the component `newsreader_speakers`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    return Speakers()


Language.factory(
    "newsreader_speakers",
    requires=["doc._.quotes"],
    assigns=["doc._.speakers"],
    func=make_speakers,
)
