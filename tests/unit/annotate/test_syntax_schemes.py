"""Reading a parse gives the same in both label schemes; the Docs are built by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from reader.annotate.quoting import syntax
from reader.annotate.quoting.noun_groups import phrase
from reader.annotate.words import Words, read_words

Row = tuple[str, int, str, str]

UD_PASSIVE: list[Row] = [
    ("The", 1, "det", "DET"),
    ("plan", 3, "nsubj:pass", "NOUN"),
    ("was", 3, "aux:pass", "AUX"),
    ("mocked", 3, "ROOT", "VERB"),
    ("by", 6, "case", "ADP"),
    ("Sergei", 6, "compound", "PROPN"),
    ("Shoigu", 3, "obl:agent", "PROPN"),
]
CLEAR_PASSIVE: list[Row] = [
    ("The", 1, "det", "DET"),
    ("plan", 3, "nsubjpass", "NOUN"),
    ("was", 3, "auxpass", "AUX"),
    ("mocked", 3, "ROOT", "VERB"),
    ("by", 3, "agent", "ADP"),
    ("Sergei", 6, "compound", "PROPN"),
    ("Shoigu", 4, "pobj", "PROPN"),
]


def make(rows: list[Row]) -> Words:
    words, heads, deps, pos = zip(*rows, strict=True)
    return read_words(
        Doc(
            spacy.blank("en").vocab,
            words=list(words),
            heads=list(heads),
            deps=list(deps),
            pos=list(pos),
        )
    )


_EDITORIAL: list[Row] = [("editorial", 3, "nsubj", "NOUN"), ("said", 3, "ROOT", "VERB")]


def _whole(tokens: tuple[int, int]) -> tuple[int, int]:
    return tokens[0], tokens[1] - 1


@pytest.mark.parametrize("rows", [UD_PASSIVE, CLEAR_PASSIVE])
def test_agent_of_a_passive(rows: list[Row]) -> None:
    words, mocked, shoigu = make(rows), 3, 6
    assert syntax.is_passive(words, mocked)
    assert syntax.agent(words, mocked) == shoigu
    assert syntax.subject(words, mocked) is None


@pytest.mark.parametrize("scheme", ["relcl", "acl:relcl"])
def test_subject_of_a_relative_clause_is_the_noun_before(scheme: str) -> None:
    words = make(
        [
            ("Rusk", 3, "nsubj", "PROPN"),
            ("who", 2, "nsubj", "PRON"),
            ("said", 0, scheme, "VERB"),
            ("left", 3, "ROOT", "VERB"),
        ]
    )
    assert syntax.subject(words, 2) == (0, "modified")


def test_subject_is_shared_and_controlled() -> None:
    words = make(
        [
            ("Putin", 1, "nsubj", "PROPN"),
            ("welcomed", 1, "ROOT", "VERB"),
            ("him", 1, "obj", "PRON"),
            ("and", 4, "cc", "CCONJ"),
            ("smiled", 1, "conj", "VERB"),
            ("saying", 1, "advcl", "VERB"),
        ]
    )
    assert syntax.subject(words, 4) == (0, "shared")
    assert syntax.subject(words, 5) == (0, "controlled")


@pytest.mark.parametrize(
    ("case", "noun"), [(("case", 2), ("nmod", 0)), (("prep", 0), ("pobj", 1))], ids=["ud", "clear"]
)
def test_phrase_takes_its_prepositional_part(case: tuple[str, int], noun: tuple[str, int]) -> None:
    words = make(
        [
            ("officials", 3, "nsubj", "NOUN"),
            ("from", case[1], case[0], "ADP"),
            ("Beijing", noun[1], noun[0], "PROPN"),
            ("said", 3, "ROOT", "VERB"),
        ]
    )
    assert phrase(words, 0) == (0, 3)
    assert syntax.preposition(words, 2) == "from"


def test_phrase_has_title_and_name_but_no_apposition_and_no_day() -> None:
    words = make(
        [
            ("On", 1, "case", "ADP"),
            ("Wednesday", 10, "obl", "PROPN"),
            ("Defense", 3, "compound", "PROPN"),
            ("Minister", 4, "compound", "PROPN"),
            ("Sergei", 5, "compound", "PROPN"),
            ("Shoigu", 10, "nsubj", "PROPN"),
            (",", 8, "punct", "PUNCT"),
            ("a", 8, "det", "DET"),
            ("general", 5, "appos", "NOUN"),
            (",", 8, "punct", "PUNCT"),
            ("insisted", 10, "ROOT", "VERB"),
        ]
    )
    start, end = phrase(words, 5)
    assert words.between(start, end - 1) == "Defense Minister Sergei Shoigu"


def test_phrase_takes_a_shortened_clause() -> None:
    words = make(
        [
            ("one", 1, "nummod", "NUM"),
            ("aide", 6, "nsubj", "NOUN"),
            ("familiar", 1, "amod", "ADJ"),
            ("with", 5, "case", "ADP"),
            ("the", 5, "det", "DET"),
            ("plan", 2, "obl", "NOUN"),
            ("said", 6, "ROOT", "VERB"),
        ]
    )
    assert words.between(*_whole(phrase(words, 1))) == "one aide familiar with the plan"


@pytest.mark.parametrize("day", ["Wednesday", "Year"])
def test_a_day_belongs_to_a_phrase_behind_an_article_only(day: str) -> None:
    behind = make([("a", 2, "det", "DET"), (day, 2, "compound", "PROPN"), *_EDITORIAL])
    before = make([("on", 1, "case", "ADP"), (day, 3, "obl", "PROPN"), *_EDITORIAL])
    assert phrase(behind, 2) == (0, 3)
    assert phrase(before, 2) == (2, 3)


def test_the_noun_before_a_doubled_blank_is_the_subject() -> None:
    words = make(
        [
            ("Obama", 1, "compound", "PROPN"),
            (" ", 2, "nsubj", "SPACE"),
            ("spoke", 2, "ROOT", "VERB"),
        ]
    )
    assert syntax.own_subject(words, 2) == 0


def test_who_is_at_pains_to_say_it_says_it() -> None:
    words = make(
        [
            ("he", 3, "nsubj", "PRON"),
            ("is", 3, "cop", "AUX"),
            ("at", 3, "case", "ADP"),
            ("pains", 3, "ROOT", "NOUN"),
            ("to", 5, "mark", "PART"),
            ("say", 3, "acl", "VERB"),
        ]
    )
    assert syntax.subject(words, 5) == (0, "controlled")


def test_a_doc_without_a_parse_gives_nothing() -> None:
    words = read_words(spacy.blank("en")("Putin said so."))
    assert syntax.subject(words, 1) is None
    assert syntax.agent(words, 1) is None
    assert syntax.own_subject(words, 1) is None
