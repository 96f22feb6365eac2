"""The structure that speaks for a clause being what a cue reports; closed lists of words only."""

from reader.annotate.quoting.clauses import CUTTING, Clause
from reader.annotate.quoting.sites import Site
from reader.annotate.quoting.story import Story
from reader.annotate.quoting.syntax import NOMINAL
from reader.annotate.words import Words
from reader.word_lists import listed

_MARKERS = listed(
    "that to whether if what how why who when where which as of for about on against with not"
    " because by from at in over"
)
_AUXILIARIES = listed(
    "will would can could may might should must not n't never did does do to was were is are be"
    " been has have had"
)
_AFTER_CUT = listed(
    "which who where when while as even after before although though because since if and but or"
    " so according adding saying citing including calling noting the a he she it they"
)
_VERBAL = frozenset({"VERB", "AUX"})


def extent_features(story: Story, clause: Clause) -> list[str]:
    """Return the circumstances that speak for a clause being all that the cue reports."""
    words, site = story.words, clause.site
    cue, start = site.cue, clause.start
    lo, hi = story.sentence_around(cue)
    first = words.lower[start]
    marker = first if first in _MARKERS else words.pos[start]
    side = "L" if clause.end <= cue else "R"
    gap = start - cue if side == "R" else min(site.start, cue) - clause.end
    lemma = _lemma(site)
    length = clause.end - start
    size = next((str(limit) for limit in (1, 2, 4, 8, 16, 32) if length <= limit), "more")
    verb = not _VERBAL.isdisjoint(words.pos[start : min(clause.end, start + 12)])
    bare = bare_words(words, clause)
    form = words.lower[site.head] if words.pos[site.head] == "PRON" else words.pos[site.head]
    reach = "end" if hi - clause.end <= 2 else "short"
    return [
        f"type={clause.type}|{site.group}",
        f"type={clause.type}|{marker}",
        f"type={clause.type}|{size}",
        f"type={clause.type}|{reach}",
        f"lemma={lemma}|{marker}",
        f"lemma={lemma}|{clause.type}",
        f"group={site.group}|{marker}",
        f"gap={min(gap, 8) if gap >= 0 else -1}|{side}|{clause.type}",
        f"how={site.how}|{clause.type}",
        f"form={form if form in _FORMS else 'pron'}|{site.group}",
        f"who={words.entity[site.head] or form}|{site.group}",
        f"verb={verb}|{clause.type}|{marker}",
        f"start={start == lo}|{clause.type}",
        f"cut={_behind(story, clause)}|{clause.type[-3:]}",
        f"edge={_is_edge(story, clause)}|{clause.type}",
        f"bare={bare}|{site.group}",
        f"bare={bare}|{lemma}",
    ]


def cue_features(story: Story, site: Site) -> list[str]:
    """Return the circumstances that speak for a cue reporting something at all."""
    words, cue = story.words, site.cue
    before = (words.lower[i] for i in words.children[cue] if i < cue)
    auxiliary = next((form for form in before if form in _AUXILIARIES), "none")
    return [
        f"lemma={_lemma(site)}",
        f"tag={words.tag[cue]}|{site.group}",
        f"dep={words.dep[cue]}|{site.group}",
        f"aux={auxiliary}|{site.group}",
    ]


def _lemma(site: Site) -> str:
    return site.lemma if site.group not in ("other", "label") else site.group


def bare_words(words: Words, clause: Clause) -> str:
    """Return what a clause without a verb is: a name, a pronoun, another noun or something else.

    Its heads count, not what explains them: "Gen. Wu, vice chairman of the commission, to his home"
    is a name, "Wu a liar" is not. A clause with a verb is a "clause".
    """
    start, end = clause.start, clause.end
    if clause.ahead is not None or not _VERBAL.isdisjoint(words.pos[start:end]):
        return "clause"
    outward = [i for i in range(start, end) if not start <= words.head[i] < end]
    core = [i for i in outward if not words.dep[i].startswith(_ADVERBIAL)] or outward
    heads = {words.pos[i] for i in core} & _HEADS
    if heads == {"PROPN"}:
        return "name"
    if heads == {"PRON"}:
        return "pronoun"
    return "noun" if "NOUN" in heads else "other"


_ADVERBIAL = ("obl", "nmod", "advmod", "prep", "npadvmod")
_HEADS = NOMINAL | {"ADJ", "ADV"}


def _behind(story: Story, clause: Clause) -> str:
    """Return what follows the clause's end, past a comma: a listed word or its class."""
    at = _past_cut(story, clause)
    if at >= len(story.words):
        return "end"
    lower = story.words.lower[at]
    return lower if lower in _AFTER_CUT else story.words.pos[at]


def _past_cut(story: Story, clause: Clause) -> int:
    at, text = clause.end, story.words.text
    while at < len(text) and text[at] in CUTTING:
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


_FORMS = listed("i you he she it we they who that which NOUN PROPN NUM ADJ DET VERB")
