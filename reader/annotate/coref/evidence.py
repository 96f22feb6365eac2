"""What the steps of coreference share: an article's words, candidates, clusters and speech."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from reader.annotate.coref.candidates import Candidate, find_candidates, is_joined
from reader.annotate.coref.clusters import Clusters
from reader.annotate.coref.lexicon import Lexicon, lexicon
from reader.annotate.coref.naming import Gender
from reader.annotate.spans import Attribution, QuoteSpan
from reader.annotate.words import Words, read_words
from reader.model.text import Span

_SPOKEN = frozenset(("direct", "mixed"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article as the linking steps see it; ``clusters`` and what they note below it change."""

    words: Words
    lexicon: Lexicon
    candidates: list[Candidate]
    clusters: Clusters
    by_head: dict[int, int]
    """Candidate number by head token; a name before a description."""
    speakers: list[int | None]
    """For each quote the candidate that speaks, if any."""
    certain: list[float]
    """For each quote how likely its speaker is."""
    told: dict[int, Gender] = field(default_factory=dict)
    """By mention the gender that the description beside a name tells."""
    reach: dict[int, int] = field(default_factory=dict)
    """By mention the last token of the description behind a name: it is part of the mention."""
    offices: dict[int, int] = field(default_factory=dict)
    """By description the mention of whoever becomes or is made that."""

    def name_of(self, mention: int) -> str:
        """Return a name, or a description, as it is written, without titles."""
        one = self.candidates[mention]
        return self.words.between(one.core, one.last)


def read_evidence(doc: Doc) -> Evidence:
    """Return what `doc` holds, every candidate still in a cluster of its own."""
    words: Words = doc._.words or read_words(doc)
    lists = lexicon()
    quote_of = _quote_of(doc._.quotes, words)
    candidates = find_candidates(doc, words, lists, quote_of)
    by_head: dict[int, int] = {}
    for i, one in enumerate(candidates):
        if is_joined(one):
            continue
        if one.head not in by_head or one.form == "name":
            by_head[one.head] = i
        if one.form == "name" and one.head < one.core:  # "his *son* Max": Max alone may be said
            by_head.setdefault(one.core, i)
    said = _attributions(doc)
    return Evidence(
        words,
        lists,
        candidates,
        Clusters.of(len(candidates)),
        by_head,
        [_speaker(one.speaker, by_head, words) for one in said],
        [one.confidence for one in said],
    )


def _attributions(doc: Doc) -> tuple[Attribution, ...]:
    said: tuple[Attribution, ...] = doc._.speakers
    missing = len(doc._.quotes) - len(said)
    return said + (Attribution(None, None, 0.0),) * missing


def _quote_of(quotes: tuple[QuoteSpan, ...], words: Words) -> list[int]:
    """Return for each token the innermost quotation that it stands in, or -1."""
    found = [-1] * len(words)
    spans = [
        (span, i) for i, quote in enumerate(quotes) if quote.kind in _SPOKEN for span in quote.spans
    ]
    for span, i in sorted(spans, key=lambda item: item[0].start - item[0].end):
        for token in range(words.at(span.start), words.at(max(span.end - 1, span.start)) + 1):
            found[token] = i
    return found


def _speaker(span: Span | None, by_head: dict[int, int], words: Words) -> int | None:
    """Return the candidate that a speaker's words are: the one with the topmost head."""
    if span is None or not len(words):
        return None
    first, last = words.at(span.start), words.at(max(span.end - 1, span.start))
    best: int | None = None
    for token in range(first, last + 1):
        if token in by_head and (not first <= words.head[token] <= last or best is None):
            best = by_head[token]
            if words.head[token] == token or not first <= words.head[token] <= last:
                break
    return best
