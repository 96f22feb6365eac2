"""Who may have said a quoted passage: the phrases beside its cues, and who spoke before.

The sources of Pareti et al. 2013, with the speakers carried over of O'Keefe et al. 2012.
"""

from collections import Counter
from dataclasses import dataclass

import msgspec

from reader.annotate.quoting.cues import SPEECH
from reader.annotate.quoting.sites import Site, other_site
from reader.annotate.quoting.story import Quoted, Story
from reader.word_lists import listed

_REACH = 3
"""Paragraphs before a passage in which its speaker is looked for."""
_FARTHEST = 400
"""Tokens on either side within which a speaker is looked for, however long the paragraph."""
_BEFORE, _AFTER = 8, 4
_OTHER_REACH = 25
_SIGNED_GAP = 2
_HEARD = 40
"""Passages before that are looked at for who spoke most."""
PRONOUNS = listed(
    "i you he she it we they him her them me us his hers their its who himself herself themselves"
    " this that these those one which"
)
"""Pronouns that stand for speakers."""


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """Words that may stand for the speaker, as a token range, with where they were found."""

    start: int
    end: int
    head: int
    site: Site | None
    origin: str
    """site, last (who spoke last), named (the last who spoke and has a name), turn (who spoke
    before the last), asked (who spoke most, where the reporter asks)."""


def from_site(site: Site) -> Candidate:
    """Return the candidate whose words stand beside a cue."""
    return Candidate(site.start, site.end, site.head, site, "site")


@dataclass(slots=True)
class History:
    """Who said the passages so far; grows from quote to quote."""

    spoken: list[tuple[Quoted, Candidate]]

    def last(self) -> tuple[Quoted, Candidate] | None:
        """Return the passage before and its speaker."""
        return self.spoken[-1] if self.spoken else None


def candidates(story: Story, quoted: Quoted, history: History) -> list[Candidate]:
    """Return who may have said ``quoted``, each phrase once, in a fixed order."""
    found: list[Candidate] = []
    seen: set[tuple[int, int]] = set()

    def add(candidate: Candidate) -> None:
        key = (candidate.head, -1 if candidate.site is None else candidate.site.cue)
        if key not in seen:
            seen.add(key)
            found.append(candidate)

    for site in _sites_around(story, quoted):
        add(from_site(site))
    for origin, candidate in _carried(story, quoted, history):
        add(Candidate(candidate.start, candidate.end, candidate.head, None, origin))
    return found


def nested_candidates(story: Story, quoted: Quoted) -> list[Candidate]:
    """Return who may have said a passage that lies in another: sites of the outer one beside it."""
    lo, hi = story.paragraph_tokens(quoted.paragraph)
    outer = story.outer_at(quoted.start)
    if outer is not None:
        lo, hi = max(lo, outer.start), min(hi, outer.end)
    near = [
        *story.sites_between(max(lo, quoted.start - _OTHER_REACH), quoted.start)[-3:],
        *story.sites_between(quoted.end, min(hi, quoted.end + 6))[:2],
    ]
    return [from_site(site) for site in near]


def _sites_around(story: Story, quoted: Quoted) -> list[Site]:
    first = story.paragraphs[max(0, quoted.paragraph - _REACH)]
    first = max(first, quoted.start - _FARTHEST)
    following = min(len(story.paragraphs) - 1, quoted.paragraph + 1)
    last = min(story.paragraph_tokens(following)[1], quoted.end + _FARTHEST)
    before = [s for s in story.sites_between(first, quoted.start) if _may_say(story, quoted, s)]
    after = [s for s in story.sites_between(quoted.end, last) if _may_say(story, quoted, s)]
    labels = [
        site
        for site in story.sites_between(quoted.start, min(quoted.end, quoted.start + 8))
        if site.how == "label"
    ]
    others = _other_sites(story, quoted, {s.cue for s in before} | {s.cue for s in after})
    return [*before[-_BEFORE:], *labels, *others, *after[:_AFTER]]


def _may_say(story: Story, quoted: Quoted, site: Site) -> bool:
    """Whether a site outside passages is in the passage's paragraph, or speech beyond doubt.

    So is one whose sentence ends with a colon ("He then listed what it takes:"). A name that signs
    a passage says no other.
    """
    if story.covered[site.cue] or story.covered[site.head]:
        return False
    if site.how == "signature":
        return 0 <= site.cue - quoted.end <= _SIGNED_GAP
    if story.words.paragraph[site.cue] == quoted.paragraph:
        return True
    if site.group in _FAR_GROUPS and site.how not in _NEAR_WAYS:
        return True
    end = story.sentence_around(site.cue)[1]
    return ":" in story.words.text[end - 2 : end]


_FAR_GROUPS = SPEECH | {"name", "talk", "according", "label"}
_NEAR_WAYS = frozenset({"apart", "possessive", "source"})


def _other_sites(story: Story, quoted: Quoted, cues: set[int]) -> list[Site]:
    """Return unlisted verbs with a subject near the passage, in its paragraph."""
    lo, hi = story.paragraph_tokens(quoted.paragraph)
    pos = story.words.pos
    sites = []
    ranges = (
        range(max(lo, quoted.start - _OTHER_REACH), quoted.start),
        range(quoted.end, min(hi, quoted.end + _OTHER_REACH)),
    )
    for i in (*ranges[0], *ranges[1]):
        if pos[i] == "VERB" and i not in cues and not story.covered[i]:
            site = other_site(story.words, i)
            if site is not None and not story.covered[site.head] and site.how != "modified":
                sites.append(site)
    return sites


def _carried(story: Story, quoted: Quoted, history: History) -> list[tuple[str, Candidate]]:
    if not history.spoken:
        return []
    last = history.spoken[-1][1]
    carried = [("last", last)]
    recent = history.spoken[:-9:-1]
    # First whose turn it is: who is both that and the last by name is tried as the former.
    turn = next((c for _, c in recent if not same_words(story, c, last)), None)
    if turn is not None:
        carried.append(("turn", turn))
    named = next((c for _, c in recent if not is_pronoun(story, c)), None)
    if named is not None:
        carried.append(("named", named))
    if story.opens_paragraph(quoted) and story.asked_before(quoted):
        carried[:0] = [("asked", candidate) for candidate in _most_heard(story, history)]
    return carried


def _most_heard(story: Story, history: History) -> list[Candidate]:
    """Return who spoke most of the passages so far by name, as one who is interviewed does."""
    named = [c for _, c in history.spoken[-_HEARD:] if not is_pronoun(story, c)]
    counts = Counter(story.words.text[c.head] for c in named)
    if not counts:
        return []
    name, _ = counts.most_common(1)[0]
    return [next(c for c in reversed(named) if story.words.text[c.head] == name)]


def same_words(story: Story, one: Candidate, other: Candidate) -> bool:
    """Whether two speakers have the same head: the same word, here or elsewhere."""
    return story.words.lower[one.head] == story.words.lower[other.head]


def is_pronoun(story: Story, candidate: Candidate) -> bool:
    """Whether the candidate's words are a pronoun."""
    return story.words.lower[candidate.head] in PRONOUNS


def speaker_phrase(story: Story, candidate: Candidate) -> tuple[int, int]:
    """Return the characters of a candidate's words."""
    start, end = candidate.start, candidate.end
    if story.words.lower[end - 1] in ("'s", "’s") and end - start > 1:
        end -= 1
    return story.chars(start, end)
