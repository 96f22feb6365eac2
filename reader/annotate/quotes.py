"""The spaCy component `newsreader_quotes`: what is said in a text, as ``doc._.quotes``."""

from bisect import bisect_left
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.quoting.grouping import group_readings
from reader.annotate.quoting.indirect import Reported, report_clauses
from reader.annotate.quoting.passages import Models, Reading, load_models, read_passages
from reader.annotate.quoting.sites import OTHER, Site
from reader.annotate.quoting.sources import (
    Source,
    register_sources,
    source_of,
    source_of_site,
)
from reader.annotate.quoting.story import Story, read_story
from reader.annotate.spans import CueSpan, QuoteSpan, register_extensions
from reader.model.layer import QuoteKind
from reader.model.text import Span

_CLAUSE_THRESHOLD = 0.22
_BEFORE_DIRECT = frozenset(",:.?!;—–-\"”'’»>）)")
_AFTER_DIRECT = frozenset(",.?!…—–-;:")


class Quotes:
    """Find passages in quotation marks and indirect speech."""

    def __init__(self, models: Models) -> None:
        self._models = models

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with ``doc._.quotes`` set, in text order."""
        story = read_story(doc)
        doc._.words = story.words
        readings = read_passages(story, self._models)
        found = [_quote(story, group) for group in group_readings(story, readings)]
        taken = _taken(story, readings)
        models = self._models
        reported = report_clauses(story, models.extent, models.clause, _CLAUSE_THRESHOLD, taken)
        said = [r for r in readings if r.is_speech and not r.quoted.passage.depth]
        found += [_indirect(story, entry) for entry in reported if not _covers(entry, said)]
        found.sort(key=lambda pair: (pair[0].spans[0].start, -pair[0].spans[-1].end))
        doc._.quotes = tuple(quote for quote, _ in found)
        doc._.quote_sources = tuple(sources for _, sources in found)
        return doc


def _covers(entry: Reported, said: list[Reading]) -> bool:
    return any(_touches(said, start, end) for start, end in entry.clause.ranges)


def _touches(said: list[Reading], start: int, end: int) -> bool:
    """Whether one of the outermost passages, in text order, shares a token with the range."""
    at = bisect_left(said, end, key=lambda reading: reading.quoted.start) - 1
    return at >= 0 and said[at].quoted.end > start


def _taken(story: Story, readings: list[Reading]) -> frozenset[int]:
    """Return the cues that introduce a passage of their own sentence."""
    cues = set()
    for reading in readings:
        site, quoted = reading.site, reading.quoted
        if site is not None and reading.is_speech:
            number = story.words.sentence
            if number[site.cue] in (number[quoted.start], number[quoted.end - 1]):
                cues.add(site.cue)
    return frozenset(cues)


def _quote(story: Story, group: list[Reading]) -> tuple[QuoteSpan, tuple[Source, ...]]:
    first = group[0]
    spans = tuple(Span(r.quoted.passage.start, r.quoted.passage.end) for r in group)
    if not first.is_speech:
        confidence = round(1 - first.speech, 3)
        return QuoteSpan("scare", spans, None, confidence, "marks without speech"), ()
    kind: QuoteKind = "direct" if _is_direct(story, first) else "mixed"
    cue = None if first.site is None else _cue(story, first.site)
    rule = "quotation marks" + (", several paragraphs" if _spans_paragraphs(group) else "")
    sources = tuple(source_of(story, candidate, share, first) for candidate, share in first.ranked)
    return QuoteSpan(kind, spans, cue, round(first.speech, 3), rule), sources


def _spans_paragraphs(group: list[Reading]) -> bool:
    return any(a.quoted.paragraph != b.quoted.paragraph for a, b in pairwise(group))


def _is_direct(story: Story, reading: Reading) -> bool:
    """Whether the passage stands for itself rather than as part of the reporter's sentence."""
    text, passage = story.text, reading.quoted.passage
    lo, hi = passage.inner
    inner = text[lo:hi].strip(" \t\u00a0")
    if not inner or inner[0].islower():
        return passage.resumes
    before = text[:0] if passage.start == 0 else text[max(0, passage.start - 3) : passage.start]
    stripped = before.rstrip(" \t\u00a0")
    opens = not stripped or stripped[-1] in _BEFORE_DIRECT or "\n" in before
    after = text[passage.end : passage.end + 1]
    closes = inner[-1] in _AFTER_DIRECT or after in _AFTER_DIRECT or not after.strip(" ")
    return opens and closes


def _cue(story: Story, site: Site) -> CueSpan:
    start, end = story.chars(site.cue, site.cue + 1)
    if "_" in site.lemma and site.cue + 1 < len(story.words):
        end = story.chars(site.cue, site.cue + 2)[1]
    if site.group == "according":
        end = story.chars(site.cue, min(len(story.words), site.cue + 2))[1]
        return CueSpan(Span(start, end), "according to")
    return CueSpan(Span(start, end), _lemma(story, site))


def _lemma(story: Story, site: Site) -> str:
    if site.lemma == OTHER:
        return story.doc[site.cue].lemma_.lower()
    return site.lemma.replace("_", " ")


def _indirect(story: Story, entry: Reported) -> tuple[QuoteSpan, tuple[Source, ...]]:
    site = entry.clause.site
    spans = tuple(Span(*story.chars(start, end)) for start, end in entry.clause.ranges)
    rule = f"{entry.clause.type} of {site.lemma.replace('_', ' ')}"
    quote = QuoteSpan("indirect", spans, _cue(story, site), round(entry.probability, 3), rule)
    return quote, (source_of_site(story, site),)


def make_quotes(nlp: Language, name: str) -> Quotes:
    """Return the component `newsreader_quotes`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    register_sources()
    return Quotes(load_models())


Language.factory("newsreader_quotes", assigns=["doc._.quotes"], func=make_quotes)
