"""Closed lists of the words that introduce speech: verbs by class, nouns, and their forms.

The lists are the project's own, in ``data/cues.json``. Forms are made here rather than taken from
the pipeline's lemmatizer, so that the same words are found whichever pipeline has parsed the text.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SPEECH = frozenset({"say", "claim", "ask"})
"""Classes of the verbs by which something is said aloud."""


@dataclass(frozen=True, slots=True)
class CueWords:
    """The lists, ready to be looked up by lower-case form."""

    verbs: dict[str, str]
    """Form → lemma; a particle is joined with "_" ("pointed_out")."""
    nouns: dict[str, str]
    """Form → lemma."""
    classes: dict[str, str]
    """Lemma of a verb → its class: say, claim, ask, name, think, show or talk."""
    first_words: dict[str, frozenset[str]]
    """Verb form → particles that may follow it."""
    forms: frozenset[str]
    """All that a cue may begin with, marks and "according" included."""


@cache
def cue_words() -> CueWords:
    """Load the lists (once for the process; the result is never changed)."""
    raw = json.loads((files("reader.annotate") / "data" / "cues.json").read_text("utf-8"))
    verbs: dict[str, str] = {}
    classes: dict[str, str] = {}
    particles: dict[str, set[str]] = {}
    for name, lemmas in raw["verbs"].items():
        for lemma in lemmas:
            classes[lemma] = name
            irregular = raw["irregular"].get(lemma)
            forms = [lemma, *irregular.split()] if irregular else verb_forms(lemma)
            for form in forms:
                verbs.setdefault(form, lemma)
                word, _, particle = form.partition("_")
                if particle:
                    particles.setdefault(word, set()).add(particle)
    nouns = {form: lemma for lemma in raw["nouns"] for form in (lemma, _plural(lemma))}
    first_words = {word: frozenset(found) for word, found in particles.items()}
    every = frozenset({*verbs, *particles, *nouns, "according", ":"})
    return CueWords(verbs, nouns, classes, first_words, every)


def verb_forms(lemma: str) -> list[str]:
    """Return the forms of a regular English verb: itself, -s, -ed, -ing.

    Args:
        lemma: The bare verb, with a particle joined by "_" if it has one ("brush_off").
    """
    stem, joined, particle = lemma.partition("_")
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        past, gerund = stem + "d", stem[:-1] + "ing"
    elif stem.endswith("e"):
        past, gerund = stem + "d", stem + "ing"
    elif stem.endswith("y") and stem[-2] not in "aeiou":
        past, gerund = stem[:-1] + "ied", stem + "ing"
    else:
        past, gerund = stem + "ed", stem + "ing"
    return [form + joined + particle for form in (stem, _plural(stem), past, gerund)]


def _plural(word: str) -> str:
    """Add the ending -s, which nouns and the third person share."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
