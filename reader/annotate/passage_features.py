"""What tells a quotation from a title, a nickname or a word held with tongs.

All features are structure and closed lists: length, case, punctuation, word classes around the
marks, the best speaker at hand. A logistic model weighs them (``reader.annotate.ranker``).
"""

from spacy.tokens import Token

from reader.annotate.speaker_features import LABELLED
from reader.annotate.story import Quoted, Story

_FIRST = frozenset("i we my our me us i'm i've we're we've you your".split())
_WORKS = frozenset(
    "film films movie movies documentary book books novel memoir song songs album single show shows"
    " series program programme episode podcast segment play musical poem painting magazine"
    " newspaper"
    " column chapter game sitcom drama ad spot video campaign project exhibition anthem hymn comedy"
    " sketch channel network host hosts anchor cbs nbc abc cnn msnbc fox bbc hbo".split()
)
_SO_CALLED = frozenset(
    "so-called called known dubbed nicknamed titled entitled named aka labeled labelled term phrase"
    " word words expression notorious famous proverbial calls call".split()
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
    text, passage = story.text, quoted.passage
    inner = text[passage.inner[0] : passage.inner[1]].strip()
    words = _words(story, quoted)
    size = _size(len(words))
    end = inner[-1:]
    ending = "," if end == "," else "." if end in ".?!…" else "-"
    case = _case(words)
    before, after = _neighbours(story, quoted)
    shape = f"{_around(before)}_{_around(after)}"
    spoken = None if previous is None else previous[1]
    first = inner[:1]
    start = "up" if first.isupper() else "low" if first.islower() else "odd"
    found = [
        f"size={size}",
        f"size={size}|{ending}",
        f"case={case}|{size}",
        f"case={case}|{ending}",
        f"start={start}|{_around(before)}",
        f"shape={shape}",
        f"before={_around(before)}|{size}",
        f"after={_around(after)}|{size}",
        f"style={passage.style.value}|{size}",
        f"depth={min(2, passage.depth)}",
        f"resumes={passage.resumes}|{bool(passage.closer)}",
        f"previous={spoken}|{size}",
        f"previous={spoken}|{_between(story, previous, quoted)}",
        f"verb={_has_verb(words)}|{size}",
        f"alone={story.opens_paragraph(quoted)}{story.closes_paragraph(quoted)}|{size}",
    ]
    if inner[:1] == "(" and inner[-1:] == ")":
        found.append("bracketed")
    if not passage.closer:
        found.append(f"open|{size}")
    near = story.sites_between(quoted.start, min(quoted.end, quoted.start + _LABEL_REACH))
    if any(site.how == "label" for site in near):
        found.append(LABELLED)
    if any(token.lower_ in _FIRST for token in words):
        found.append("first-person")
    if any(token.lower_ in _WORKS for token in _near(story, quoted)):
        found.append(f"work|{case}")
    if before is not None and before.lower_ in _SO_CALLED:
        found.append("so-called")
    if before is not None and before.lower_ in ("a", "an", "the"):
        found.append(f"article|{_around(after)}|{case}")
    found += [f"best:{name}" for name in best if name.startswith(_OF_BEST)]
    found += _phrasing(story, quoted, words)
    if not best:
        found.append("best:none")
    return found


def _between(story: Story, previous: tuple[Quoted, bool] | None, quoted: Quoted) -> str:
    """Return what joins a passage with the one before it: "and", another word, a stop, a line."""
    if previous is None or previous[0].paragraph != quoted.paragraph:
        return "line"
    words = [token.lower_ for token in story.doc[previous[0].end : quoted.start]]
    if any(word in (".", "?", "!") for word in words):
        return "stop"
    kept = [word for word in words if word not in (",", "the", "a", "an", '"')]
    if len(kept) <= 1:
        return kept[0] if kept and kept[0] in ("and", "or", "but", "to") else f"{len(kept)}"
    return "few" if len(kept) <= _FEW else "many"


_FEW = 5


def _phrasing(story: Story, quoted: Quoted, words: list[Token]) -> list[str]:
    """Return the word classes of a short passage, what holds it, and whether it is said again."""
    if not words or len(words) > _SHORT:
        return []
    root = next((t for t in words if not quoted.start <= t.head.i < quoted.end), words[-1])
    head = root.head
    holder = f"{root.dep_.partition(':')[0]}|{head.pos_ if head.i != root.i else 'ROOT'}"
    classes = "-".join(token.pos_ for token in words) if len(words) <= 3 else str(len(words))
    inner = story.text[slice(*quoted.passage.inner)].strip(" .,;:!?").casefold()
    lo, hi = max(0, quoted.passage.start - _AROUND), quoted.passage.end + _AROUND
    again = "often" if story.text[lo:hi].casefold().count(inner) > 1 else "once"
    after = story.doc[quoted.end] if quoted.end < len(story.doc) else None
    entity = "name" if any(token.ent_type_ for token in words) else "-"
    return [
        f"classes={classes}",
        f"holder={holder}",
        f"holder={holder}|{classes}",
        f"again={again}|{len(words)}",
        f"entity={entity}|{len(words)}",
        f"next={after.dep_ if after is not None else '-'}|{classes}",
    ]


_OF_BEST = ("at=", "link=", "lemma=", "way=")
_SHORT = 6
_AROUND = 6000
"""Characters on either side in which a phrase that is said again is looked for."""


def _words(story: Story, quoted: Quoted) -> list[Token]:
    stop = min(quoted.end, quoted.start + _MAX_LOOK)
    return [story.doc[i] for i in range(quoted.start, stop) if story.doc[i].text[:1].isalnum()]


def _size(number: int) -> str:
    for limit, name in ((1, "1"), (2, "2"), (3, "3"), (5, "5"), (8, "8"), (14, "14")):
        if number <= limit:
            return name
    return "more"


def _case(words: list[Token]) -> str:
    """Return how the words are written: lower, title (all but small words), caps, first, mixed."""
    long = [token for token in words if len(token.text) > 3] or words
    if not long:
        return "none"
    if all(token.text.isupper() for token in long):
        return "caps"
    capital = sum(token.text[0].isupper() or token.text[0].isdigit() for token in long)
    if capital == len(long):
        return "title"
    if capital == 0:
        return "lower"
    return "first" if capital == 1 and words[0].text[0].isupper() else "mixed"


def _neighbours(story: Story, quoted: Quoted) -> tuple[Token | None, Token | None]:
    doc = story.doc
    before = doc[quoted.start - 1] if quoted.start else None
    after = doc[quoted.end] if quoted.end < len(doc) else None
    return before, after


def _around(token: Token | None) -> str:
    if token is None or token.is_space:
        return "line"
    if token.is_punct or not token.text[:1].isalnum():
        return token.text if token.text in (",", ".", ":", "(", ")", "-", "—", ";") else "mark"
    return token.pos_ or "word"


def _near(story: Story, quoted: Quoted) -> list[Token]:
    lo = max(0, quoted.start - 4)
    hi = min(len(story.doc), quoted.end + 3)
    return [story.doc[i] for i in (*range(lo, quoted.start), *range(quoted.end, hi))]


def _has_verb(words: list[Token]) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in words)
