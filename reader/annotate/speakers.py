"""The spaCy component `newsreader_speakers`: who says each quote, as ``doc._.speakers``."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.quoting.sources import Source, register_sources
from reader.annotate.spans import Attribution, QuoteSpan, register_extensions

_LEAST_SHARE = 0.02
"""Runners-up below this are not worth showing."""
_CEILING = 0.97
"""People who annotate speakers agree on so many; surer than that nobody can claim to be."""
UNKNOWN = Attribution(None, None, 0.0)


class Speakers:
    """Choose for each quote the words of the text that stand for its speaker.

    Reads what ``newsreader_quotes`` found; where that component did not run, every speaker is
    unknown.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with ``doc._.speakers`` set, one for each quote, in the same order."""
        quotes: tuple[QuoteSpan, ...] = doc._.quotes
        sources: tuple[tuple[Source, ...], ...] = doc._.quote_sources
        if len(sources) != len(quotes):
            sources = ((),) * len(quotes)
        doc._.speakers = tuple(map(attribute, quotes, sources))
        return doc


def attribute(quote: QuoteSpan, sources: tuple[Source, ...]) -> Attribution:
    """Return the attribution of a quote to the first of its sources."""
    if quote.kind == "scare" or not sources:
        return UNKNOWN
    first, *rest = sources
    others = tuple((s.span, round(s.share, 3)) for s in rest if s.share >= _LEAST_SHARE)
    confidence = round(_CEILING * first.share, 3)
    return Attribution(first.span, first.how, confidence, others)


def make_speakers(nlp: Language, name: str) -> Speakers:
    """Return the component `newsreader_speakers`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    register_sources()
    return Speakers()


Language.factory(
    "newsreader_speakers",
    requires=["doc._.quotes"],
    assigns=["doc._.speakers"],
    func=make_speakers,
)
