"""From passages to what is said by whom, each passage in the light of the quotes before it."""

from dataclasses import dataclass

from reader.annotate.passage_features import TITLE_OF_WORK, passage_features
from reader.annotate.places import Ruler, make_ruler
from reader.annotate.ranker import Linear, load_linear
from reader.annotate.sites import Site
from reader.annotate.speaker_candidates import Candidate, History, candidates, nested_candidates
from reader.annotate.speaker_features import LABELLED, weigh
from reader.annotate.story import Quoted, Story
from reader.annotate.trees import Forest, load_forest

_KEPT = 4
"""How many candidates are kept for a passage, the best among them."""
_NESTED_GAP = 4
_UTTERED = 0.7
"""Least probability that a sentence in marks, a paragraph of its own, is speech."""
_DOUBTFUL = 0.15
"""Less likely than that, it is no speech although it looks like it."""
_TITLED = 0.3
"""Words written as a title beside a word for a work are hardly speech."""
_SAYING = frozenset({"say", "claim", "ask"})
_RESUMED = 0.95
"""What goes on with speech is speech; so is what begins with a name and a colon, or is signed."""


@dataclass(frozen=True, slots=True)
class Models:
    """The fitted weights."""

    speaker: Linear
    passage: Forest
    """Whether a passage is speech."""
    extent: Linear
    """Which of the clauses that a cue may report, if it reports one."""
    clause: Linear
    """Whether it does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a passage is taken for."""

    quoted: Quoted
    speech: float
    """Probability that it is speech rather than a title, a nickname or a scare quote."""
    ranked: tuple[tuple[Candidate, float], ...]
    """Who may have said it, best first, with their shares of certainty."""

    @property
    def is_speech(self) -> bool:
        """Whether it is taken for speech."""
        return self.speech >= 0.5

    @property
    def site(self) -> Site | None:
        """The site that introduces it, if one does."""
        return self.ranked[0][0].site if self.ranked else None


def load_models() -> Models:
    """Load the weights that ship with the package."""
    return Models(
        load_linear("speaker_weights"),
        load_forest("passage_weights"),
        load_linear("extent_weights"),
        load_linear("clause_weights"),
    )


def read_passages(story: Story, models: Models) -> list[Reading]:
    """Judge every passage of ``story``, in text order."""
    ruler = make_ruler(story)
    history = History([])
    readings: list[Reading] = []
    previous: tuple[Quoted, bool] | None = None
    for quoted in story.quoted:
        if quoted.passage.depth:
            readings.append(_read_nested(story, ruler, models, quoted))
            continue
        reading = _read(story, ruler, models, quoted, history, previous)
        readings.append(reading)
        previous = (quoted, reading.is_speech)
        if reading.is_speech and reading.ranked:
            history.spoken.append((quoted, reading.ranked[0][0]))
    return readings


def _read(
    story: Story,
    ruler: Ruler,
    models: Models,
    quoted: Quoted,
    history: History,
    previous: tuple[Quoted, bool] | None,
) -> Reading:
    rivals = candidates(story, quoted, history)
    ranked, best = _rank(story, ruler, models.speaker, quoted, rivals, history)
    named = passage_features(story, quoted, best, previous)
    speech = models.passage.probability(named)
    resumes = quoted.passage.resumes and previous is not None and previous[1]
    if resumes or LABELLED in named or _is_undersigned(ranked):
        speech = max(speech, _RESUMED)
    elif TITLE_OF_WORK in named:
        speech = min(speech, _TITLED)
    elif (_is_signed(ranked) or _answers(story, quoted, history)) and (
        speech >= _DOUBTFUL and _is_utterance(story, quoted)
    ):
        speech = max(speech, _UTTERED)
    return Reading(quoted, speech, ranked)


def _is_signed(ranked: tuple[tuple[Candidate, float], ...]) -> bool:
    """Whether a name with a colon or dash stands beside the passage."""
    site = ranked[0][0].site if ranked else None
    return site is not None and site.group == "label"


def _is_undersigned(ranked: tuple[tuple[Candidate, float], ...]) -> bool:
    """Whether the name behind the passage, at the end of its line, most likely says it."""
    site = ranked[0][0].site if ranked else None
    return site is not None and site.how == "signature"


def _answers(story: Story, quoted: Quoted, history: History) -> bool:
    """Whether somebody spoke or something was asked in the paragraph before, or in this one."""
    last = history.last()
    if last is None:
        return False
    if quoted.paragraph - last[0].paragraph <= 1:
        return True
    return story.asked_before(quoted)


def _is_utterance(story: Story, quoted: Quoted) -> bool:
    """Whether the passage is a paragraph of its own and a sentence: a turn in a conversation."""
    if not (story.opens_paragraph(quoted) and story.closes_paragraph(quoted)):
        return False
    inner = story.text[slice(*quoted.passage.inner)].strip()
    words = inner.split()
    titled = sum(word[0].isupper() for word in words) * 2 > len(words)
    return len(words) > 1 and inner[0].isupper() and inner[-1] in ".?!…" and not titled


def _read_nested(story: Story, ruler: Ruler, models: Models, quoted: Quoted) -> Reading:
    """Judge a passage inside another: speech only where a verb of saying stands beside it."""
    rivals = nested_candidates(story, quoted)
    ranked, _ = _rank(story, ruler, models.speaker, quoted, rivals, History([]))
    site = ranked[0][0].site if ranked else None
    speech = 0.8 if site is not None and _beside(quoted, site) else 0.2
    return Reading(quoted, speech, ranked if speech > 0.5 else ())


def _beside(quoted: Quoted, site: Site) -> bool:
    if site.group not in ("say", "claim", "ask", "think", "label"):
        return False
    if site.cue < quoted.start:
        return quoted.start - max(site.cue, site.end - 1) <= _NESTED_GAP
    return min(site.cue, site.start) - quoted.end <= 1


def _rank(
    story: Story,
    ruler: Ruler,
    model: Linear,
    quoted: Quoted,
    rivals: list[Candidate],
    history: History,
) -> tuple[tuple[tuple[Candidate, float], ...], list[str]]:
    """Return the best candidates with their shares, and the features of the first."""
    if not rivals:
        return (), []
    named = weigh(story, ruler, quoted, rivals, history)
    scores = [model.score(names) for names in named]
    order = sorted(range(len(rivals)), key=lambda i: -scores[i])
    merged = _merge(quoted, rivals, model.shares(scores), order)
    return merged[:_KEPT], named[order[0]]


def _merge(
    quoted: Quoted, rivals: list[Candidate], shares: list[float], order: list[int]
) -> tuple[tuple[Candidate, float], ...]:
    """Add up the shares of candidates that are the same words, found in different ways."""
    merged: dict[int, tuple[Candidate, float]] = {}
    for i in order:
        rival = rivals[i]
        known = merged.get(rival.head)
        if known is None:
            merged[rival.head] = (rival, shares[i])
        else:
            merged[rival.head] = (_nearer_cue(quoted, known[0], rival), known[1] + shares[i])
    first, *rest = merged.values()
    return (first, *sorted(rest, key=lambda pair: -pair[1]))


def _nearer_cue(quoted: Quoted, known: Candidate, rival: Candidate) -> Candidate:
    """Of two ways to one speaker, prefer the nearer verb of saying ("came, saying …")."""
    if known.site is None or rival.site is None or rival.site.group not in _SAYING:
        return known
    return rival if _distance(quoted, rival.site) < _distance(quoted, known.site) else known


def _distance(quoted: Quoted, site: Site) -> int:
    if site.cue < quoted.start:
        return quoted.start - site.cue
    return max(0, site.cue - quoted.end)
