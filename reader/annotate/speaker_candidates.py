"""Who may have said a quoted passage: candidates and the structure that speaks for each.

The features are names of circumstances (where the cue stands, what kind it is, how the speaker
hangs from it, what lies between, who spoke last); none holds a word of the text but the closed
lists of cues and pronouns. A linear model weighs them (``reader.annotate.ranker``).

After O'Keefe et al. 2012 (sequence of quotes), Muzny et al. 2017 (sieves: trigram patterns,
dependency, alternation) and the sources of Pareti et al. 2013.
"""

from dataclasses import dataclass

from reader.annotate.sites import Site, other_site
from reader.annotate.story import Quoted, Story

_REACH = 3
"""Paragraphs before a passage in which its speaker is looked for."""
_BEFORE, _AFTER = 8, 6
_OTHER_REACH = 25
_GOVERNORS = 120
_PRONOUNS = frozenset(
    "i you he she it we they him her them me us his hers their its who himself herself themselves"
    " this that these those one which".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may stand for the speaker, as a token range, with where they were found."""

    start: int
    end: int
    head: int
    site: Site | None
    origin: str
    """site, last (who spoke last), named (the last who spoke and has a name), turn (who spoke
    before the last)."""


@dataclass(slots=True)
class History:
    """Who said the passages so far; grows from quote to quote."""

    spoken: list[tuple[Quoted, Candidate]]

    def last(self) -> tuple[Quoted, Candidate] | None:
        """Return the passage before and its speaker."""
        return self.spoken[-1] if self.spoken else None


@dataclass(frozen=True, slots=True)
class Ruler:
    """Running counts over the tokens, to measure what lies between two of them in O(1)."""

    words: list[int]
    stops: list[int]
    passages: list[int]


def make_ruler(story: Story) -> Ruler:
    """Count words outside passages, sentence ends and passages up to each token."""
    doc = story.doc
    inside = bytearray(len(doc) + 1)
    begins = bytearray(len(doc) + 1)
    for quoted in story.outer:
        inside[quoted.start : quoted.end] = b"\x01" * (quoted.end - quoted.start)
        begins[quoted.start] = 1
    words, stops, passages = [0], [0], [0]
    for i, token in enumerate(doc):
        quiet = inside[i]
        form = token.text
        words.append(words[-1] + (not quiet and form[:1].isalnum()))
        stops.append(stops[-1] + (not quiet and form in _STOPS))
        passages.append(passages[-1] + begins[i])
    return Ruler(words, stops, passages)


_STOPS = frozenset({".", "?", "!", ";"})


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
        add(Candidate(site.start, site.end, site.head, site, "site"))
    for origin, candidate in _carried(story, history):
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
    return [Candidate(site.start, site.end, site.head, site, "site") for site in near]


def _sites_around(story: Story, quoted: Quoted) -> list[Site]:
    first = story.paragraphs[max(0, quoted.paragraph - _REACH)]
    following = min(len(story.paragraphs) - 1, quoted.paragraph + 1)
    last = story.paragraph_tokens(following)[1]
    before = [s for s in story.sites_between(first, quoted.start) if _outside(story, s)]
    after = [s for s in story.sites_between(quoted.end, last) if _outside(story, s)]
    labels = [
        site
        for site in story.sites_between(quoted.start, min(quoted.end, quoted.start + 8))
        if site.how == "label"
    ]
    others = _other_sites(story, quoted, {s.cue for s in before} | {s.cue for s in after})
    return [*before[-_BEFORE:], *labels, *others, *after[:_AFTER]]


def _outside(story: Story, site: Site) -> bool:
    return story.outer_at(site.cue) is None and story.outer_at(site.head) is None


def _other_sites(story: Story, quoted: Quoted, cues: set[int]) -> list[Site]:
    """Return unlisted verbs with a subject near the passage, in its paragraph."""
    lo, hi = story.paragraph_tokens(quoted.paragraph)
    sites = []
    ranges = (
        range(max(lo, quoted.start - _OTHER_REACH), quoted.start),
        range(quoted.end, min(hi, quoted.end + _OTHER_REACH)),
    )
    for i in (*ranges[0], *ranges[1]):
        token = story.doc[i]
        if token.pos_ == "VERB" and i not in cues and story.outer_at(i) is None:
            site = other_site(token)
            if site is not None and story.outer_at(site.head) is None and site.how != "modified":
                sites.append(site)
    return sites


def _carried(story: Story, history: History) -> list[tuple[str, Candidate]]:
    if not history.spoken:
        return []
    last = history.spoken[-1][1]
    carried = [("last", last)]
    recent = history.spoken[:-9:-1]
    named = next((c for _, c in recent if not is_pronoun(story, c)), None)
    if named is not None:
        carried.append(("named", named))
    turn = next((c for _, c in recent if c.head != last.head), None)
    if turn is not None:
        carried.append(("turn", turn))
    return carried


def is_pronoun(story: Story, candidate: Candidate) -> bool:
    """Whether the candidate's words are a pronoun."""
    return story.doc[candidate.head].lower_ in _PRONOUNS


def governors(story: Story, quoted: Quoted) -> frozenset[int]:
    """Return the tokens outside the passage that tokens inside it hang from."""
    found = set()
    for i in range(quoted.start, min(quoted.end, quoted.start + _GOVERNORS)):
        head = story.doc[i].head.i
        if not quoted.start <= head < quoted.end:
            found.add(head)
    return frozenset(found)


def features(
    story: Story,
    ruler: Ruler,
    quoted: Quoted,
    governing: frozenset[int],
    candidate: Candidate,
    history: History,
    rivals: str,
) -> list[str]:
    """Return the circumstances that speak for or against a candidate.

    Args:
        story: The text.
        ruler: Its running counts.
        quoted: The passage.
        governing: What ``governors`` returned for it.
        candidate: Who may have said it.
        history: Who said the passages before.
        rivals: What ``field`` returned for the candidates.
    """
    form = _form(story, candidate)
    manner = _manner(story, quoted)
    last = history.last()
    found = [f"form={form}", f"form={form}|{rivals}"]
    if candidate.site is not None:
        found += _site_features(story, ruler, quoted, governing, candidate.site, form, manner)
        found.append(f"rivals={rivals}|{candidate.site.group}|{_side(quoted, candidate.site)}")
    else:
        found += [f"origin={candidate.origin}|{form}", f"origin={candidate.origin}|{manner}"]
        found.append(f"origin={candidate.origin}|{rivals}|{manner}")
    if last is not None:
        found += _history_features(story, ruler, quoted, candidate, last)
    return found


def field(
    story: Story, ruler: Ruler, quoted: Quoted, governing: frozenset[int], rivals: list[Candidate]
) -> str:
    """Return which sides of the passage, within its sentence, have somebody who says something."""
    sides = set()
    for rival in rivals:
        site = rival.site
        if site is None or site.group not in ("say", "claim", "ask", "label"):
            continue
        zone, gap, crossed = _place(story, ruler, quoted, site)
        if zone[1:] == "00" and not crossed and (site.cue in governing or gap in ("0", "1", "2")):
            sides.add(zone[0])
        elif zone[:2] == "in":
            sides.add("i")
    return "".join(sorted(sides)) or "none"


def _side(quoted: Quoted, site: Site) -> str:
    return "L" if site.cue < quoted.start else "R" if site.cue >= quoted.end else "i"


def _site_features(
    story: Story,
    ruler: Ruler,
    quoted: Quoted,
    governing: frozenset[int],
    site: Site,
    form: str,
    manner: str,
) -> list[str]:
    zone, gap, crossed = _place(story, ruler, quoted, site)
    cue = story.doc[site.cue]
    link = "none"
    if site.cue in governing:
        link = "governs"
    elif quoted.start <= cue.head.i < quoted.end:
        link = "hangs"
    elif any(story.doc[i].head.i == site.cue for i in governing):
        link = "above"
    order = "SV" if site.head < site.cue else "VS"
    where = f"{zone}{crossed}"
    return [
        f"at={where}",
        f"at={where}|gap{gap}",
        f"at={where}|{site.group}",
        f"at={where}|{site.how}",
        f"at={zone}|{form}",
        f"at={where}|{manner}",
        f"at={where}|{order}",
        f"at={where}|{link}",
        f"link={link}|{site.group}",
        f"gap{gap}|{site.group}|{order}",
        f"how={site.how}|{site.group}",
        f"lemma={site.lemma}" if site.group != "other" else "lemma=?",
        f"lemma={site.lemma}|{zone[:3]}" if site.group != "other" else "lemma=?",
        f"opens={_opening(story, site)}|{zone}|{site.group}",
        f"next={_next_mark(story, quoted, site)}|{zone}",
    ]


def _opening(story: Story, site: Site) -> str:
    """Return the word before the speaker and cue if it subordinates ("what he called")."""
    at = min(site.start, site.cue) - 1
    word = story.doc[at].lower_ if at >= 0 else ""
    return str(word) if word in _SUBORDINATORS else "-"


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
    token = story.doc[at] if 0 <= at < len(story.doc) else None
    if token is None or token.is_space:
        return "line"
    return token.text if token.is_punct else "word"


def _manner(story: Story, quoted: Quoted) -> str:
    """Return how the passage ends and whether it stands alone: ``,`` ``.`` ``-`` and so on."""
    lo, hi = story.paragraph_tokens(quoted.paragraph)
    text, passage = story.text, quoted.passage
    end = text[passage.inner[0] : passage.inner[1]].rstrip()[-1:]
    kind = "," if end == "," else "." if end in ".?!…" else "-"
    if text[passage.end : passage.end + 1] in (",", ":"):
        kind += ","
    alone = not text[story.offsets[lo] : passage.start].strip()
    alone_after = quoted.end >= hi or story.doc[quoted.end].is_space
    return (
        kind
        + ("^" if alone else "")
        + ("$" if alone_after else "")
        + ("+" if passage.resumes else "")
    )


def _form(story: Story, candidate: Candidate) -> str:
    token = story.doc[candidate.head]
    lower = token.lower_
    if lower in ("he", "she", "they", "i", "we", "it", "you", "who"):
        return str(lower)
    if lower in _PRONOUNS:
        return "pron"
    kind = token.ent_type_ or "-"
    return f"name.{kind}" if token.pos_ == "PROPN" else f"noun.{kind}"


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
    head, before = story.doc[candidate.head], story.doc[speaker.head]
    alike = "same" if same else "alike" if head.lower_ == before.lower_ else "other"
    left_open = "open" if not previous.passage.closer else "shut"
    found = [
        f"last={alike}|{away}|{stops}|{words}",
        f"last={alike}|{away}|{left_open}|{quoted.passage.resumes}",
        f"last={alike}|{away}|{candidate.origin}",
    ]
    if candidate.site is not None and lo <= candidate.site.cue < hi:
        found.append(f"between|{alike}|{away}|{stops}")
    return found


def speaker_phrase(story: Story, candidate: Candidate) -> tuple[int, int]:
    """Return the characters of a candidate's words."""
    start, end = candidate.start, candidate.end
    if story.doc[end - 1].lower_ in ("'s", "’s") and end - start > 1:
        end -= 1
    return story.chars(start, end)
