"""From passages to what is said by whom, each passage in the light of the quotes before it."""

from dataclasses import dataclass

from reader.annotate.passage_features import passage_features
from reader.annotate.ranker import Linear, load_linear
from reader.annotate.sites import Site
from reader.annotate.speaker_candidates import (
    Candidate,
    History,
    Ruler,
    candidates,
    features,
    field,
    governors,
    make_ruler,
    nested_candidates,
)
from reader.annotate.story import Quoted, Story

_KEPT = 4
"""How many candidates are kept for a passage, the best among them."""
_NESTED_GAP = 4


@dataclass(frozen=True, slots=True)
class Models:
    """The fitted weights."""

    speaker: Linear
    passage: Linear
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
        load_linear("passage_weights"),
        load_linear("extent_weights"),
        load_linear("clause_weights"),
    )


def read_passages(story: Story, models: Models) -> list[Reading]:
    """Judge every passage of ``story``, in text order."""
    ruler = make_ruler(story)
    history = History([])
    readings: list[Reading] = []
    spoken: bool | None = None
    for quoted in story.quoted:
        if quoted.passage.depth:
            readings.append(_read_nested(story, ruler, models, quoted))
            continue
        reading = _read(story, ruler, models, quoted, history, spoken)
        readings.append(reading)
        spoken = reading.is_speech
        if spoken and reading.ranked:
            history.spoken.append((quoted, reading.ranked[0][0]))
    return readings


def _read(
    story: Story,
    ruler: Ruler,
    models: Models,
    quoted: Quoted,
    history: History,
    spoken: bool | None,
) -> Reading:
    rivals = candidates(story, quoted, history)
    ranked, best = _rank(story, ruler, models.speaker, quoted, rivals, history)
    if quoted.passage.resumes and spoken is not None:
        return Reading(quoted, 0.95 if spoken else 0.05, ranked)
    named = passage_features(story, quoted, best, spoken)
    return Reading(quoted, models.passage.probability(named), ranked)


def _read_nested(story: Story, ruler: Ruler, models: Models, quoted: Quoted) -> Reading:
    """Judge a passage inside another: speech only where a verb of saying stands beside it."""
    rivals = nested_candidates(story, quoted)
    ranked, _ = _rank(story, ruler, models.speaker, quoted, rivals, History([]))
    site = ranked[0][0].site if ranked else None
    speech = 0.8 if site is not None and _beside(quoted, site) else 0.2
    return Reading(quoted, speech, ranked if speech > 0.5 else ())


def _beside(quoted: Quoted, site: Site) -> bool:
    if site.group not in ("say", "claim", "ask", "label"):
        return False
    if site.cue < quoted.start:
        return quoted.start - max(site.cue, site.end - 1) <= _NESTED_GAP
    return min(site.cue, site.start) - quoted.end <= 1


def weigh(
    story: Story, ruler: Ruler, quoted: Quoted, rivals: list[Candidate], history: History
) -> list[list[str]]:
    """Return the circumstances of each candidate for a passage."""
    governing = governors(story, quoted)
    around = field(story, ruler, quoted, governing, rivals)
    return [features(story, ruler, quoted, governing, rival, history, around) for rival in rivals]


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
    merged = _merge(rivals, model.shares(scores), order)
    return merged[:_KEPT], named[order[0]]


def _merge(
    rivals: list[Candidate], shares: list[float], order: list[int]
) -> tuple[tuple[Candidate, float], ...]:
    """Add up the shares of candidates that are the same words, found in different ways."""
    merged: dict[int, tuple[Candidate, float]] = {}
    for i in order:
        rival = rivals[i]
        known = merged.get(rival.head)
        merged[rival.head] = (
            (rival, shares[i]) if known is None else (known[0], known[1] + shares[i])
        )
    first, *rest = merged.values()
    return (first, *sorted(rest, key=lambda pair: -pair[1]))
