"""Third person pronouns lead to whom they mean, or to nobody."""

import pytest

from reader.annotate.coref.antecedents import choices
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.discourse import Discourse
from reader.annotate.coref.evidence import read_evidence
from tests.unit.annotate.coref_docs import (
    CHEN,
    IDLE,
    SHE_LEFT,
    clusters,
    mentions,
    parsed,
    together,
)

HE_LEFT = SHE_LEFT.replace("She", "He")


@pytest.mark.parametrize("clear", [False, True])
def test_a_pronoun_is_the_subject_before_in_both_label_schemes(clear: bool) -> None:
    doc = parsed([CHEN, SHE_LEFT], ("Maria Chen", "PERSON"), clear=clear)
    assert together(doc, "Maria Chen", "She")
    (pronoun,) = [one for one in mentions(doc) if one.form == "pronoun"]
    assert pronoun.rule == "she: Maria Chen, subject in the sentence before"
    assert 0.3 < pronoun.confidence <= 1


def test_a_pronoun_of_the_other_gender_is_nobody() -> None:
    doc = parsed([CHEN, HE_LEFT], ("Maria Chen", "PERSON"))
    assert clusters(doc) == [{"Maria Chen"}]


def test_brothers_are_no_he() -> None:
    doc = parsed(
        ["Two|NUM|2|nummod brothers|NOUNS|3|nsubj came|VERB|0|root .|PUNCT|3|punct",
         "They|PRON|2|nsubj sat|VERB|0|root .|PUNCT|2|punct",
         "They|PRON|2|nsubj ate|VERB|0|root .|PUNCT|2|punct", *[IDLE] * 8, HE_LEFT],
    )  # fmt: skip
    assert not any("He" in cluster for cluster in clusters(doc))


def test_a_person_who_does_not_exist_is_nobody() -> None:
    none = "{}|DET|2|det aunt|NOUN|3|nsubj came|VERB|0|root .|PUNCT|3|punct"
    assert together(parsed([none.format("An"), SHE_LEFT]), "An aunt", "She")
    assert clusters(parsed([none.format("No"), SHE_LEFT])) == []


def test_who_was_mentioned_most_is_meant_from_afar_though_others_stand_near() -> None:
    near = "A|DET|2|det doctor|NOUN|3|nsubj came|VERB|0|root .|PUNCT|3|punct"
    doc = parsed([CHEN, SHE_LEFT, SHE_LEFT, *[IDLE] * 9, near, SHE_LEFT], ("Maria Chen", "PERSON"))
    evidence = read_evidence(doc)
    pronouns = [i for i, one in enumerate(evidence.candidates) if one.form == "pronoun"]
    discourse = Discourse(evidence)
    discourse.learn()
    for i in pronouns[:2]:
        evidence.clusters.join(i, 0, Link("", 1.0))
    for i in range(pronouns[2]):
        discourse.see(i)
    found = choices(pronouns[2], discourse)
    assert evidence.clusters.find(found[-1].mention) == 0
    assert len(found) == 2
    assert found[-1].overtaken == "far"


def test_it_rains() -> None:
    doc = parsed(
        ["NATO|PROPN|2|nsubj met|VERB|0|root .|PUNCT|2|punct",
         "It|PRON|2|expl seems|VERB|0|root that|SCONJ|5|mark rain|NOUN|5|nsubj falls|VERB|2|ccomp "
         ".|PUNCT|2|punct"],
        ("NATO", "ORG"),
    )  # fmt: skip
    assert clusters(doc) == [{"NATO"}]


def test_whom_the_subject_receives_is_not_the_subject() -> None:
    doc = parsed(
        ["Sergei|PROPN|3|nsubj Shoigu|PROPN|1|flat spoke|VERB|0|root .|PUNCT|3|punct",
         "Receiving|VERB|7|advcl General|PROPN|3|compound Zhang|PROPN|1|obj Youxia|PROPN|3|flat "
         ",|PUNCT|7|punct he|PRON|7|nsubj agreed|VERB|0|root .|PUNCT|7|punct"],
        ("Sergei Shoigu", "PERSON"), ("Zhang Youxia", "PERSON"),
    )  # fmt: skip
    assert together(doc, "Sergei Shoigu", "he")


def test_him_is_not_who_acts() -> None:
    doc = parsed(
        ["John|PROPN|3|nsubj Ray|PROPN|1|flat met|VERB|0|root him|PRON|3|obj .|PUNCT|3|punct"],
        ("John Ray", "PERSON"),
    )  # fmt: skip
    assert clusters(doc) == [{"John Ray"}]


def test_she_looks_around_herself_by_her() -> None:
    around = "{}|PROPN|2|nsubj looked|VERB|0|root {}|ADP|4|case her|PRON|2|obl .|PUNCT|2|punct"
    maria = ("Maria", "PERSON")
    assert together(parsed([around.format("Maria", "around")], maria), "Maria", "her")
    assert not together(parsed([around.format("Maria", "at")], maria), "Maria", "her")
