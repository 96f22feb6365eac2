"""Speech without marks: which clause a cue reports, from its first word to its last.

For each cue the clauses it may govern are listed with their extent (the complement, the clause that
a trailing "he said" hangs from, the rest of the sentence, the sentence around "according to"), and
a logistic model over cue, clause type, marker and side judges them (Pareti et al. 2013 learn the
same from words; here the cue list is closed).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec

from reader.annotate import syntax
from reader.annotate.coref.words import Words
from reader.annotate.ranker import Linear
from reader.annotate.sites import Site
from reader.annotate.story import Story

_COMPLEMENTS = frozenset(
    {"ccomp", "xcomp", "advcl", "parataxis", "obj", "dobj", "acl", "acl:relcl", "relcl", "obl",
     "nmod", "pcomp", "prep", "csubj", "dep", "conj", "attr", "nsubj:pass", "nsubjpass"}
)  # fmt: skip
_MARKERS = frozenset(
    "that to whether if what how why who when where which as of for about on against with not"
    " because by from at in over".split()
)
_AUXILIARIES = frozenset(
    "will would can could may might should must not n't never did does do to was were is are be"
    " been has have had".split()
)
_MAX_CLAUSE = 90
_MAX_CUTS = 3
_MARKER_REACH = 12
_VERBAL = frozenset({"VERB", "AUX"})
_NAME_CLASSES = frozenset({"PROPN", "PUNCT", "DET", "NUM", "CCONJ", "SPACE", "ADP", "PART"})
_SPEECH = frozenset({"say", "claim", "ask", "according", "noun", "label"})
_OTHER_MARGIN, _NOMINAL_MARGIN = 0.12, 0.3
_CUTTING = frozenset({",", "-", "--", "–", "—", "―", ";"})
_AFTER_CUT = frozenset(
    "which who where when while as even after before although though because since if and but or"
    " so according adding saying citing including calling noting the a he she it they".split()
)


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A stretch of tokens that a cue may report."""

    site: Site
    start: int
    end: int
    type: str
    ahead: tuple[int, int] | None = None
    """The part before an attribution that interrupts ("Even so, he said, it would go on")."""

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """All parts as token ranges, in text order."""
        part = (self.start, self.end)
        return (part,) if self.ahead is None else (self.ahead, part)


def clauses(story: Story, site: Site) -> list[Clause]:
    """Return the clauses that ``site`` may report, trimmed of punctuation at their ends."""
    found: list[Clause] = []
    seen: set[tuple[int, int]] = set()
    for start, end, kind in _extents(story, site):
        start, end = _trim(story, site, start, end)
        if end > start and (start, end) not in seen:
            seen.add((start, end))
            found.append(Clause(site, start, end, kind))
            for cut in _cuts(story, start, end):
                if (start, cut) not in seen:
                    seen.add((start, cut))
                    found.append(Clause(site, start, cut, f"{kind}-cut"))
    return found + _interrupted(story, site, found)


def _cuts(story: Story, start: int, end: int) -> list[int]:
    """Return where a clause may end before its last part: at its last commas and dashes."""
    text = story.words.text
    commas = [i for i in range(start + 2, end - 1) if text[i] in _CUTTING]
    return commas[-_MAX_CUTS:]


def _interrupted(story: Story, site: Site, found: list[Clause]) -> list[Clause]:
    """Join the clause before "…, he said, …" with the one behind it."""
    ahead = next((c for c in found if c.type.startswith("ahead") and "cut" not in c.type), None)
    if ahead is None or site.group not in ("say", "claim"):
        return []
    last = max(site.cue, site.end - 1)
    if last + 1 >= len(story.words) or story.words.text[last + 1] != ",":
        return []
    behind = next((c for c in found if c.type == "rest" and c.start > last), None)
    if behind is None:
        return []
    return [Clause(site, behind.start, behind.end, "around", (ahead.start, ahead.end))]


def _extents(story: Story, site: Site) -> Iterator[tuple[int, int, str]]:
    words = story.words
    lo, hi = story.sentence_tokens(story.sentence(site.cue))
    if site.group == "according":
        yield lo, site.cue, "before"
        yield site.end, hi, "behind"
        return
    for child in syntax.children(words, site.cue, _COMPLEMENTS):
        start, end = max(lo, words.left[child]), min(hi, words.right[child] + 1)
        if child == site.head or start < site.cue < end:
            continue
        yield start, end, words.dep[child]
        if start > site.cue:
            yield start, hi, f"{words.dep[child]}-rest"
    if site.group != "noun":
        yield from _inverted(story, site, lo)
        after = site.cue + 1 + ("_" in site.lemma)
        if site.how == "right":
            after = max(after, site.end)
        yield after, hi, "rest"
        reach = min(hi, after + _MARKER_REACH)
        if "that" in words.lower[after:reach]:
            yield words.lower.index("that", after), hi, "that-rest"


def _inverted(story: Story, site: Site, lo: int) -> Iterator[tuple[int, int, str]]:
    """Yield the clause before a trailing attribution ("…, officials said")."""
    first = min(site.start, site.cue)
    if first > lo and story.words.lower[first - 1] == ",":
        parataxis = story.words.dep[site.cue] == "parataxis"
        yield lo, first - 1, "ahead-parataxis" if parataxis else "ahead"


def _trim(story: Story, site: Site, start: int, end: int) -> tuple[int, int]:
    words = story.words
    end = min(end, start + _MAX_CLAUSE)
    if start <= site.cue < end:
        return start, start
    while start < end and (words.punct[start] or words.blank[start] or words.lower[start] in _LEAD):
        start += 1
    while end > start and (words.blank[end - 1] or words.text[end - 1] in _TAIL):
        end -= 1
    return start, end


_LEAD = frozenset({"and", "but"})
_TAIL = frozenset(", . ; : ? ! - -- – —".split())


def clause_features(story: Story, clause: Clause) -> list[str]:
    """Return the circumstances that speak for a clause being what the cue reports."""
    words, site = story.words, clause.site
    cue, start = site.cue, clause.start
    lo, hi = story.sentence_tokens(story.sentence(cue))
    first = words.lower[start]
    marker = first if first in _MARKERS else words.pos[start]
    side = "L" if clause.end <= cue else "R"
    gap = start - cue if side == "R" else min(site.start, cue) - clause.end
    lemma = site.lemma if site.group not in ("other", "label") else site.group
    length = clause.end - start
    size = next((str(limit) for limit in (1, 2, 4, 8, 16, 32) if length <= limit), "more")
    before = (words.lower[i] for i in words.children[cue] if i < cue)
    auxiliary = next((form for form in before if form in _AUXILIARIES), "none")
    form = words.lower[site.head] if words.pos[site.head] == "PRON" else words.pos[site.head]
    verb = not _VERBAL.isdisjoint(words.pos[start : min(clause.end, start + 12)])
    bare = _bare(words, clause)
    reach = "end" if hi - clause.end <= 2 else "short"
    return [
        f"type={clause.type}|{site.group}",
        f"type={clause.type}|{marker}",
        f"type={clause.type}|{size}",
        f"type={clause.type}|{reach}",
        f"lemma={lemma}",
        f"lemma={lemma}|{marker}",
        f"lemma={lemma}|{clause.type}",
        f"group={site.group}|{marker}",
        f"gap={min(gap, 8) if gap >= 0 else -1}|{side}|{clause.type}",
        f"how={site.how}|{clause.type}",
        f"tag={words.tag[cue]}|{site.group}",
        f"dep={words.dep[cue]}|{site.group}",
        f"aux={auxiliary}|{site.group}",
        f"form={form if form in _FORMS else 'pron'}|{site.group}",
        f"verb={verb}|{clause.type}|{marker}",
        f"start={start == lo}|{clause.type}",
        f"cut={_behind(story, clause)}|{clause.type[-3:]}",
        f"edge={_is_edge(story, clause)}|{clause.type}",
        f"who={words.entity[site.head] or form}|{site.group}",
        f"bare={bare}|{site.group}",
        f"bare={bare}|{lemma}",
    ]


def _bare(words: Words, clause: Clause) -> str:
    """Return what kind of words a clause without a verb is made of; "clause" if it has one."""
    classes = set(words.pos[clause.start : clause.end])
    if clause.ahead is not None or not _VERBAL.isdisjoint(classes):
        return "clause"
    if classes <= _NAME_CLASSES and "PROPN" in classes:
        return "name"
    if classes <= {"PRON", "ADP"}:
        return "pronoun"
    return "noun" if "NOUN" in classes else "other"


def _behind(story: Story, clause: Clause) -> str:
    """Return what follows the clause's end, past a comma: a listed word or its class."""
    at = _past_cut(story, clause)
    if at >= len(story.words):
        return "end"
    lower = story.words.lower[at]
    return lower if lower in _AFTER_CUT else story.words.pos[at]


def _past_cut(story: Story, clause: Clause) -> int:
    at, text = clause.end, story.words.text
    while at < len(text) and text[at] in _CUTTING:
        at += 1
    return at


def _is_edge(story: Story, clause: Clause) -> str:
    """Whether the parse lets the clause end here: what follows hangs from outside, or inside."""
    words, token = story.words, _past_cut(story, clause)
    if token >= len(words) or words.blank[token] or words.text[token] == ".":
        return "end"
    for _ in range(6):
        head = words.head[token]
        if clause.start <= head < clause.end:
            return "inside"
        if head < clause.start or head == token:
            return "outside"
        token = head
    return "far"


_FORMS = frozenset("i you he she it we they who that which NOUN PROPN NUM ADJ DET VERB".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause that a cue reports, with the probability that it does."""

    clause: Clause
    probability: float


def report_clauses(
    story: Story, extent: Linear, model: Linear, threshold: float, taken: frozenset[int]
) -> list[Reported]:
    """Return the indirect speech of ``story`` in text order, none inside another.

    Args:
        story: The text.
        extent: Weights over ``clause_features`` that choose among the clauses of one cue.
        model: Weights over the same that say whether the cue reports the one chosen.
        threshold: Least probability of what is returned.
        taken: Cues that introduce a quoted passage, and so report no other clause.
    """
    found: list[Reported] = []
    for cue, sites in groupby(story.sites, key=lambda site: site.cue):
        if cue in taken or story.covered[cue]:
            continue
        rivals = [clause for site in sites for clause in clauses(story, site)]
        named = [clause_features(story, clause) for clause in rivals]
        best = likeliest(extent, named)
        if best is not None:
            probability = model.probability(named[best])
            if probability >= threshold + _margin(story, rivals[best]):
                found.append(Reported(rivals[best], probability))
    return _outermost(found)


def _margin(story: Story, clause: Clause) -> float:
    """Return how much surer the model must be of what is hardly speech.

    It learned from a corpus that counts thoughts, wishes and decrees as attributions. A reader who
    asks who said what wants "she said it would rain", not "she painted a line".
    """
    site, bare = clause.site, _bare(story.words, clause)
    if site.group == "label" and site.start not in story.paragraphs:
        return 1.0
    if bare in ("name", "pronoun"):  # whom somebody welcomes or attacks
        return 1.0
    if site.group in _SPEECH:
        return 0.0
    return _OTHER_MARGIN if bare == "clause" else _NOMINAL_MARGIN


def likeliest(extent: Linear, named: Sequence[Sequence[str]]) -> int | None:
    """Return the number of the clause with the best score, if there is any."""
    scores = [extent.score(names) for names in named]
    return scores.index(max(scores)) if scores else None


def _outermost(found: list[Reported]) -> list[Reported]:
    """Keep clauses that lie in no other; of two that cross, the likelier."""
    found.sort(key=lambda reported: (reported.clause.start, -reported.clause.end))
    kept: list[Reported] = []
    for reported in found:
        first = reported.clause.ranges[0][0]
        if kept and reported.clause.ahead is not None and first < kept[-1].clause.end:
            kept.pop()
        last = kept[-1] if kept else None
        if last is None or reported.clause.start >= last.clause.end:
            kept.append(reported)
        elif reported.clause.end > last.clause.end and reported.probability > last.probability:
            kept[-1] = reported
    return kept
