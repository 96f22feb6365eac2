import gzip
from pathlib import Path
from random import Random

import pytest
import spacy

from reader.pipeline.train.lists import classified, common_words, gather
from reader.pipeline.train.records import (
    Record,
    Span,
    join,
    parse_markup,
    read_markup,
    read_records,
)
from reader.pipeline.train.replacement import NamePool, Replacer
from reader.pipeline.train.style import Style, restyle_sentence
from reader.pipeline.train.tokenization import adapt_tokenizer
from reader.pipeline.train.treebank import make_tree_doc, read_treebank

TREES = """\
# newdoc id = one
# newpar id = one-1
# text = She didn't say "no".
1\tShe\tshe\tPRON\tPRP\tNumber=Sing\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsay\tsay\tVERB\tVB\t_\t0\troot\t_\t_
5\t"\t"\tPUNCT\t``\t_\t6\tpunct\t_\tSpaceAfter=No
6\tno\tno\tINTJ\tUH\t_\t4\tobj\t_\tSpaceAfter=No
7\t"\t"\tPUNCT\t''\t_\t6\tpunct\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar id = one-2
# text = Go.
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    path = tmp_path / "trees.conllu.gz"
    path.write_bytes(gzip.compress(TREES.encode()))
    return path


def test_a_treebank_becomes_paragraphs_of_text(trees: Path) -> None:
    (document,) = read_treebank(trees)
    doc = make_tree_doc(spacy.blank("en").vocab, document.sentences)
    assert doc.text.strip() == 'She didn\'t say "no".\n\nGo.'
    assert [sentence.text.strip() for sentence in doc.sents] == ['She didn\'t say "no".', "Go."]
    assert [token.dep_ for token in doc if token.is_space] == ["dep"]
    assert doc[1].head.text == "say"
    assert doc[2].lemma_ == "not"


def test_a_broken_treebank_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text("1\tGo\tgo\n\n", encoding="utf-8")
    with pytest.raises(ValueError, match="CoNLL-U"):
        read_treebank(path)


def test_style_changes_marks_and_keeps_annotation(trees: Path) -> None:
    (document,) = read_treebank(trees)
    style = Style(quotes=("“", "”"), apostrophe="’", case=str.upper)
    sentence = restyle_sentence(document.sentences[0], style)
    assert [word.text for word in sentence.words] == [
        "SHE", "DID", "N’T", "SAY", "“", "NO", "”", ".",
    ]  # fmt: skip
    assert [word.tag for word in sentence.words] == [w.tag for w in document.sentences[0].words]


def test_markup_gives_text_and_spans() -> None:
    text, entities = parse_markup("[[PERSON:Maria Chen]] paid [[MONEY:$5]] for [[LAW:the Act]].")
    assert text == "Maria Chen paid $5 for the Act."
    assert entities == (Span(0, 10, "PERSON"), Span(23, 30, "MISC"))


@pytest.mark.parametrize("line", ["[[SPACESHIP:Maria]] left", "[[PERSON:Maria left", "[[Maria]] x"])
def test_wrong_markup_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "paragraphs.txt"
    path.write_text(f"# ours\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        list(read_markup(path))


def test_records_that_are_none_are_named(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"text": "a", "entities": []}\n{"text": "b"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        list(read_records(path))


def test_joined_records_keep_their_spans() -> None:
    first = Record("Chen left.", (Span(0, 4, "PERSON"),), (), "s", "d")
    second = Record("In Rome.", (Span(3, 7, "GPE"),), ((0, 2),), "s", "d")
    joined = join([first, second], ["\n\n"])
    assert [joined.text[s.start : s.end] for s in joined.entities] == ["Chen", "Rome"]
    assert [joined.text[a:b] for a, b in joined.unknown] == ["In"]


def test_swapped_names_agree_within_a_document() -> None:
    pool = NamePool(given=["Ada"], surnames=["Okoye"], by_label={"ORG": ["Acme"]})
    records = [
        Record("Maria Chen, Trust", (Span(0, 10, "PERSON"), Span(12, 17, "ORG")), (), "s", "d"),
        Record("Then Chen left WHO", (Span(5, 9, "PERSON"),), ((15, 18),), "s", "d"),
    ]  # fmt: skip
    first, second = Replacer(pool, Random(1)).document(records, 1.0)
    assert first.text == "Ada Okoye, Acme"
    assert second.text == "Then Okoye left WHO"
    assert [second.text[a:b] for a, b in second.unknown] == ["WHO"]


def test_no_swap_leaves_the_text() -> None:
    pool = NamePool(given=["Ada"], surnames=["Okoye"], by_label={})
    record = Record("Maria Chen", (Span(0, 10, "PERSON"),), (), "s", "d")
    assert Replacer(pool, Random(1)).document([record], 0.0) == [record]


def test_lists_are_read_by_their_columns(tmp_path: Path) -> None:
    demonyms, acronyms = tmp_path / "demonyms.txt", tmp_path / "acronyms.txt"
    demonyms.write_text("# ours\nKenyan\tKenya\tKenyans\nAcadian\t-\t-\n", encoding="utf-8")
    acronyms.write_text("AAP\tAam Aadmi Party\tORG\nCHAN\t-\tEVENT\n", encoding="utf-8")
    assert list(classified(demonyms)) == [
        ("demonym", "Kenyan"),
        ("demonym", "Kenyans"),
        ("demonym", "Acadian"),
    ]
    assert list(classified(acronyms)) == [
        ("organisation", "AAP"),
        ("organisation", "Aam Aadmi Party"),
        ("event", "CHAN"),
    ]
    names = gather(tmp_path)
    assert "Kenyans" in names["demonym"]
    assert {"France", "Kenya"} <= names["country"]
    assert "Nairobi" in names["city"]


def test_a_list_of_no_known_class_is_refused(tmp_path: Path) -> None:
    (tmp_path / "spaceships.txt").write_text("Enterprise\n", encoding="utf-8")
    with pytest.raises(ValueError, match="spaceships"):
        gather(tmp_path)


def test_common_words_stand_in_lower_case() -> None:
    assert common_words(["the Trust met the board", "the board"], least=2) == {"the", "board"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("non-binding e-mail", ["non-binding", "e-mail"]),
        ("pro-Beijing", ["pro", "-", "Beijing"]),
        ("ex-FARC post-war", ["ex", "-", "FARC", "post-war"]),
        ("wait!!", ["wait", "!!"]),
        ("in the U.S.", ["in", "the", "U.S."]),
        ("MOSCOW (AP) — A man", ["MOSCOW", "(", "AP", ")", "—", "A", "man"]),
        ("“no,” he said", ["“", "no", ",", "”", "he", "said"]),
        ("it’s Assad’s", ["it", "’s", "Assad", "’s"]),
        ("it’s—don’t—it's", ["it", "’s", "—", "do", "n’t", "—", "it", "'s"]),
        ("O'Neill d'Estaing '90s", ["O'Neill", "d'Estaing", "'", "90s"]),
        ("7:30PM 9am-5pm", ["7:30", "PM", "9", "am", "-", "5", "pm"]),
        ("$4-$6 1,000 [18,19]", ["$", "4", "-", "$", "6", "1,000", "[", "18", ",", "19", "]"]),
        ("5km 345-9945", ["5", "km", "345-9945"]),
        ("Well,”he said:“no”", ["Well", ",", "”", "he", "said", ":", "“", "no", "”"]),
        ("half“life” a(b)c", ["half", "“", "life", "”", "a", "(", "b", ")", "c"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    nlp = spacy.blank("en")
    adapt_tokenizer(nlp)
    assert [token.text for token in nlp(text)] == words
