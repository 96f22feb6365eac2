"""The structure that speaks for or against somebody having said a passage.

The features are names of circumstances (where the cue stands, what kind it is, how the speaker
hangs from it, what lies between, who spoke last); none holds a word of the text but the closed
lists of cues and pronouns. A linear model weighs them (``reader.annotate.ranker``).

After O'Keefe et al. 2012 (sequence of quotes) and Muzny et al. 2017 (trigram patterns, dependency,
alternation).
"""

from dataclasses import dataclass
from itertools import accumulate

from reader.annotate.hanging import Above
from reader.annotate.sites import Site
from reader.annotate.speaker_candidates import PRONOUNS, Candidate, History, same_words
from reader.annotate.story import Quoted, Story

_TAIL = 20
CHANNEL = "channel"
"""Where somebody says it, "according to" names who passed it on ("…, said Zhang, according to a
transcript"). Too rare to be learned: its weight is set by hand when the model is fitted."""
TURN = "turn"
"""In a conversation of two what opens a paragraph is the other's turn: set by hand too."""
ASKED = "asked"
"""A question without marks goes to who is interviewed: set by hand too."""
_TURNS, _SHORT_TURN = 2, 70
LABELLED = "labelled"
"""A name and a colon inside the marks ("WALLACE: Let us begin"): set by hand too."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Running counts over the tokens, to measure what lies between two of them in O(1)."""

    words: list[int]
    stops: list[int]
    passages: list[int]


def make_ruler(story: Story) -> Ruler:
    """Count words outside passages, sentence ends and passages up to each token."""
    begins = bytearray(len(story.words))
    for quoted in story.outer:
        begins[quoted.start] = 1
    outside = [not quiet for quiet in story.covered]
    forms = story.words.text
    spoken = [free and form[:1].isalnum() for free, form in zip(outside, forms, strict=True)]
    ended = [free and form in _STOPS for free, form in zip(outside, forms, strict=True)]
    return Ruler(*(list(accumulate(one, initial=0)) for one in (spoken, ended, begins)))


_STOPS = frozenset({".", "?", "!", ";"})


def features(
    story: Story,
    ruler: Ruler,
    quoted: Quoted,
    hanging: Above,
    candidate: Candidate,
    history: History,
    rivals: str,
    manner: str,
) -> list[str]:
    """Return the circumstances that speak for or against a candidate.

    Args:
        story: The text.
        ruler: Its running counts.
        quoted: The passage.
        hanging: What ``above`` returned for it.
        candidate: Who may have said it.
        history: Who said the passages before.
        rivals: What ``field`` returned for the candidates.
        manner: What ``manner_of`` returned for the passage.
    """
    form = _form(story, candidate)
    last = history.last()
    found = [f"form={form}", f"form={form}|{rivals}"]
    if candidate.site is not None:
        found += _site_features(story, ruler, quoted, hanging, candidate.site, form, manner)
        found.append(f"rivals={rivals}|{candidate.site.group}|{_side(quoted, candidate.site)}")
        if candidate.site.group == "according" and rivals != "none":
            found.append(CHANNEL)
    else:
        found += [f"origin={candidate.origin}|{form}", f"origin={candidate.origin}|{manner}"]
        found.append(f"origin={candidate.origin}|{rivals}|{manner}")
        if candidate.origin == ASKED and story.closes_paragraph(quoted):
            found.append(ASKED)
        if candidate.origin == "turn" and "^" in manner and _in_dialogue(story, quoted, history):
            found.append(TURN)
    if last is not None:
        found += _history_features(story, ruler, quoted, candidate, last)
    return found


def field(
    story: Story, ruler: Ruler, quoted: Quoted, hanging: Above, rivals: list[Candidate]
) -> str:
    """Return which sides of the passage, within its sentence, have somebody who says something."""
    sides = set()
    for rival in rivals:
        site = rival.site
        if site is None or site.group not in ("say", "claim", "ask", "label"):
            continue
        zone, gap, crossed = _place(story, ruler, quoted, site)
        if (
            zone[1:] == "00"
            and not crossed
            and (site.cue in hanging.governors or gap in ("0", "1", "2"))
        ):
            sides.add(zone[0])
        elif zone[:2] == "in":
            sides.add("i")
    return "".join(sorted(sides)) or "none"


def _side(quoted: Quoted, site: Site) -> str:
    return "L" if site.cue < quoted.start else "R" if site.cue >= quoted.end else "i"


def _in_dialogue(story: Story, quoted: Quoted, history: History) -> bool:
    """Whether a conversation is going on: a question in the paragraph before, or short turns.

    Two paragraphs with one short turn each, by two speakers, make a conversation.
    """
    last = history.last()
    if last is None or quoted.paragraph - last[0].paragraph != 1 or not last[0].passage.closer:
        return False
    if story.closes_paragraph(quoted) and _is_question(story, last[0]):
        return True
    if len(history.spoken) < _TURNS:
        return False
    before = history.spoken[-2]
    turns = [before[0].passage, last[0].passage]
    closed = all(passage.closer for passage in turns)
    short = all(passage.end - passage.start <= _SHORT_TURN for passage in turns)
    adjacent = last[0].paragraph - before[0].paragraph == 1
    return adjacent and closed and short and not same_words(story, last[1], before[1])


def _is_question(story: Story, quoted: Quoted) -> bool:
    """Whether a passage ends its paragraph with a question."""
    inner = story.text[slice(*quoted.passage.inner)].rstrip()
    return inner.endswith("?") and story.closes_paragraph(quoted)


def _site_features(
    story: Story,
    ruler: Ruler,
    quoted: Quoted,
    hanging: Above,
    site: Site,
    form: str,
    manner: str,
) -> list[str]:
    zone, gap, crossed = _place(story, ruler, quoted, site)
    parent = story.words.head[site.cue]
    link = "none"
    if site.cue in hanging.governors:
        link = "governs"
    elif quoted.start <= parent < quoted.end:
        link = "hangs"
    elif site.cue in hanging.above_them:
        link = "above"
    way = hanging.ways.get(site.cue)
    if way is None and parent in hanging.ways:
        way = f"{story.words.dep[site.cue]}-of-{hanging.ways[parent]}"
    order = "SV" if site.head < site.cue else "VS"
    where = f"{zone}{crossed}"
    nth = _order(story, quoted, site)
    found = [LABELLED] if zone.startswith("in") else []
    return [
        *found,
        f"at={where}",
        f"at={where}|gap{gap}",
        f"at={where}|{site.group}",
        f"at={where}|{site.how}",
        f"at={zone}|{form}",
        f"at={where}|{manner}",
        f"at={where}|{order}",
        f"at={where}|{link}",
        f"link={link}|{site.group}",
        f"way={way}",
        f"way={way}|{site.group}",
        f"way={way}|{site.how}",
        f"way={way}|{zone}",
        f"nth={nth}|{zone}",
        f"nth={nth}|{zone}|{site.group}",
        f"gap{gap}|{site.group}|{order}",
        f"how={site.how}|{site.group}",
        f"lemma={site.lemma}" if site.group != "other" else "lemma=?",
        f"lemma={site.lemma}|{zone[:3]}" if site.group != "other" else "lemma=?",
        f"opens={_opening(story, site)}|{zone}|{site.group}",
        f"next={_next_mark(story, quoted, site)}|{zone}",
    ]


def _order(story: Story, quoted: Quoted, site: Site) -> str:
    """Return how many verbs of saying stand nearer to the passage on the site's side."""
    if site.cue < quoted.start:
        between = story.sites_between(site.cue + 1, quoted.start)
    else:
        between = story.sites_between(quoted.end, site.cue)
    nearer = {s.cue for s in between[-_NEARER:] if s.group in _SAYING and s.cue != site.cue}
    return str(min(2, len(nearer)))


_NEARER = 12
_SAYING = frozenset({"say", "claim", "ask", "according", "label"})


def _opening(story: Story, site: Site) -> str:
    """Return the word before the speaker and cue if it subordinates ("what he called")."""
    at = min(site.start, site.cue) - 1
    word = story.words.lower[at] if at >= 0 else ""
    return word if word in _SUBORDINATORS else "-"


_SUBORDINATORS = frozenset("what that which who as when while after if because whether".split())


def _place(story: Story, ruler: Ruler, quoted: Quoted, site: Site) -> tuple[str, str, int]:
    """Return where the site is (side, paragraphs and sentences away), how far, what is between."""
    if site.cue < quoted.start:
        side, lo, hi = "L", max(site.cue + 1, site.end), quoted.start
        lo = min(lo, hi)
    elif site.cue >= quoted.end:
        side, lo, hi = "R", quoted.end, max(quoted.end, min(site.cue, site.start))
    else:
        return ("in+" if quoted.passage.resumes else "in"), "0", 0
    away = min(3, abs(story.paragraph(site.cue) - quoted.paragraph))
    stops = min(2, ruler.stops[hi] - ruler.stops[lo])
    words = ruler.words[hi] - ruler.words[lo]
    crossed = min(2, ruler.passages[hi] - ruler.passages[lo])
    return f"{side}{away}{stops if not away else ''}", _bucket(words), crossed


def _bucket(number: int) -> str:
    for limit in (0, 1, 2, 4, 8, 16, 32):
        if number <= limit:
            return str(limit)
    return "more"


def _next_mark(story: Story, quoted: Quoted, site: Site) -> str:
    """Return the punctuation between the passage and the site, on the passage's side."""
    at = quoted.end if site.cue >= quoted.end else quoted.start - 1
    words = story.words
    if not 0 <= at < len(words) or words.blank[at]:
        return "line"
    return words.text[at] if words.punct[at] else "word"


def manner_of(story: Story, quoted: Quoted) -> str:
    """Return how the passage ends and whether it stands alone: ``,`` ``.`` ``-`` and so on."""
    text, passage = story.text, quoted.passage
    lo, hi = passage.inner
    end = text[max(lo, hi - _TAIL) : hi].rstrip()[-1:]
    kind = "," if end == "," else "." if end in ".?!…" else "-"
    if text[passage.end : passage.end + 1] in (",", ":"):
        kind += ","
    return (
        kind
        + ("^" if story.opens_paragraph(quoted) else "")
        + ("$" if story.closes_paragraph(quoted) else "")
        + ("+" if passage.resumes else "")
    )


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
    story: Story,
    ruler: Ruler,
    quoted: Quoted,
    candidate: Candidate,
    last: tuple[Quoted, Candidate],
) -> list[str]:
    previous, speaker = last
    away = min(3, quoted.paragraph - previous.paragraph)
    lo, hi = previous.end, max(previous.end, quoted.start)
    stops = min(2, ruler.stops[hi] - ruler.stops[lo])
    words = _bucket(ruler.words[hi] - ruler.words[lo])
    same = candidate.start < speaker.end and speaker.start < candidate.end
    alike = "same" if same else "alike" if same_words(story, candidate, speaker) else "other"
    left_open = "open" if not previous.passage.closer else "shut"
    found = [
        f"last={alike}|{away}|{stops}|{words}",
        f"last={alike}|{away}|{left_open}|{quoted.passage.resumes}",
        f"last={alike}|{away}|{candidate.origin}",
    ]
    if candidate.site is not None and lo <= candidate.site.cue < hi:
        found.append(f"between|{alike}|{away}|{stops}")
    return found
