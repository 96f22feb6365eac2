"""Deterministic articles of any length with a layer each: invented people say invented things."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from reader.model.layer import (
    ArticleInfo,
    Cue,
    Entity,
    EntityType,
    Layer,
    Mention,
    Quote,
    QuoteKind,
    Run,
    Speaker,
    TextInfo,
    TextSpan,
)
from reader.model.text import Span, sha256
from reader.store.layers import layer_path, write_layer

OPENING = "The zqopening of this story is invented, and so is everything in it.\n\n"
NEEDLE = "zqneedle"
"""Stands once, at nine tenths of the text."""
CLOSING = "This is the zqclosing of the story.\n"

_DENSITY = 0.7
"""How many of a news story's sentences have annotations."""
_MARKS_PER_BYTE = 0.0111
"""How many annotations there are, if each sentence has some."""
_FIRST = ("Ada", "Bela", "Cora", "Dov", "Edda", "Finn", "Gerd", "Hilma", "Ivo", "Jana")
_LAST = ("Arkwright", "Bellamy", "Castell", "Dunmore", "Ellery", "Farrow", "Garside", "Holt")
_ORGS = ("Harbour Trust", "Council of Mills", "Ferry Company", "Guild of Lamps")
_PLACES = ("Northport", "Kesrick", "Aldmouth", "Tarrow", "Castle Maddon")
_NOUNS = ("wall", "bridge", "tide", "market", "lantern", "orchard", "ledger", "signal", "quarry")
_VERBS = ("crossed", "mended", "measured", "sold", "painted", "found", "lost", "counted")
_ADJECTIVES = ("old", "narrow", "bright", "quiet", "heavy", "northern", "second", "wooden")
_CUES = ("said", "added", "claimed", "warned", "told reporters")


@dataclass
class _Story:
    """A text that grows, with its annotations."""

    chance: random.Random
    crowd: int = 0
    """How many people there are at most; 0: some dozens, by the names below."""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def put(self, words: str) -> Span:
        """Append words and return where they stand."""
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return Span(start, self.length)

    def prose(self, words: int) -> str:
        """Return some words of no meaning."""
        pick, clauses = self.chance.choice, range(max(1, words // 4))
        out = [f"the {pick(_ADJECTIVES)} {pick(_NOUNS)} {pick(_VERBS)}" for _ in clauses]
        return " ".join(out) + f" the {pick(_NOUNS)}"

    def name(self) -> Mention:
        """Name somebody or something."""
        pick, kind = self.chance.choice, self.chance.random()
        if self.crowd:
            number = len(self.mentions) % self.crowd
            first, last = _FIRST[number % len(_FIRST)], _LAST[number % len(_LAST)]
            return self.mention(f"{first} {last}-{number}", "PERSON")
        if kind < 0.6:
            return self.mention(f"{pick(_FIRST)} {pick(_LAST)}", "PERSON")
        if kind < 0.8:
            return self.mention(pick(_ORGS), "ORG")
        return self.mention(pick(_PLACES), "GPE")

    def mention(self, words: str, kind: EntityType) -> Mention:
        """Append words that name an entity."""
        entity = self.entities.get(words)
        if entity is None:
            entity = Entity(id=f"e{len(self.entities)}", type=kind, name=words)
            self.entities[words] = entity
        start, end = self.put(words)
        mention = Mention(
            id=f"m{len(self.mentions)}", start=start, end=end, text=words, form="name",
            entity=entity.id, confidence=0.9, rule="generated",
        )  # fmt: skip
        self.mentions.append(mention)
        return mention

    def quotation(self) -> None:
        """Let somebody say something."""
        indirect = self.chance.random() < 0.3
        words = self.prose(self.chance.randint(8, 24))
        speaker = None
        if indirect:
            speaker = self.name()
            self.put(" said that ")
        spoken = self.put(words if indirect else f"“{words.capitalize()},”")
        text = words if indirect else f"“{words.capitalize()},”"
        cue = None
        if speaker is None:
            self.put(" ")
            said = self.chance.choice(_CUES)
            start, end = self.put(said)
            cue = Cue(start=start, end=end, text=said, lemma=said)
            self.put(" ")
            speaker = self.name()
        kind: QuoteKind = "indirect" if indirect else "direct"
        self.quotes.append(_quote(len(self.quotes), kind, spoken, text, cue, speaker))

    def sentence(self, marked: float) -> None:
        """Append a sentence; ``marked`` is how likely it has annotations."""
        if self.chance.random() < marked:
            if self.chance.random() < 0.35:
                self.quotation()
            else:
                self.name()
                self.put(f" {self.chance.choice(_VERBS)} {self.prose(12)}")
        else:
            self.put(self.prose(20).capitalize())
        self.put(". ")

    def layer(self, text: str, name: str) -> Layer:
        """Return the layer of the finished text."""
        return Layer(
            article=ArticleInfo(
                id=name, title=None, url=None, byline=(), published=None, source=None,
                language="en",
            ),
            text=TextInfo(sha256=sha256(text), length=len(text), body=(0, len(text))),
            runs=(
                Run(
                    id="r1", tool="tests.benchmarks", version="1", pipeline="none",
                    pipeline_version="1",
                ),
            ),
            entities=tuple(self.entities.values()),
            mentions=tuple(self.mentions),
            quotes=tuple(self.quotes),
        )  # fmt: skip


def generate(
    size: int, marks: int | None = None, crowd: int = 0, seed: int = 1
) -> tuple[str, Layer]:
    """Return a text of about ``size`` bytes and its layer.

    Args:
        size: How long the text is, in bytes of UTF-8.
        marks: About how many annotations it has; None: as many as a news story of that length.
        crowd: How many people are in it, if it is long enough; 0: some dozens.
        seed: Another seed, another story.
    """
    story = _Story(random.Random(seed), crowd)
    story.put(OPENING)
    density = _DENSITY if marks is None else min(1.0, marks / size / _MARKS_PER_BYTE)
    bytes_per_character, needle = 1.01, False
    while story.length * bytes_per_character < size - len(CLOSING):
        for _ in range(story.chance.randint(2, 5)):
            story.sentence(density)
        if not needle and story.length * bytes_per_character > size * 0.9:
            story.put(f"Here is the {NEEDLE}.")
            needle = True
        story.put("\n\n")
    story.put(CLOSING)
    text = "".join(story.pieces)
    return text, story.layer(text, "generated")


def write(folder: Path, name: str, size: int, marks: int | None = None, crowd: int = 0) -> Path:
    """Write a generated article and its layer into a folder, and return the article's path."""
    text, layer = generate(size, marks, crowd)
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    write_layer(layer_path(path), layer)
    return path


def _quote(
    number: int, kind: QuoteKind, span: Span, text: str, cue: Cue | None, speaker: Mention
) -> Quote:
    words = TextSpan(start=speaker.start, end=speaker.end, text=speaker.text)
    return Quote(
        id=f"q{number}", kind=kind, spans=(TextSpan(start=span.start, end=span.end, text=text),),
        cue=cue, confidence=0.9, rule="generated",
        speaker=Speaker(
            status="known", words=words, mention=speaker.id, entity=speaker.entity,
            how="explicit", confidence=0.9,
        ),
    )  # fmt: skip
