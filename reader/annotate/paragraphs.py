"""A spaCy component that keeps every sentence inside its paragraph.

It runs before the parser, which keeps the sentence starts that it finds set. Headlines and
datelines often end without a full stop, so that a line break is the only sign there is.
"""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

# Marks that belong to the word they touch: no sentence begins between the two.
_CLOSING = frozenset("\"'”’»)]")
_OPENING = frozenset("\"'“‘«([")
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")


class Paragraphs:
    """Start a sentence after every line break; leave most other tokens to the parser.

    White space that holds a line break belongs to the sentence before it, as does a mark that
    closes a quotation or a bracket; what such a mark opens does not begin behind it.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with sentence starts set around its line breaks."""
        starts = np.zeros(len(doc), dtype=np.int64)
        starts[:1] = 1
        after_break = False
        touches = opened = False  # the token before, with no space after it; and it opens a mark
        for token in doc:
            if not token.is_space:
                if after_break:
                    starts[token.i] = 1
                    after_break = False
                elif opened or (touches and token.text in _CLOSING):
                    starts[token.i] = -1
            elif token.i:
                starts[token.i] = -1
                after_break = after_break or not _BREAKS.isdisjoint(token.text)
            opened = not (touches or token.whitespace_) and token.text in _OPENING
            touches = not (token.whitespace_ or token.is_space)
        # In one go: spaCy looks through the whole Doc each time that one token's start is set.
        # spaCy's stubs lack the array type that its documentation asks for.
        doc.from_array(["SENT_START"], starts.astype(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]
        return doc


def make_paragraphs(nlp: Language, name: str) -> Paragraphs:
    """Return the component `newsreader_paragraphs`; spaCy's factories want both arguments."""
    del nlp, name
    return Paragraphs()


Language.factory("newsreader_paragraphs", assigns=["token.is_sent_start"], func=make_paragraphs)
