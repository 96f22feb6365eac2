"""What lists of names know about each word of a document, as bits that a model can read.

The component runs first. It finds the listed names, longest first, and keeps for every token the
classes of the name that covers it: in one block of bits for names of one word, in another for
longer ones, then whether the token begins or ends the name. Single words count one by one too,
so that "Maria" is a given name even inside a listed band.

The lists travel inside the pipeline's own directory, so that results do not move when the
packages that they were compiled from do.
"""

import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from reader.pipeline.one_file import OneFile

CLASSES = (
    "country",
    "city",
    "town",
    "region",
    "place",
    "facility",
    "demonym",
    "group",
    "given_name",
    "surname",
    "person",
    "organisation",
    "party",
    "medium",
    "agency",
    "company",
    "team",
    "event",
    "work",
    "product",
    "language",
    "title",
    "organisation_word",
    "place_word",
    "facility_word",
    "event_word",
    "work_word",
    "common_word",
)
ALONE, JOINED = 0, len(CLASSES)  # where the two blocks of class bits begin
BEGIN, END = 2 * len(CLASSES), 2 * len(CLASSES) + 1
WIDTH = 2 * len(CLASSES) + 2
USER_DATA = "newsreader_gazetteer"


def mask_of(classes: Iterable[str]) -> int:
    """Return the bits of some classes, as they stand in the block of single words.

    Raises:
        ValueError: A class is not in `CLASSES`.
    """
    wanted = set(classes)
    if not wanted <= set(CLASSES):
        raise ValueError(f"no such class of names: {sorted(wanted - set(CLASSES))}")
    return sum(1 << CLASSES.index(name) for name in wanted)


# The words of the last classes count in lower case too: "president", "ministry".
_UNCASED_MASK = mask_of(CLASSES[CLASSES.index("title") :])
WORD_BITS = np.uint64(_UNCASED_MASK << ALONE)  # what a word tells by itself, in no list of names
_LONGEST = 7  # words


def without_accents(text: str) -> str:
    """Return `text` without accents: "Ichiyō" is written "Ichiyo", too."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with straight apostrophes and hyphens."""
    if text.isascii():
        return text.lower()
    return without_accents(text).lower().replace("’", "'").replace("‑", "-").replace("ı", "i")


class Gazetteer(OneFile):
    """Names with their classes, and the component that marks them in documents."""

    file_name = "names.z"

    def __init__(self, name: str = "newsreader_gazetteer") -> None:
        self.name = name
        self._masks: dict[str, int] = {}
        self._prefixes: set[str] = set()
        self._folded: dict[int, tuple[str, bool]] = {}

    def __len__(self) -> int:
        return len(self._masks)

    def add(self, words: Iterable[str], classes: Iterable[str]) -> None:
        """Add one name, given as the tokenizer's words, to `classes`.

        Raises:
            ValueError: A class is not in `CLASSES`.
        """
        mask = mask_of(classes)
        key = " ".join(fold(word) for word in words)
        self._put(key, mask)

    def _put(self, key: str, mask: int) -> None:
        self._masks[key] = self._masks.get(key, 0) | mask
        cut = key.rfind(" ")
        while cut > 0:
            self._prefixes.add(key[:cut])
            cut = key.rfind(" ", 0, cut)

    def classes(self, text: str) -> frozenset[str]:
        """Return the classes of the name `text`, its words divided by single spaces."""
        mask = self._masks.get(fold(text), 0)
        return frozenset(name for bit, name in enumerate(CLASSES) if mask >> bit & 1)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with the bits of its tokens (`features`) in its user data."""
        doc.user_data[USER_DATA] = self.bits(doc)
        return doc

    def bits(self, doc: Doc) -> NDArray[np.uint64]:
        """Return one integer of `WIDTH` bits for each token of `doc`."""
        words, cased = self._words(doc)
        found = [0] * len(words)
        masks, prefixes = self._masks, self._prefixes
        free = 0  # first token after the last long match
        for start, word in enumerate(words):
            mask = masks.get(word, 0)
            if mask:
                found[start] |= mask if cased[start] else mask & _UNCASED_MASK
            if start < free or word not in prefixes:
                continue
            end, mask = self._longest(words, start)
            if mask and not (cased[start] and cased[end - 1]):
                mask &= _UNCASED_MASK
            if mask:
                for position in range(start, end):
                    found[position] |= mask << JOINED
                found[start] |= 1 << BEGIN
                found[end - 1] |= 1 << END
                free = end
        return np.array(found, dtype=np.uint64)

    def _longest(self, words: list[str], start: int) -> tuple[int, int]:
        """Return the end and the classes of the longest name of two words or more."""
        key, best = words[start], (start, 0)
        for end in range(start + 1, min(start + _LONGEST, len(words))):
            if key not in self._prefixes:
                break
            key = f"{key} {words[end]}"
            mask = self._masks.get(key, 0)
            if mask:
                best = (end + 1, mask)
        return best

    def _words(self, doc: Doc) -> tuple[list[str], list[bool]]:
        words, cased = [], []
        known = self._folded
        for token in doc:
            pair = known.get(token.orth)
            if pair is None:
                text = token.text
                pair = known[token.orth] = (fold(text), text != text.lower() or text.isdigit())
            words.append(pair[0])
            cased.append(pair[1])
        return words, cased

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Any]],
        *,
        nlp: Language,
        names: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Fill the lists from `names` (class → names); spaCy calls this before training."""
        del get_examples
        for label, texts in (names or {}).items():
            for text in texts:
                self.add((token.text for token in nlp.tokenizer(text)), [label])

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the lists, packed."""
        del exclude
        lines = (f"{mask:x}\t{key}" for key, mask in sorted(self._masks.items()))
        head = " ".join(CLASSES)
        return zlib.compress("\n".join((head, *lines)).encode(), 9)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Fill the lists from what `to_bytes` returned.

        Raises:
            ValueError: They were packed for other classes than this program's.
        """
        del exclude
        lines: Iterator[str] = iter(zlib.decompress(data).decode().split("\n"))
        if next(lines) != " ".join(CLASSES):
            raise ValueError("the pipeline's name lists were made for another version")
        for line in lines:
            mask, key = line.split("\t", 1)
            self._put(key, int(mask, 16))
        return self


def features(doc: Doc) -> NDArray[np.float32]:
    """Return the gazetteer's bits for `doc` as zeros and ones, one row a token.

    Raises:
        ValueError: The gazetteer has not seen the document: a model that was trained with it is
            worth little without.
    """
    bits = doc.user_data.get(USER_DATA)
    if bits is None:
        raise ValueError("the component newsreader_gazetteer has to run first")
    columns = np.arange(WIDTH, dtype=np.uint64)
    rows: NDArray[np.float32] = ((bits[:, None] >> columns) & np.uint64(1)).astype(np.float32)
    return rows


@Language.factory("newsreader_gazetteer")
def make_gazetteer(nlp: Language, name: str) -> Gazetteer:
    """Return an empty gazetteer, to be filled by `initialize` or `from_disk`."""
    del nlp
    return Gazetteer(name)
