"""The pipeline in the package: whole, small, and able to do the plain things."""

import json

import pytest
import spacy
from spacy.language import Language

from reader.pipeline import PIPELINE_NAME, PIPELINE_VERSION, default_pipeline_path

ARTICLE = (
    "MOSCOW (AP) — Russian President Vladimir Putin met Gen. Zhang Youxia in Moscow on "
    "Wednesday\n\n“We see all this,” he said. Russia's economy grew by 2.5 percent.\n\n"
    "Putin later told Zhang that NATO was trying to grow."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(default_pipeline_path())


def test_its_name_and_version(nlp: Language) -> None:
    assert f"{nlp.lang}_{nlp.meta['name']}" == PIPELINE_NAME
    assert nlp.meta["version"] == PIPELINE_VERSION
    assert nlp.meta["license"] == "CC BY-SA 4.0"


def test_its_components(nlp: Language) -> None:
    assert nlp.pipe_names == [
        "newsreader_paragraphs",
        "newsreader_vectors",
        "newsreader_gazetteer",
        "ner",
        "tok2vec",
        "tagger",
        "morphologizer",
        "newsreader_lemmas",
        "parser",
        "newsreader_consistency",
        "newsreader_amounts",
    ]


def test_it_is_small_enough_to_ship() -> None:
    sizes = [path.stat().st_size for path in default_pipeline_path().rglob("*") if path.is_file()]
    assert sum(sizes) <= 20 * 2**20
    assert max(sizes) < 16 * 2**20


def test_no_sentence_crosses_a_paragraph(nlp: Language) -> None:
    doc = nlp(ARTICLE)
    assert len(list(doc.sents)) >= 4
    for sentence in doc.sents:
        assert "\n" not in sentence.text.strip()
        assert not sentence[0].is_space  # the break belongs to the sentence before it


def test_people_and_places_are_found(nlp: Language) -> None:
    found = {(entity.text, entity.label_) for entity in nlp(ARTICLE).ents}
    assert {
        ("Vladimir Putin", "PERSON"),
        ("Zhang Youxia", "PERSON"),
        ("Putin", "PERSON"),
        ("Zhang", "PERSON"),
        ("Moscow", "GPE"),
        ("Russian", "NORP"),
        ("NATO", "ORG"),
        ("Wednesday", "DATE"),
        ("2.5 percent", "PERCENT"),
    } <= found


def test_trees_are_universal_dependencies(nlp: Language) -> None:
    doc = nlp("The plan was backed by the council, which said that it would help.")
    by_text = {token.text: token for token in doc}
    assert by_text["plan"].dep_ == "nsubj:pass"
    assert by_text["backed"].dep_ == "ROOT"
    assert by_text["council"].head.text == "backed"
    assert by_text["help"].dep_ == "ccomp"
    assert by_text["said"].lemma_ == "say"
    assert by_text["said"].pos_ == "VERB"
    assert "Number=Sing" in str(by_text["it"].morph)


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "\n\nA", "!!!", "“", "a\u2028b", "🙂 🙂"])
def test_odd_texts_are_no_error(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


def test_a_batch_gives_what_single_texts_give(nlp: Language) -> None:
    texts = ARTICLE.split("\n\n")
    together = [[(e.text, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]
    assert together == [[(e.text, e.label_) for e in nlp(text).ents] for text in texts]


def test_no_words_of_texts_ship_with_the_weights() -> None:
    strings = json.loads((default_pipeline_path() / "vocab" / "strings.json").read_text("utf-8"))
    assert len(strings) < 3000
    assert not [string for string in strings if "http" in string]
