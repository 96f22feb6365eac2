"""Reading a parse gives the same in both label schemes; the Docs are built by hand."""

import pytest
import spacy
from spacy.tokens import Doc, Token

from reader.annotate import syntax

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


def make(rows: list[Row], blanks: bool = True) -> Doc:
    words, heads, deps, pos = zip(*rows, strict=True)
    return Doc(
        spacy.blank("en").vocab,
        words=list(words),
        spaces=[blanks] * len(words),
        heads=list(heads),
        deps=list(deps),
        pos=list(pos),
    )


def _text(token: Token | None) -> str | None:
    return None if token is None else token.text


@pytest.mark.parametrize("rows", [UD_PASSIVE, CLEAR_PASSIVE])
def test_agent_of_a_passive(rows: list[Row]) -> None:
    verb = make(rows)[3]
    assert syntax.is_passive(verb)
    assert _text(syntax.agent(verb)) == "Shoigu"
    assert syntax.subject(verb) is None


@pytest.mark.parametrize("scheme", ["relcl", "acl:relcl"])
def test_subject_of_a_relative_clause_is_the_noun_before(scheme: str) -> None:
    doc = make(
        [
            ("Rusk", 3, "nsubj", "PROPN"),
            ("who", 2, "nsubj", "PRON"),
            ("said", 0, scheme, "VERB"),
            ("left", 3, "ROOT", "VERB"),
        ]
    )
    found = syntax.subject(doc[2])
    assert found is not None
    assert (found[0].text, found[1]) == ("Rusk", "modified")


def test_subject_is_shared_and_controlled() -> None:
    doc = make(
        [
            ("Putin", 1, "nsubj", "PROPN"),
            ("welcomed", 1, "ROOT", "VERB"),
            ("him", 1, "obj", "PRON"),
            ("and", 4, "cc", "CCONJ"),
            ("smiled", 1, "conj", "VERB"),
            ("saying", 1, "advcl", "VERB"),
        ]
    )
    shared, controlled = syntax.subject(doc[4]), syntax.subject(doc[5])
    assert shared is not None
    assert controlled is not None
    assert (shared[0].text, shared[1]) == ("Putin", "shared")
    assert (controlled[0].text, controlled[1]) == ("Putin", "controlled")


@pytest.mark.parametrize(
    ("case", "noun"), [(("case", 2), ("nmod", 0)), (("prep", 0), ("pobj", 1))], ids=["ud", "clear"]
)
def test_phrase_takes_its_prepositional_part(case: tuple[str, int], noun: tuple[str, int]) -> None:
    doc = make(
        [
            ("officials", 3, "nsubj", "NOUN"),
            ("from", case[1], case[0], "ADP"),
            ("Beijing", noun[1], noun[0], "PROPN"),
            ("said", 3, "ROOT", "VERB"),
        ]
    )
    assert syntax.phrase(doc[0]) == (0, 3)
    assert syntax.preposition(doc[2]) == "from"


def test_phrase_has_title_and_name_but_no_apposition_and_no_day() -> None:
    doc = make(
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
    start, end = syntax.phrase(doc[5])
    assert doc[start:end].text == "Defense Minister Sergei Shoigu"


def test_a_doc_without_a_parse_gives_nothing() -> None:
    doc = spacy.blank("en")("Putin said so.")
    assert syntax.subject(doc[1]) is None
    assert syntax.agent(doc[1]) is None
    assert syntax.own_subject(doc[1]) is None
