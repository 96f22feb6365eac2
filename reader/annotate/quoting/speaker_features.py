"""The structure that speaks for or against somebody having said a passage.

The features are names of circumstances (where the cue stands, what kind it is, how the speaker
hangs from it, what lies between, who spoke last); none holds a word of the text but the closed
lists of cues and pronouns. A linear model weighs them (``reader.annotate.ranker``).

After O'Keefe et al. 2012 (sequence of quotes) and Muzny et al. 2017 (trigram patterns, dependency,
alternation).
"""

from dataclasses import dataclass

from reader.annotate.quoting.hanging import Above, above
from reader.annotate.quoting.places import Place, bucket, nearer_cues, place, rival_sides
from reader.annotate.quoting.sites import Site
from reader.annotate.quoting.speaker_candidates import PRONOUNS, Candidate, History, same_words
from reader.annotate.quoting.story import Quoted, Story
from reader.annotate.words import Words
from reader.word_lists import listed

_TAIL = 20
CHANNEL = "channel"
"""Where somebody says it, "according to" names who passed it on ("…, said Zhang, according to a
transcript"). Too rare to be learned: its weight is set by hand when the model is fitted."""
TURN = "turn"
"""In a conversation of two what opens a paragraph is the other's turn: set by hand too."""
ASKED = "asked"
"""A question without marks goes to who is interviewed: set by hand too."""
QUESTIONED = "questioned"
"""In the reporter's question of a paragraph before nobody speaks ("And what did he say?"): set by
hand too."""
_SHORT_TURN = 70
LABELLED = "labelled"
"""A name and a colon inside the marks ("WALLACE: Let us begin"): set by hand too."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A passage and what its candidates have in common."""

    story: Story
    quoted: Quoted
    hanging: Above
    history: History
    manner: str
    sides: str
    """What ``rival_sides`` says of all candidates' sites."""
    marks: dict[str, str]
    """The punctuation on each side of the passage."""


def speaker_features(
    story: Story, quoted: Quoted, rivals: list[Candidate], history: History
) -> list[list[str]]:
    """Return for each candidate the circumstances that speak for or against it.

    Args:
        story: The text.
        quoted: The passage.
        rivals: Who may have said it.
        history: Who said the passages before.
    """
    hanging = above(story, quoted)
    places = [None if rival.site is None else place(story, quoted, rival.site) for rival in rivals]
    seen = [(r.site, at) for r, at in zip(rivals, places, strict=True) if r.site and at]
    behind = _mark(story, quoted.end)
    scene = _Scene(
        story,
        quoted,
        hanging,
        history,
        _manner(story, quoted),
        rival_sides(hanging, seen),
        {"L": _mark(story, quoted.start - 1), "in": _mark(story, quoted.start - 1), "R": behind},
    )
    return [_features(scene, rival, at) for rival, at in zip(rivals, places, strict=True)]


def _features(scene: _Scene, candidate: Candidate, at: Place | None) -> list[str]:
    form = _form(scene.story, candidate)
    found = [f"form={form}", f"form={form}|{scene.sides}"]
    if candidate.site is not None and at is not None:
        found += _site_features(scene, candidate.site, at, form)
    else:
        found += _carried_features(scene, candidate, form)
    last = scene.history.last()
    if last is not None:
        found += _history_features(scene, candidate, last)
    return found


def _carried_features(scene: _Scene, candidate: Candidate, form: str) -> list[str]:
    """Return the circumstances of a speaker carried over from the passages before."""
    story, quoted, origin, manner = scene.story, scene.quoted, candidate.origin, scene.manner
    found = [
        f"origin={origin}|{form}",
        f"origin={origin}|{manner}",
        f"origin={origin}|{scene.sides}|{manner}",
    ]
    if origin == ASKED and story.closes_paragraph(quoted):
        found.append(ASKED)
    if origin == "turn" and "^" in manner and _in_dialogue(story, quoted, scene.history):
        found.append(TURN)
    return found


def _in_dialogue(story: Story, quoted: Quoted, history: History) -> bool:
    """Whether a conversation is going on.

    Two paragraphs with one short turn each, by two speakers, make a conversation; words in marks
    amid a paragraph are no turn.
    """
    last = history.last()
    if last is None or quoted.paragraph - last[0].paragraph != 1 or not last[0].passage.closer:
        return False
    before = history.spoken[-2]
    adjacent = last[0].paragraph - before[0].paragraph == 1
    turns = all(_is_short_turn(story, one) for one in (before[0], last[0]))
    return adjacent and turns and not same_words(story, last[1], before[1])


def _is_short_turn(story: Story, quoted: Quoted) -> bool:
    """Whether a passage begins or ends its paragraph, is closed and is short."""
    passage = quoted.passage
    short = bool(passage.closer) and passage.end - passage.start <= _SHORT_TURN
    return short and (story.opens_paragraph(quoted) or story.closes_paragraph(quoted))


def _site_features(scene: _Scene, site: Site, at: Place, form: str) -> list[str]:
    """Return the circumstances of a speaker who hangs from a cue."""
    words, zone, group, how = scene.story.words, at.zone, site.group, site.how
    link, way = _link(scene, site)
    order = "SV" if site.head < site.cue else "VS"
    where = f"at={zone}{at.crossed}"
    nth = nearer_cues(scene.story, scene.quoted, site)
    lemma = site.lemma if group != "other" else "?"
    found = [
        where,
        f"{where}|gap{at.gap}",
        f"{where}|{group}",
        f"{where}|{how}",
        f"at={zone}|{form}",
        f"{where}|{scene.manner}",
        f"{where}|{link}",
        f"link={link}|{group}",
        f"nth={nth}|{zone}",
        f"nth={nth}|{zone}|{group}",
        f"gap{at.gap}|{group}|{order}",
        f"how={how}|{group}",
        f"lemma={lemma}",
        f"opens={_opening(words, site)}|{zone}|{group}",
        f"next={scene.marks[at.side]}|{zone}",
    ]
    if way is not None:
        found += [f"way={way}", f"way={way}|{group}", f"way={way}|{how}", f"way={way}|{zone}"]
    if at.side == "in":
        found.append(LABELLED)
    if at.zone[1] in "123" and _is_asked(scene.story, site):
        found.append(QUESTIONED)
    if group == "according" and scene.sides != "none":
        found.append(CHANNEL)
    return found


def _is_asked(story: Story, site: Site) -> bool:
    """Whether a cue stands in a question without marks."""
    end = story.sentence_around(site.cue)[1]
    return "?" in story.words.text[max(site.cue, end - 2) : end]


def _link(scene: _Scene, site: Site) -> tuple[str, str | None]:
    """Return how the passage hangs from a cue, and the way up to it."""
    words, hanging, cue = scene.story.words, scene.hanging, site.cue
    parent = words.head[cue]
    link = "none"
    if cue in hanging.governors:
        link = "governs"
    elif scene.quoted.start <= parent < scene.quoted.end:
        link = "hangs"
    elif cue in hanging.above_them:
        link = "above"
    way = hanging.ways.get(cue)
    if way is None and parent in hanging.ways:
        way = f"{words.dep[cue]}-of-{hanging.ways[parent]}"
    return link, way


def _opening(words: Words, site: Site) -> str:
    """Return the word before the speaker and cue if it subordinates ("what he called")."""
    at = min(site.start, site.cue) - 1
    word = words.lower[at] if at >= 0 else ""
    return word if word in _SUBORDINATORS else "-"


_SUBORDINATORS = listed("what that which who as when while after if because whether")


def _mark(story: Story, at: int) -> str:
    """Return the punctuation beside a passage."""
    words = story.words
    if not 0 <= at < len(words) or words.blank[at]:
        return "line"
    return words.text[at] if words.punct[at] else "word"


def _manner(story: Story, quoted: Quoted) -> str:
    """Return how the passage ends and whether it stands alone: ``,`` ``.`` ``-`` and so on."""
    text, passage = story.text, quoted.passage
    lo, hi = passage.inner
    kind = how_it_ends(text[max(lo, hi - _TAIL) : hi].rstrip())
    if text[passage.end : passage.end + 1] in (",", ":"):
        kind += ","
    return (
        kind
        + ("^" if story.opens_paragraph(quoted) else "")
        + ("$" if story.closes_paragraph(quoted) else "")
        + ("+" if passage.resumes else "")
    )


def how_it_ends(inner: str) -> str:
    """Return how words in marks end: with a comma, as a sentence does, or otherwise."""
    end = inner[-1:]
    return "," if end == "," else "." if end in ".?!…" else "-"


def _form(story: Story, candidate: Candidate) -> str:
    words, head = story.words, candidate.head
    lower = words.lower[head]
    if lower in ("he", "she", "they", "i", "we", "it", "you", "who"):
        return lower
    if lower in PRONOUNS:
        return "pron"
    kind = words.entity[head] or "-"
    return f"name.{kind}" if words.pos[head] == "PROPN" else f"noun.{kind}"


def _history_features(
    scene: _Scene, candidate: Candidate, last: tuple[Quoted, Candidate]
) -> list[str]:
    """Return how a candidate fits to who spoke last."""
    quoted, ruler, (previous, speaker) = scene.quoted, scene.story.ruler, last
    away = min(3, quoted.paragraph - previous.paragraph)
    lo, hi = previous.end, max(previous.end, quoted.start)
    stops = min(2, ruler.stops[hi] - ruler.stops[lo])
    same = candidate.start < speaker.end and speaker.start < candidate.end
    alike = "same" if same else "alike" if same_words(scene.story, candidate, speaker) else "other"
    if candidate.site is not None:
        between = lo <= candidate.site.cue < hi
        forms = f"{_form(scene.story, candidate)}|{_form(scene.story, speaker)}"
        return [
            f"said={alike}|{away}|{stops}|{'between' if between else 'after'}",
            f"said={alike}|{away}|{forms}",
        ]
    words = bucket(ruler.words[hi] - ruler.words[lo])
    left_open = "open" if not previous.passage.closer else "shut"
    return [
        f"last={alike}|{away}|{stops}|{words}",
        f"last={alike}|{away}|{left_open}|{quoted.passage.resumes}",
        f"last={alike}|{away}|{candidate.origin}",
    ]
