"""Who has the word in each paragraph, and the paragraphs that this is asked of."""

from dataclasses import dataclass

from reader.annotate.coref.evidence import Evidence

_LOOKED_AT = 50
"""Whoever is named is so among the first mentions."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom "I" or "you" means in a paragraph."""

    mention: int
    why: str
    sure: float


@dataclass(frozen=True, slots=True)
class Turns:
    """The voices of an article, by paragraph; one that is missing is not known."""

    speaker: dict[int, Voice]
    hearer: dict[int, Voice]
    is_talk: bool
    """Whether several people speak, so that "I" changes from paragraph to paragraph."""
    together: Voice | None = None
    """Whom "we" means in all of it."""
    long: frozenset[int] = frozenset()
    """The paragraphs that are so long that whoever tells the story says them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as far as it tells who speaks."""

    number: int
    first: int
    last: int
    """Tokens, without the white space around them."""
    words: frozenset[str]
    """The groups of the pronouns outside quotes: i, we, you."""
    names: tuple[int, ...]
    """Mentions of people by name, outside quotes."""
    titles: tuple[int, ...] = ()
    """Mentions of people by description, outside quotes."""

    def asks(self, text: list[str]) -> bool:
        """Return whether the paragraph is what an interviewer says."""
        return text[self.last] == "?" or ("you" in self.words and "i" not in self.words)


def read_paragraphs(evidence: Evidence) -> list[Paragraph]:
    """Return the paragraphs that have words, in text order."""
    words = evidence.words
    bounds: dict[int, list[int]] = {}
    for i, text in enumerate(words.text):
        if not text.isspace():
            bounds.setdefault(words.paragraph[i], [i, i])[1] = i
    said: dict[int, set[str]] = {}
    names: dict[int, list[int]] = {}
    titles: dict[int, list[int]] = {}
    for i, one in enumerate(evidence.candidates):
        if one.quote < 0:
            at = words.paragraph[one.head]
            if one.form == "pronoun":
                said.setdefault(at, set()).add(one.word)
            elif one.kind == "person" and not one.plural:
                (names if one.form == "name" else titles).setdefault(at, []).append(i)
    return [
        Paragraph(
            at, first, last, frozenset(said.get(at, ())), tuple(names.get(at, ())),
            tuple(titles.get(at, ())),
        )
        for at, (first, last) in bounds.items()
    ]  # fmt: skip


def is_named(mention: int, evidence: Evidence) -> bool:
    """Return whether a mention is of somebody whom the article names."""
    members = evidence.clusters.members[evidence.clusters.find(mention)]
    return any(evidence.candidates[j].form == "name" for j in members[:_LOOKED_AT])
