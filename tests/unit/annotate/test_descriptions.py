"""What descriptions mean: offices, relatives, bodies and countries."""

import pytest

from tests.unit.annotate.coref_docs import clusters, parsed, say, together

LEE = ("Ann Lee", "PERSON")
ANN = "Ann|PROPN|3|nsubj Lee|PROPN|1|flat"
LEFT = f"{ANN} left|VERB|0|root .|PUNCT|3|punct"
IDLE = "Rain|NOUN|2|nsubj fell|VERB|0|root .|PUNCT|2|punct"


@pytest.mark.parametrize(
    "rest",
    [
        "became|VERB|0|root a|DET|5|det judge|NOUN|3|xcomp",
        "served|VERB|0|root as|ADP|6|case a|DET|6|det judge|NOUN|3|obl",
        "named|VERB|0|root was|AUX|3|aux:pass a|DET|6|det judge|NOUN|3|xcomp",
    ],
)
def test_what_somebody_becomes_serves_as_or_is_named_is_the_person(rest: str) -> None:
    assert together(parsed([f"{ANN} {rest}"], LEE), "Ann Lee", "a judge")


def test_whom_others_appoint_is_the_office_and_not_who_appoints() -> None:
    appoint = (
        f"{ANN} appointed|VERB|0|root Bob|PROPN|3|obj Ray|PROPN|4|flat a|DET|7|det "
        "judge|NOUN|3|xcomp"
    )
    doc = parsed([appoint], LEE, ("Bob Ray", "PERSON"))
    assert together(doc, "Bob Ray", "a judge")
    assert not together(doc, "Ann Lee", "a judge")


def test_what_somebody_plainly_is_names_nobody_anew() -> None:
    is_judge = f"{ANN.replace('|3|', '|5|')} is|AUX|5|cop a|DET|5|det judge|NOUN|0|root"
    assert not together(parsed([is_judge], LEE), "Ann Lee", "a judge")


HIS = "{}|POSS|2|nmod:poss {}|NOUN|3|nsubj spoke|VERB|0|root .|PUNCT|3|punct"
SON = (
    "Tom|PROPN|3|nsubj Lee|PROPN|1|flat met|VERB|0|root his|POSS|5|nmod:poss son|NOUN|3|obj "
    "Max|PROPN|5|flat Lee|PROPN|6|flat .|PUNCT|3|punct"
)
FAMILY = ("Tom Lee", "PERSON"), ("Max Lee", "PERSON")


@pytest.mark.parametrize("child", ["son", "boy"])
def test_his_son_is_whom_the_text_calls_so(child: str) -> None:
    # The pronoun is given by a quote, so that no ranker decides the test.
    doc = say(parsed([SON, HIS.format("My", child)], *FAMILY), f"My {child} spoke.", "Tom Lee")
    assert together(doc, "his son Max Lee", f"My {child}")


def test_the_father_of_a_son_is_his_father() -> None:
    doc = say(parsed([SON, HIS.format("My", "father")], *FAMILY), "My father spoke.", "Max Lee")
    assert together(doc, "Tom Lee", "My father")


def test_whoever_is_one_relative_is_not_another_by_surname() -> None:
    wife = SON.replace("son|", "wife|").replace("Max", "Mary")
    people = ("Tom Lee", "PERSON"), ("Mary Lee", "PERSON")
    doc = say(parsed([wife, HIS.format("My", "daughter")], *people), "My daughter", "Tom Lee")
    assert not together(doc, "his wife Mary Lee", "My daughter")


BOY = "A|DET|2|det boy|NOUN|3|compound Max|PROPN|5|nsubj Lee|PROPN|3|flat {0}|VERB|0|root"
KID = "The|DET|2|det {0}|NOUN|3|nsubj slept|VERB|0|root .|PUNCT|3|punct"


def test_the_kid_is_the_only_one_who_is_called_a_boy() -> None:
    first, second = BOY.format("left"), BOY.format("ran").replace("Max", "Tom")
    people = ("Max Lee", "PERSON"), ("Tom Lee", "PERSON")
    assert together(parsed([first, KID.format("kid")], *people), "A boy Max Lee", "The kid")
    assert together(parsed([first, KID.format("boy")], *people), "A boy Max Lee", "The boy")
    assert not together(parsed([first, KID.format("man")], *people), "A boy Max Lee", "The man")
    two = parsed([first, second, KID.format("kid")], *people)
    assert not any("The kid" in cluster for cluster in clusters(two))


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("denies|VERB|0|root", "defendant"),
        ("was|AUX|4|aux:pass charged|VERB|0|root", "suspect"),
        ("was|AUX|4|aux:pass killed|VERB|0|root", "victim"),
    ],
)
def test_what_is_done_to_somebody_tells_what_he_or_she_is_called(verb: str, noun: str) -> None:
    subject = ANN if "aux" not in verb else ANN.replace("|3|", "|4|")
    doc = parsed([f"{subject} {verb}", KID.format(noun)], LEE)
    assert together(doc, "Ann Lee", f"The {noun}")
    assert not together(parsed([LEFT, KID.format(noun)], LEE), "Ann Lee", f"The {noun}")


MET = "{0}|PROPN|2|nsubj met|VERB|0|root {1}|PROPN|2|obj .|PUNCT|2|punct"
THE = "The|DET|2|det {0}|NOUN|3|nsubj grew|VERB|0|root .|PUNCT|3|punct"


@pytest.mark.parametrize(
    ("noun", "label", "one", "other"),
    [("country", "GPE", "Italy", "France"), ("organization", "ORG", "Acme", "Initech")],
)
def test_the_only_one_named_near_is_meant(noun: str, label: str, one: str, other: str) -> None:
    text = [MET.format(one, one), THE.format(noun)]
    assert together(parsed(text, (one, label)), one, f"The {noun}")
    far = parsed([text[0], *[IDLE] * 5, text[1]], (one, label))
    assert not together(far, one, f"The {noun}")
    two = parsed([MET.format(one, other), text[1]], (one, label), (other, label))
    assert not any(f"The {noun}" in cluster for cluster in clusters(two))


def test_a_body_and_its_kind_side_by_side_are_the_body() -> None:
    group = "The|DET|3|det Acme|PROPN|3|compound {0}|NOUN|4|nsubj grew|VERB|0|root"
    named = MET.format("Acme", "Acme")
    assert together(parsed([named, group.format("group")], ("Acme", "ORG")), "Acme",
                    "The Acme group")  # fmt: skip
    assert not together(parsed([named, group.format("board")], ("Acme", "ORG")), "Acme",
                        "The Acme board")  # fmt: skip


def test_the_charity_is_the_fund() -> None:
    fund = "Lifeboat|PROPN|2|compound Fund|PROPN|3|nsubj met|VERB|0|root .|PUNCT|3|punct"
    doc = parsed([fund, THE.format("charity")], ("Lifeboat Fund", "ORG"))
    assert together(doc, "Lifeboat Fund", "The charity")
