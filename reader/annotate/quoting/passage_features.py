"""What tells a quotation from a title, a nickname or a word held with tongs.

All features are structure and closed lists: length, case, punctuation, word classes around the
marks, the best speaker at hand. Boosted trees weigh them (``reader.annotate.quoting.trees``).
"""

from reader.annotate.quoting.speaker_features import LABELLED, how_it_ends
from reader.annotate.quoting.story import Quoted, Story
from reader.annotate.words import Words
from reader.word_lists import listed

_FIRST = listed("i we my our me us i'm i've we're we've you your")
_WORKS = listed(
    "film films movie movies documentary book books novel memoir song songs album single show shows"
    " series program programme episode podcast segment play musical poem painting magazine"
    " newspaper"
    " column chapter game sitcom drama ad spot video campaign project exhibition anthem hymn comedy"
    " sketch channel network host hosts anchor cbs nbc abc cnn msnbc fox bbc hbo"
)
_SO_CALLED = listed(
    "so-called called known dubbed nicknamed titled entitled named aka labeled labelled term phrase"
    " word words expression notorious famous proverbial calls call"
)
TITLE_OF_WORK = "work|title"
"""Every word has a capital, and a film, a book, a song or the like is spoken of."""
_MAX_LOOK = 60
_LABEL_REACH = 8


def passage_features(
    story: Story,
    quoted: Quoted,
    best: list[str],
    previous: tuple[Quoted, bool] | None,
) -> list[str]:
    """Return the circumstances that tell speech from other things in marks.

    Args:
        story: The text.
        quoted: The passage to judge.
        best: The features of the likeliest speaker, empty if there is none.
        previous: The passage before it and whether that was speech; None if there is none.
    """
    inside = _words(story, quoted)
    return [
        *_writing(story, quoted, inside),
        *_surroundings(story, quoted, inside),
        *_sequence(story, quoted, inside, previous),
        *_phrasing(story, quoted, inside),
        *_speaker(story, quoted, best),
    ]


def _writing(story: Story, quoted: Quoted, inside: list[int]) -> list[str]:
    """Return how the passage itself is written: its length, case, first and last letter."""
    tokens, passage = story.words, quoted.passage
    inner = story.text[slice(*passage.inner)].strip()
    size, ending = _size(len(inside)), how_it_ends(inner)
    case = _case([tokens.text[i] for i in inside])
    verb = any(tokens.pos[i] in ("VERB", "AUX") for i in inside)
    found = [
        f"size={size}",
        f"size={size}|{ending}",
        f"case={case}|{size}",
        f"case={case}|{ending}",
        f"style={passage.style.value}|{size}",
        f"depth={min(2, passage.depth)}",
        f"resumes={passage.resumes}|{bool(passage.closer)}",
        f"verb={verb}|{size}",
    ]
    if inner[:1] == "(" and inner[-1:] == ")":
        found.append("bracketed")
    if not passage.closer:
        found.append(f"open|{size}")
    if any(tokens.lower[i] in _FIRST for i in inside):
        found.append("first-person")
    return found


def _surroundings(story: Story, quoted: Quoted, inside: list[int]) -> list[str]:
    """Return what stands around the marks, and whether a word for a work or a name does."""
    tokens, size = story.words, _size(len(inside))
    case = _case([tokens.text[i] for i in inside])
    before, after = _around(tokens, quoted.start - 1), _around(tokens, quoted.end)
    first = story.text[slice(*quoted.passage.inner)].lstrip()[:1]
    start = "up" if first.isupper() else "low" if first.islower() else "odd"
    lead = tokens.lower[quoted.start - 1] if quoted.start else None
    found = [
        f"start={start}|{before}",
        f"shape={before}_{after}",
        f"before={before}|{size}",
        f"after={after}|{size}",
        f"alone={story.opens_paragraph(quoted)}{story.closes_paragraph(quoted)}|{size}",
    ]
    if _WORKS.intersection(_near(tokens, quoted)):
        found.append(f"work|{case}")
    if lead in _SO_CALLED:
        found.append("so-called")
    if lead in ("a", "an", "the"):
        found.append(f"article|{after}|{case}")
    return found


def _sequence(
    story: Story, quoted: Quoted, inside: list[int], previous: tuple[Quoted, bool] | None
) -> list[str]:
    """Return whether the passage before was speech, and what joins the two."""
    spoken = None if previous is None else previous[1]
    return [
        f"previous={spoken}|{_size(len(inside))}",
        f"previous={spoken}|{_between(story, previous, quoted)}",
    ]


def _speaker(story: Story, quoted: Quoted, best: list[str]) -> list[str]:
    """Return what speaks for the likeliest speaker."""
    found = [f"best:{name}" for name in best if name.startswith(_OF_BEST)]
    if not best:
        found.append("best:none")
    near = story.sites_between(quoted.start, min(quoted.end, quoted.start + _LABEL_REACH))
    if any(site.how == "label" for site in near):
        found.append(LABELLED)
    return found


def _between(story: Story, previous: tuple[Quoted, bool] | None, quoted: Quoted) -> str:
    """Return what joins a passage with the one before it: "and", another word, a stop, a line."""
    if previous is None or previous[0].paragraph != quoted.paragraph:
        return "line"
    words = story.words.lower[previous[0].end : quoted.start]
    if any(word in (".", "?", "!") for word in words):
        return "stop"
    kept = [word for word in words if word not in (",", "the", "a", "an", '"')]
    if len(kept) <= 1:
        return kept[0] if kept and kept[0] in ("and", "or", "but", "to") else f"{len(kept)}"
    return "few" if len(kept) <= _FEW else "many"


_FEW = 5


def _phrasing(story: Story, quoted: Quoted, inside: list[int]) -> list[str]:
    """Return the word classes of a short passage, what holds it, and whether it is said again."""
    if not inside or len(inside) > _SHORT:
        return []
    words, size = story.words, len(inside)
    outward = (i for i in inside if not quoted.start <= words.head[i] < quoted.end)
    root = next(outward, inside[-1])
    head = words.head[root]
    holder = f"{words.dep[root].partition(':')[0]}|{words.pos[head] if head != root else 'ROOT'}"
    classes = "-".join(words.pos[i] for i in inside) if size <= 3 else str(size)
    inner = story.text[slice(*quoted.passage.inner)].strip(" .,;:!?").casefold()
    lo, hi = max(0, quoted.passage.start - _AROUND), quoted.passage.end + _AROUND
    again = "often" if story.folded.count(inner, lo, hi) > 1 else "once"
    entity = "name" if any(words.entity[i] for i in inside) else "-"
    return [
        f"classes={classes}",
        f"holder={holder}",
        f"holder={holder}|{classes}",
        f"again={again}|{size}",
        f"entity={entity}|{size}",
        f"next={words.dep[quoted.end] if quoted.end < len(words) else '-'}|{classes}",
    ]


_OF_BEST = ("at=", "link=", "lemma=", "way=")
_SHORT = 6
_AROUND = 6000
"""Characters on either side in which a phrase that is said again is looked for."""


def _words(story: Story, quoted: Quoted) -> list[int]:
    """Return the tokens of a passage that are words."""
    stop = min(quoted.end, quoted.start + _MAX_LOOK)
    return [i for i in range(quoted.start, stop) if story.words.text[i][:1].isalnum()]


def _size(number: int) -> str:
    for limit, name in ((1, "1"), (2, "2"), (3, "3"), (5, "5"), (8, "8"), (14, "14")):
        if number <= limit:
            return name
    return "more"


def _case(forms: list[str]) -> str:
    """Return how the words are written: lower, title (all but small words), caps, first, mixed."""
    long = [form for form in forms if len(form) > 3] or forms
    if not long:
        return "none"
    if all(form.isupper() for form in long):
        return "caps"
    capital = sum(form[0].isupper() or form[0].isdigit() for form in long)
    if capital == len(long):
        return "title"
    if capital == 0:
        return "lower"
    return "first" if capital == 1 and forms[0][0].isupper() else "mixed"


def _around(words: Words, at: int) -> str:
    """Return what the word beside a passage is: a line's end, a mark, or its word class."""
    if not 0 <= at < len(words) or words.blank[at]:
        return "line"
    form = words.text[at]
    if words.punct[at] or not form[:1].isalnum():
        return form if form in (",", ".", ":", "(", ")", "-", "—", ";") else "mark"
    return words.pos[at] or "word"


def _near(words: Words, quoted: Quoted) -> list[str]:
    lo = max(0, quoted.start - 4)
    return words.lower[lo : quoted.start] + words.lower[quoted.end : quoted.end + 3]
