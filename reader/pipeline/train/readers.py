"""The corpus readers that the training configurations name.

Each gives new examples at every epoch: the documents are cut, styled and mixed anew, from a
fixed seed.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from reader.pipeline.train.lists import gather, name_pool
from reader.pipeline.train.names import Variation, documents, entity_example
from reader.pipeline.train.names import vary as vary_names
from reader.pipeline.train.records import Record, read_markup, read_records
from reader.pipeline.train.replacement import Replacer
from reader.pipeline.train.style import choose_style, restyle_sentence
from reader.pipeline.train.treebank import Sentence, TreeDocument, make_tree_doc, read_treebank

LONGEST_CHUNK = 12  # sentences


def register_readers() -> None:
    """Make the readers known to spaCy under the names that the configurations use."""
    registry.readers.register("newsreader.Treebank.v1", func=treebank_reader)
    registry.readers.register("newsreader.Names.v1", func=names_reader)


def treebank_reader(
    path: Path, *, vary: bool, seed: int
) -> Callable[[Language], Iterable[Example]]:
    """Return a reader of the CoNLL-U file at `path`.

    With `vary`, it gives random runs of sentences in random styles, other ones each time that it
    is called (training); without, each document once and whole (development).
    """
    documents = read_treebank(Path(path))
    random = Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        if not vary:
            for document in documents:
                yield tree_example(nlp, document.sentences)
            return
        chunks = [chunk for document in documents for chunk in cut(document, random)]
        random.shuffle(chunks)
        for chunk in chunks:
            style = choose_style(random)
            yield tree_example(nlp, [restyle_sentence(s, style) for s in chunk])

    return read


def cut(document: TreeDocument, random: Random) -> Iterator[list[Sentence]]:
    """Yield the sentences of `document` in runs of random length."""
    start = 0
    while start < len(document.sentences):
        length = random.randint(1, LONGEST_CHUNK)
        yield document.sentences[start : start + length]
        start += length


def tree_example(nlp: Language, sentences: Iterable[Sentence]) -> Example:
    """Return raw text beside its annotated document, as training and scoring want it.

    The raw text has been through what the embedding layer reads.
    """
    gold = make_tree_doc(nlp.vocab, sentences)
    return Example(_known(nlp)(nlp.make_doc(gold.text)), gold)


def names_reader(
    path: Path, *, knowledge: Path | None, vary: bool, own: int, seed: int
) -> Callable[[Language], Iterable[Example]]:
    """Return a reader of the entity records at `path`.

    With `vary`, names are swapped and styles varied, other ones each time that it is called, and
    the annotated paragraphs in the folder `knowledge` are added `own` times.
    """
    records = list(read_records(Path(path)))
    random = Random(seed)
    how = Variation()
    if knowledge is not None and vary:
        for file in sorted(Path(knowledge).glob("paragraphs*.txt")):
            records += list(read_markup(file)) * own
    groups = list(documents(records))
    replacer = (
        Replacer(name_pool(gather(Path(knowledge)), seen_names(records)), random)
        if (knowledge is not None and vary)
        else None
    )

    def read(nlp: Language) -> Iterator[Example]:
        known = _known(nlp)
        if replacer is None:
            for record in records:
                yield entity_example(nlp, record, annotate=known)
            return
        varied = [new for group in groups for new in vary_names(group, replacer, how, random)]
        random.shuffle(varied)
        for record in varied:
            yield entity_example(nlp, record, annotate=known, hidden=how.hidden, random=random)

    return read


def _known(nlp: Language) -> Callable[[Doc], Doc]:
    """Return what adds to a document all that the embedding layer reads."""
    vectors, gazetteer = nlp.get_pipe("newsreader_vectors"), nlp.get_pipe("newsreader_gazetteer")
    return lambda doc: gazetteer(vectors(doc))


def seen_names(records: Iterable[Record]) -> dict[str, set[str]]:
    """Return label → names of the records, for replacement to draw from."""
    seen: dict[str, set[str]] = {}
    for record in records:
        for span in record.entities:
            name = record.text[span.start : span.end]
            if span.label in ("PERSON", "ORG", "LOC", "FAC", "EVENT") and name[:1].isupper():
                seen.setdefault(span.label, set()).add(name)
    return seen
