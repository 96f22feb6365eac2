"""The recipe from end to end, on a corpus of a few sentences and for two steps."""

import gzip
import json
from pathlib import Path

import pytest
import spacy

from reader.pipeline.evaluate import evaluate_ner, evaluate_parse
from reader.pipeline.gazetteer import Gazetteer
from reader.pipeline.train.__main__ import main

ROWS = [
    ("Maria", "Maria", "PROPN", "NNP", "Number=Sing", 3, "nsubj"),
    ("Chen", "Chen", "PROPN", "NNP", "Number=Sing", 1, "flat"),
    ("visited", "visit", "VERB", "VBD", "Tense=Past", 0, "root"),
    ("Paris", "Paris", "PROPN", "NNP", "Number=Sing", 3, "obj"),
    (".", ".", "PUNCT", ".", "_", 3, "punct"),
]
ENTITIES = [[0, 10, "PERSON"], [19, 24, "GPE"]]


def treebank(sentences: int) -> str:
    lines = ["# newdoc id = tiny"]
    for number in range(sentences):
        if number % 2 == 0:
            lines.append(f"# newpar id = tiny-{number}")
        lines.append("# text = Maria Chen visited Paris.")
        for position, (text, lemma, pos, tag, morph, head, dep) in enumerate(ROWS, 1):
            space = "SpaceAfter=No" if text == "Paris" else "_"
            cells = (position, text, lemma, pos, tag, morph, head, dep, "_", space)
            lines.append("\t".join(str(cell) for cell in cells))
        lines.append("")
    return "\n".join(lines) + "\n"


def records(sentences: int) -> str:
    item = {"text": "Maria Chen visited Paris.", "entities": ENTITIES, "unknown": []}
    lines = (json.dumps({**item, "source": "tiny", "doc": f"d{n // 3}"}) for n in range(sentences))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    (folder / "treebank").mkdir()
    (folder / "ner").mkdir()
    for split, count in (("train", 40), ("dev", 6)):
        trees, entities = gzip.compress(treebank(count).encode()), records(count).encode()
        (folder / "treebank" / f"{split}.conllu.gz").write_bytes(trees)
        (folder / "ner" / f"{split}.jsonl.gz").write_bytes(gzip.compress(entities))
    return folder


@pytest.fixture(scope="module")
def made(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out, knowledge = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("knowledge")
    (knowledge / "given_names_female.txt").write_text("# ours\nMaria\nAda\n", encoding="utf-8")
    (knowledge / "surnames.txt").write_text("Chen\nOkoye\n", encoding="utf-8")
    paragraph = "[[PERSON:Ada Okoye]] met [[ORG:the Harbour Trust]] in [[GPE:Paris]].\n"
    (knowledge / "paragraphs.txt").write_text(paragraph, encoding="utf-8")
    arguments = ["--corpora", corpora, "--out", out, "--knowledge", knowledge, "--steps", "2"]
    assert main([str(argument) for argument in arguments]) == 0
    return out


def test_the_result_is_a_whole_pipeline(made: Path) -> None:
    nlp = spacy.load(made / "model")
    assert nlp.meta["name"] == "newsreader_sm"
    assert {"tagger", "morphologizer", "newsreader_lemmas", "parser", "ner"} <= set(nlp.pipe_names)
    gazetteer = nlp.get_pipe("newsreader_gazetteer")
    assert isinstance(gazetteer, Gazetteer)
    assert "given_name" in gazetteer.classes("Ada")
    doc = nlp("Maria Chen visited Paris.\n\nShe left.")
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("TAG")


def test_the_scores_are_written(made: Path) -> None:
    scores = json.loads((made / "scores.json").read_text("utf-8"))
    assert set(scores) == {"parse_dev", "ner_dev"}
    assert scores["ner_dev"]["texts"] == 6
    assert scores["ner_dev"]["types"]["PER"]["gold"] == 6
    assert scores["parse_dev"]["token"] == 1


def test_scores_of_what_is_right_are_whole(corpora: Path, made: Path) -> None:
    nlp = spacy.load(made / "model")
    rules = spacy.blank("en")
    ruler = rules.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [{"label": "PERSON", "pattern": "Maria Chen"}, {"label": "ORG", "pattern": "Paris"}]
    )
    types = evaluate_ner(rules, corpora / "ner" / "dev.jsonl.gz")["types"]
    assert types["PER"]["f"] == 1
    assert types["PLACE"]["f"] == 0
    assert types["any"]["f"] == 1
    assert types["all"]["p"] == types["all"]["r"] == 0.5
    parse = evaluate_parse(nlp, corpora / "treebank" / "dev.conllu.gz")
    assert parse["documents"] == 1
    assert {"uas", "las", "tag", "pos", "lemma", "sentences"} <= set(parse)
    assert "las" not in evaluate_parse(rules, corpora / "treebank" / "dev.conllu.gz")
