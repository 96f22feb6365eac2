"""From article to layer. With ``reader.pipeline`` the only room that imports spaCy.

``reader.annotate`` is a package and, in the public API, a function: ``from reader import annotate``
gives whichever the import system has put there. So the package can be called.
"""

import sys
from types import ModuleType

from reader.model.article import Article
from reader.model.layer import Layer


class _CallablePackage(ModuleType):
    """A package that passes a call on to the function of its own name (PEP 549's motive)."""

    def __call__(self, article: Article, pipeline: str | None = None) -> Layer:
        """Make the layer of an article; see ``reader.annotate.batch.annotate``."""
        from reader.annotate.batch import annotate  # spaCy is loaded here and not before

        return annotate(article, pipeline)


sys.modules[__name__].__class__ = _CallablePackage
