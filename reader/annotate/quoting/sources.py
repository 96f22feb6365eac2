"""What the quote component hands to the speaker component beside the quotes themselves."""

import msgspec
from spacy.tokens import Doc

from reader.annotate.quoting.passages import Reading
from reader.annotate.quoting.sites import Site
from reader.annotate.quoting.speaker_candidates import (
    Candidate,
    from_site,
    is_pronoun,
    speaker_phrase,
)
from reader.annotate.quoting.story import Story
from reader.model.layer import How
from reader.model.text import Span


class Source(msgspec.Struct, frozen=True, gc=False):
    """Words that may stand for a quote's speaker."""

    span: Span
    how: How
    share: float
    """Part of the certainty that falls to these words, 0 to 1."""


# How often the speaker of an indirect quote is right, by how it hangs from its cue: measured on the
# training articles of PolNeAR with the shipped pipeline.
_SHARE_BY_HOW = {
    "own": 0.95, "controlled": 0.86, "shared": 0.87, "modified": 0.8, "agent": 0.9,
    "possessive": 0.9, "source": 0.85, "left": 0.76, "right": 0.76, "apart": 0.46,
    "object": 0.86, "label": 0.95, "signature": 0.95,
}  # fmt: skip


def source_of_site(story: Story, site: Site) -> Source:
    """Return the speaker of speech without marks, by its cue."""
    return source_of(story, from_site(site), _SHARE_BY_HOW[site.how], None)


def source_of(story: Story, candidate: Candidate, share: float, reading: Reading | None) -> Source:
    """Return a candidate's words as a source.

    Args:
        story: The text.
        candidate: Who may be the speaker.
        share: Part of the certainty, 0 to 1.
        reading: The passage that may be the candidate's; None for speech without marks.
    """
    return Source(Span(*speaker_phrase(story, candidate)), _how(story, candidate, reading), share)


def _how(story: Story, candidate: Candidate, reading: Reading | None) -> How:
    site = candidate.site
    if site is None:
        return "implicit"
    if reading is not None and story.words.paragraph[site.cue] != reading.quoted.paragraph:
        return "implicit"
    words = story.words
    definite = words.lower[candidate.start] in ("the", "this", "that", "these", "those")
    if is_pronoun(story, candidate) or (definite and words.pos[candidate.head] != "PROPN"):
        return "anaphoric"
    return "explicit"


def register_sources() -> None:
    """Declare ``doc._.quote_sources``: for each of ``doc._.quotes`` its sources, best first."""
    if not Doc.has_extension("quote_sources"):
        Doc.set_extension("quote_sources", default=())
