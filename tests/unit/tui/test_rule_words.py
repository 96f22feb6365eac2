from pathlib import Path

import pytest

from reader.paths import sample_articles
from reader.sources import list_articles, open_article
from reader.store.layers import load_layer_for
from reader.tui.rule_words import rule_words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("ccomp of find", "the clause that “find” reports"),
        ("ahead-parataxis of go on", "what stands before “go on”"),
        ("rest of ask", "what stands behind “ask”"),
        ("obj-rest of want", "from the object of “want” to the end of the sentence"),
        ("that-rest-cut of claim", "from “that” behind “claim” to a comma or dash"),
        ("xcomp-cut of want", "what stands with “want” and “to”, up to a comma or dash"),
        ("before of according", "the sentence before “according to”"),
        ("she: the chair, owner 2 sentences before",
         "“she” is taken for “the chair”: owner 2 sentences before"),
        ("it: It, subject later in the sentence",
         "“it” is taken for “It”: subject later in the sentence"),
        ("I in a quote of she", "“I” in words of “she”"),
        ("name", "a name"),
    ],
)  # fmt: skip
def test_a_rule_is_said_in_plain_words(rule: str, words: str) -> None:
    assert rule_words(rule) == words


@pytest.mark.parametrize("rule", ["surname of Maria Chen", "role of Rusk", "by hand", "", "x of y"])
def test_what_is_plain_or_of_another_program_is_left(rule: str) -> None:
    assert rule_words(rule) == rule


@pytest.mark.parametrize("path", list_articles(sample_articles()), ids=lambda path: path.stem)
def test_no_rule_for_reported_speech_reaches_a_reader_as_it_is(path: Path) -> None:
    layer = load_layer_for(open_article(path))
    assert layer is not None
    rules = {quote.rule for quote in layer.quotes if quote.kind == "indirect"}
    assert {rule for rule in rules if rule_words(rule) == rule} == set()
