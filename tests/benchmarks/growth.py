"""How the time of quotes and mentions grows with the text, on texts made to be hard.

    python -m tests.benchmarks.growth

Prints, for each text, how many times longer eight times the text takes (8 is linear, 64 quadratic),
and for rows of nothing but marks the time per character against plain prose, in ten megabytes too.
"""

from collections.abc import Callable
from time import process_time
from typing import TypeVar

import spacy
from spacy.tokens import Doc

from reader.annotate.batch import Annotator
from reader.annotate.pipeline import load_pipeline
from reader.annotate.quotes import make_quotes
from reader.annotate.quoting.marks import find_passages
from reader.annotate.speakers import make_speakers
from reader.model.article import Article
from reader.model.text import Span

HARD = ('"', "“", "'", "“a", "'a ", "«a “b ‘c ", '"a', "「a", "\"'a\n", "`", "dogs' ")
PROSE = "The council met on Tuesday and nothing was decided about the wall.\n"
SIZE = 40_000  # characters

T = TypeVar("T")


def text_of(piece: str, size: int) -> str:
    """Return ``piece`` over and over, ``size`` characters of it."""
    return (piece * (size // len(piece) + 1))[:size]


WHOLE = {
    "straight marks": text_of('"', SIZE),
    "single marks": text_of("'", SIZE),
    "opening marks": text_of("“", SIZE),
    "pairs of marks": text_of("“”", SIZE),
    "marks and blanks": text_of('" ', SIZE),
    "a mark on each line": text_of('"\n', SIZE),
    "prose behind one mark": "“" + text_of(PROSE.replace("\n", " "), SIZE - 1),
    "prose, each line open": text_of("“" + PROSE, SIZE),
}


MANY = 10_000_000  # characters
ROWS = {
    "straight marks": text_of('"', MANY),
    "curly marks": text_of("“”", MANY),
    "marks and blanks": text_of("“ ", MANY),
    "a mark on each line": text_of('"\n', MANY),
    "prose behind one mark": "“" + text_of(PROSE.replace("\n", " "), MANY - 1),
}


def seconds(run: Callable[[T], object], on: T) -> float:
    """Return the processor time of the quickest of three runs of ``run(on)``."""
    best = float("inf")
    for _ in range(3):
        begin = process_time()
        run(on)
        best = min(best, process_time() - begin)
    return best


def measure_marks() -> None:
    """Print how pairing of marks grows, and what a mark costs against a letter of prose."""
    prose = seconds(find_passages, text_of(PROSE, 8 * SIZE))
    for piece in HARD:
        once = seconds(find_passages, text_of(piece, SIZE))
        eight = seconds(find_passages, text_of(piece, 8 * SIZE))
        growth, cost = eight / once, eight / prose
        print(f"marks {piece!r:<14} x8 text: x{growth:5.1f}   per character x{cost:6.1f}")


def measure_ten_megabytes() -> None:
    """Print what finding marks costs in ten megabytes of hardly anything else, against prose."""
    prose = seconds(find_passages, text_of(PROSE, MANY))
    for name, text in ROWS.items():
        print(f"10 MB of {name:<22} per character x{seconds(find_passages, text) / prose:5.2f}")


def parsed(turns: int) -> Doc:
    """Return a parsed Doc of one paragraph: “ We go ” he said . , again and again."""
    words = ["“", "We", "go", "”", "he", "said", "."] * turns
    heads = [7 * turn + head for turn in range(turns) for head in (2, 2, 5, 2, 5, 5, 5)]
    deps = ["punct", "nsubj", "ccomp", "punct", "nsubj", "ROOT", "punct"] * turns
    pos = ["PUNCT", "PRON", "VERB", "PUNCT", "PRON", "VERB", "PUNCT"] * turns
    return Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps, pos=pos)


def measure_paragraph() -> None:
    """Print how quotes and speakers grow in one endless paragraph."""
    nlp = spacy.blank("en")
    quotes, speakers = make_quotes(nlp, "q"), make_speakers(nlp, "s")

    def run(doc: Doc) -> Doc:
        return speakers(quotes(doc))

    once, eight = seconds(run, parsed(200)), seconds(run, parsed(1600))
    print(f"one paragraph of quotes    x8 text: x{eight / once:5.1f}")


def measure_whole() -> None:
    """Print what a character costs against one of prose, through everything that annotates."""
    annotator = Annotator()

    def run(text: str) -> object:
        return annotator.annotate(Article(text, Span(0, len(text))))

    prose = seconds(run, text_of(PROSE, SIZE))
    for name, text in WHOLE.items():
        print(f"annotation of {name:<26} per character x{seconds(run, text) / prose:5.2f}")


def measure_mentions() -> None:
    """Print how mentions and entities grow with an article."""
    nlp = load_pipeline()
    docs = [nlp("\n\n".join([f"Maria Chen met Wu Li. She left. {PROSE}" * 20] * n)) for n in (1, 8)]
    mentions, entities = (nlp.get_pipe(f"newsreader_{name}") for name in ("mentions", "entities"))

    def run(doc: Doc) -> Doc:
        return entities(mentions(doc))

    once, eight = (seconds(run, doc) for doc in docs)
    print(f"mentions and entities      x8 text: x{eight / once:5.1f}")


if __name__ == "__main__":
    measure_marks()
    measure_ten_megabytes()
    measure_paragraph()
    measure_mentions()
    measure_whole()
