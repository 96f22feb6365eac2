"""From passages to what is said by whom, each passage in the light of the quotes before it."""

from dataclasses import dataclass

from reader.annotate.quoting.cues import SPEECH
from reader.annotate.quoting.passage_features import TITLE_OF_WORK, passage_features
from reader.annotate.quoting.sites import Site
from reader.annotate.quoting.speaker_candidates import (
    Candidate,
    History,
    candidates,
    nested_candidates,
)
from reader.annotate.quoting.speaker_features import LABELLED, speaker_features
from reader.annotate.quoting.story import Quoted, Story
from reader.annotate.quoting.trees import Forest, load_forest
from reader.annotate.ranker import Linear, load_linear

_KEPT = 4
"""How many candidates are kept for a passage, the best among them."""
_NESTED_GAP = 4
_UTTERED = 0.7
"""Least probability that a sentence in marks, a paragraph of its own, is speech."""
_DOUBTFUL = 0.15
"""Less likely than that, it is no speech although it looks like it."""
_TITLED = 0.3
"""Words written as a title beside a word for a work are hardly speech."""
_RESUMED = 0.95
"""What goes on with speech is speech; so is what begins with a name and a colon, or is signed."""
_NESTED = 0.8
"""Probability that a passage inside another is speech where a verb of saying stands beside it."""

Ranking = tuple[tuple[Candidate, float], ...]
"""Who may have said a passage, best first, with their shares of certainty (0 to 1)."""


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
    ranked: Ranking

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
    listener = _Listener(story, models)
    return [listener.read(quoted) for quoted in story.quoted]


class _Listener:
    """Reads the passages of a text one after the other and remembers who said them."""

    def __init__(self, story: Story, models: Models) -> None:
        self._story = story
        self._models = models
        self._history = History([])
        self._previous: tuple[Quoted, bool] | None = None
        """The outermost passage before, and whether that was speech."""

    def read(self, quoted: Quoted) -> Reading:
        """Judge the next passage."""
        if quoted.passage.depth:
            return self._read_nested(quoted)
        rivals = candidates(self._story, quoted, self._history)
        ranked, best = self._rank(quoted, rivals, self._history)
        reading = Reading(quoted, self._speech(quoted, ranked, best), ranked)
        self._previous = (quoted, reading.is_speech)
        if reading.is_speech and ranked:
            self._history.spoken.append((quoted, ranked[0][0]))
        return reading

    def _speech(self, quoted: Quoted, ranked: Ranking, best: list[str]) -> float:
        """Return the probability that a passage is speech, what is beyond doubt put right."""
        named = passage_features(self._story, quoted, best, self._previous)
        speech = self._models.passage.probability(named)
        site = ranked[0][0].site if ranked else None
        resumes = quoted.passage.resumes and self._previous is not None and self._previous[1]
        if resumes or LABELLED in named or (site is not None and site.how == "signature"):
            return max(speech, _RESUMED)
        if TITLE_OF_WORK in named:
            return min(speech, _TITLED)
        labelled = site is not None and site.group == "label"
        answers = labelled or _answers(self._story, quoted, self._history)
        if answers and speech >= _DOUBTFUL and _is_utterance(self._story, quoted):
            return max(speech, _UTTERED)
        return speech

    def _read_nested(self, quoted: Quoted) -> Reading:
        """Judge a passage inside another: speech only where a verb of saying stands beside it."""
        rivals = nested_candidates(self._story, quoted)
        ranked, _ = self._rank(quoted, rivals, History([]))
        site = ranked[0][0].site if ranked else None
        if site is not None and _beside(quoted, site):
            return Reading(quoted, _NESTED, ranked)
        return Reading(quoted, 1 - _NESTED, ())

    def _rank(
        self, quoted: Quoted, rivals: list[Candidate], history: History
    ) -> tuple[Ranking, list[str]]:
        """Return the best candidates with their shares, and the features of the first."""
        if not rivals:
            return (), []
        model = self._models.speaker
        named = speaker_features(self._story, quoted, rivals, history)
        scores = [model.score(names) for names in named]
        order = sorted(range(len(rivals)), key=lambda i: -scores[i])
        merged = _merge(quoted, rivals, model.shares(scores), order)
        return merged[:_KEPT], named[order[0]]


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


def _beside(quoted: Quoted, site: Site) -> bool:
    if site.group not in SPEECH | {"think", "label"}:
        return False
    if site.cue < quoted.start:
        return quoted.start - max(site.cue, site.end - 1) <= _NESTED_GAP
    return min(site.cue, site.start) - quoted.end <= 1


def _merge(
    quoted: Quoted, rivals: list[Candidate], shares: list[float], order: list[int]
) -> Ranking:
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
    if known.site is None or rival.site is None or rival.site.group not in SPEECH:
        return known
    return rival if _distance(quoted, rival.site) < _distance(quoted, known.site) else known


def _distance(quoted: Quoted, site: Site) -> int:
    if site.cue < quoted.start:
        return quoted.start - site.cue
    return max(0, site.cue - quoted.end)
