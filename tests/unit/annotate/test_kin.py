"""Relatives ("his daughter", "her mother"): by name, or by owner."""

import pytest

from tests.unit.annotate.coref_docs import CHEN, mentions, parsed, together

MET_MOTHER = "{}|PRON|2|nsubj met|VERB|0|root {}|POSS|4|nmod:poss {}|NOUN|2|obj .|PUNCT|2|punct"


def test_the_same_owner_and_words_are_the_same_person() -> None:
    talk = MET_MOTHER.format("She", "her", "mother")
    doc = parsed([CHEN, talk, talk], ("Maria Chen", "PERSON"))
    mothers = [one for one in mentions(doc) if one.span.of(doc.text) == "her mother"]
    assert len(mothers) == 2
    assert mothers[0].cluster == mothers[1].cluster


def test_kin_of_one_surname_is_who_is_meant() -> None:
    tom = CHEN.replace("Maria", "Tom")
    met = MET_MOTHER.format("She", "her", "father")
    doc = parsed([tom, CHEN, met], ("Maria Chen", "PERSON"), ("Tom Chen", "PERSON"))
    assert together(doc, "Tom Chen", "her father")
    assert not together(doc, "Tom Chen", "Maria Chen")


@pytest.mark.parametrize("often", [False, True])
def test_of_two_relatives_the_one_spoken_of_most_is_meant(often: bool) -> None:
    tom, ann = CHEN.replace("Maria", "Tom"), CHEN.replace("Maria", "Ann")
    met = MET_MOTHER.format("He", "his", "daughter")
    stories = [ann, *[CHEN] * (9 if often else 2), tom, met]
    people = ("Maria Chen", "PERSON"), ("Tom Chen", "PERSON"), ("Ann Chen", "PERSON")
    assert together(parsed(stories, *people), "Maria Chen", "his daughter") == often
