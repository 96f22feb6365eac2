"""Who and what an article speaks of, each time: names, descriptions and pronouns as one.

A sieve in the manner of Lee et al. (2013): sure links first, each with its reason, and no link
rather than a wrong one. Names are joined over the whole article, then descriptions by the roles
that the text gives to people, then pronouns by a small ranker (see ``pronouns``), then "I" and
"we" in quotes by their speakers.
"""

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.coref.aliases import link_aliases
from reader.annotate.coref.becoming import link_offices, read_offices
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence, read_evidence
from reader.annotate.coref.extent import extent
from reader.annotate.coref.leads import link_leads
from reader.annotate.coref.names import link_people
from reader.annotate.coref.nominals import link_nominals
from reader.annotate.coref.owned import link_owned
from reader.annotate.coref.pronouns import Ranker, link_pronouns, ranker
from reader.annotate.coref.speech import link_speech
from reader.annotate.coref.things import link_things
from reader.annotate.spans import MentionSpan, register_extensions
from reader.model.text import Span

_LONE: dict[str, Link] = {
    "name": Link("name", 0.9),
    "nominal": Link("description", 0.7),
    "pronoun": Link("first of several", 0.5),
}
"""For mentions that were linked to none before them."""


class Mentions:
    """Set ``doc._.mentions`` from the names, the parse, the quotes and their speakers."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its mentions, sorted by start, longer ones first."""
        doc._.mentions = find_mentions(doc)
        return doc


def find_mentions(doc: Doc, model: Ranker | None = None) -> tuple[MentionSpan, ...]:
    """Return the mentions of `doc`; cluster numbers count up in the order of first mentions.

    Args:
        doc: Parsed, with entities, quotes and speakers.
        model: Another ranker for pronouns than the one that ships.
    """
    evidence = read_evidence(doc)
    link_names_and_descriptions(evidence)
    link_pronouns(evidence, model or ranker())
    link_offices(evidence)
    link_speech(evidence)
    link_owned(evidence)
    return tuple(_spans(evidence))


def link_names_and_descriptions(evidence: Evidence) -> None:
    """Join names with names and descriptions, all that needs no pronoun."""
    link_people(evidence)
    link_things(evidence)
    link_aliases(evidence)
    link_leads(evidence, link_nominals(evidence))
    read_offices(evidence)


def _spans(evidence: Evidence) -> list[MentionSpan]:
    """Return the mentions of the clusters that matter."""
    candidates, clusters, words = evidence.candidates, evidence.clusters, evidence.words
    speakers = {number for number in evidence.speakers if number is not None}
    homes = [clusters.find(i) for i in range(len(candidates))]
    matters = {home for home in set(homes) if _matters(clusters.members[home], speakers, evidence)}
    kept = [i for i, home in enumerate(homes) if home in matters]
    numbers: dict[int, int] = {}
    out = []
    named: dict[int, int] = {}
    for i in kept:
        one = candidates[i]
        if one.form == "name" and one.last <= named.get(homes[i], -1):
            continue  # "*Helix* Pharma": the longer name says it all
        if one.form == "name":
            named[homes[i]] = one.last
        link = clusters.links.get(i, _LONE[one.form])
        first, last = extent(i, evidence)
        out.append(
            MentionSpan(
                span=Span(words.start[first], words.end[last]),
                form="name" if one.label else one.form,
                cluster=numbers.setdefault(clusters.find(i), len(numbers)),
                confidence=link.confidence,
                rule=link.rule,
                name=Span(words.start[one.core], words.end[one.last]) if one.name else None,
                label=one.label,
            )
        )
    return out


def _matters(members: list[int], speakers: set[int], evidence: Evidence) -> bool:
    """Return whether a cluster is named, comes twice or is of a person who speaks."""
    if len(members) > 1:
        return True
    one = evidence.candidates[members[0]]
    return one.form == "name" or (
        one.form == "nominal" and one.kind == "person" and members[0] in speakers
    )


def make_mentions(nlp: Language, name: str) -> Mentions:
    """Return the component `newsreader_mentions`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    return Mentions()


Language.factory("newsreader_mentions", assigns=["doc._.mentions"], func=make_mentions)
