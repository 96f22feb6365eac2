"""Who "I" and "you" are where nothing is in quotation marks."""

import pytest

from tests.unit.annotate.coref_docs import mentions, parsed, say, together

LEE = ("Ann Lee", "PERSON")
NAME = "Ann|PROPN|0|root Lee|PROPN|1|flat {}|PUNCT|1|punct"
SAYS = "I|PRON|2|nsubj agree|VERB|0|root .|PUNCT|2|punct"
ASKS = "Do|AUX|3|aux you|PRON|3|nsubj agree|VERB|0|root ?|PUNCT|3|punct"
TALK = [ASKS, SAYS] * 3
MEETS = (
    "Reporters|NOUNS|2|nsubj interviewed|VERB|0|root Ann|PROPN|2|obj Lee|PROPN|3|flat "
    ".|PUNCT|2|punct"
)


def test_a_name_that_stands_alone_says_who_speaks_next() -> None:
    doc = parsed([NAME.format("."), SAYS], LEE, gap="\n\n")
    assert together(doc, "Ann Lee", "I")


def test_nobody_is_known_to_speak_after_a_name_in_a_sentence() -> None:
    met = "We|PRON|2|nsubj met|VERB|0|root Ann|PROPN|2|obj Lee|PROPN|3|flat .|PUNCT|2|punct"
    assert not together(parsed([met, SAYS], LEE, gap="\n\n"), "Ann Lee", "I")


def test_who_is_interviewed_answers_and_is_asked() -> None:
    doc = parsed([MEETS, *TALK], LEE, gap="\n\n")
    assert together(doc, "Ann Lee", "I")
    assert together(doc, "Ann Lee", "you")


def test_of_two_who_are_interviewed_neither_is_taken() -> None:
    both = MEETS.replace(
        ".|PUNCT|2|punct", "and|CCONJ|6|cc Bob|PROPN|3|conj Ray|PROPN|6|flat .|PUNCT|2|punct"
    )
    doc = parsed([both, *TALK], LEE, ("Bob Ray", "PERSON"), gap="\n\n")
    assert not together(doc, "Ann Lee", "I")
    assert not together(doc, "Bob Ray", "I")


def test_who_is_called_is_spoken_to() -> None:
    calls = (
        "Mr.|PROPN|2|compound Ray|PROPN|5|vocative ,|PUNCT|2|punct you|PRON|5|nsubj "
        "begin|VERB|0|root .|PUNCT|5|punct"
    )
    assert together(parsed([calls], ("Ray", "PERSON"), gap="\n\n"), "Mr. Ray", "you")


def test_who_says_a_name_that_is_known_tells_the_story() -> None:
    told = "I|PRON|3|nsubj am|AUX|3|cop Ann|PROPN|0|root Lee|PROPN|3|flat .|PUNCT|3|punct"
    left = "Lee|PROPN|2|nsubj left|VERB|0|root .|PUNCT|2|punct"
    doc = parsed([told, SAYS, left], LEE, ("Lee", "PERSON"), gap="\n\n")
    assert together(doc, "Ann Lee", "I")


def test_the_author_is_named_behind_by() -> None:
    by = "Remarks|NOUNS|0|root by|ADP|3|case Ann|PROPN|1|nmod Lee|PROPN|3|flat"
    assert together(parsed([by, SAYS], LEE, gap="\n\n"), "Ann Lee", "I")


LONG = " ".join(["I|PRON|2|nsubj agree|VERB|0|root", *["greatly|ADV|2|advmod"] * 45])


def test_who_greets_with_a_name_tells_the_rest_though_others_are_met() -> None:
    hello = (
        "Hey|ADV|4|discourse it|PRON|4|nsubj ’s|AUX|4|cop Ann|PROPN|0|root I|PRON|6|nsubj "
        "left|VERB|4|parataxis"
    )
    doc = parsed([hello, *TALK, LONG], ("Ann", "PERSON"), gap="\n\n")
    found = mentions(doc)
    ann = next(one.cluster for one in found if one.span.of(doc.text) == "Ann")
    # The others' "I", one a turn, is said of nobody else and so is no mention.
    said = [one.cluster for one in found if one.span.of(doc.text) == "I"]
    assert said == [ann, ann]


def test_a_name_once_after_it_is_no_introduction_without_a_greeting() -> None:
    met = "Then|ADV|4|advmod it|PRON|4|nsubj ’s|AUX|4|cop Ann|PROPN|0|root"
    assert not together(parsed([met, SAYS], ("Ann", "PERSON"), gap="\n\n"), "Ann", "I")


def test_a_title_in_capitals_and_a_colon_give_the_word_to_its_holder() -> None:
    meets = (
        "President|PROPN|2|compound Lee|PROPN|3|nsubj met|VERB|0|root reporters|NOUNS|3|obj "
        ".|PUNCT|3|punct"
    )
    label = "{}|DET|2|det {}|NOUN|0|root :|PUNCT|2|punct"
    people = ("Lee", "PERSON")
    doc = parsed([meets, label.format("THE", "PRESIDENT"), SAYS], people, gap="\n\n")
    assert together(doc, "President Lee", "I")
    doc = parsed([meets, label.format("the", "president"), SAYS], people, gap="\n\n")
    assert not together(doc, "President Lee", "I")


def test_who_made_the_picture_is_not_interviewed() -> None:
    credit = "Image|NOUN|0|root :|PUNCT|1|punct Bob|PROPN|1|appos Ray|PROPN|3|flat"
    doc = parsed([credit, MEETS, *TALK], LEE, ("Bob Ray", "PERSON"), gap="\n\n")
    assert together(doc, "Ann Lee", "I")


def test_a_first_question_may_lack_its_mark() -> None:
    called = "Bob|PROPN|3|nsubj Ray|PROPN|1|flat called|VERB|0|root me|PRON|3|obj"
    opening = [MEETS, ASKS.replace(" ?|PUNCT|3|punct", ""), called]
    doc = parsed([*opening, *TALK], LEE, ("Bob Ray", "PERSON"), gap="\n\n")
    assert together(doc, "Ann Lee", "me")


def test_two_who_are_interviewed_are_we() -> None:
    both = MEETS.replace(
        ".|PUNCT|2|punct", "and|CCONJ|6|cc Bob|PROPN|3|conj Ray|PROPN|6|flat .|PUNCT|2|punct"
    )
    met = "We|PRON|2|nsubj met|VERB|0|root and|CCONJ|5|cc I|PRON|5|nsubj stayed|VERB|2|conj"
    doc = parsed([both, ASKS, met, ASKS, SAYS], LEE, ("Bob Ray", "PERSON"), gap="\n\n")
    assert together(doc, "Ann Lee and Bob Ray", "We")
    assert not together(doc, "Ann Lee", "I")


@pytest.mark.parametrize("noun", ["spokesman", "director"])
def test_who_speaks_for_a_body_means_it_by_we(noun: str) -> None:
    quote = (
        "“|PUNCT|3|punct We|PRON|3|nsubj agree|VERB|8|ccomp ”|PUNCT|3|punct Acme|PROPN|6|compound "
        f"{noun}|NOUN|7|compound Bob|PROPN|8|nsubj said|VERB|0|root .|PUNCT|8|punct"
    )
    doc = say(parsed([quote], ("Acme", "ORG"), ("Bob", "PERSON")), "“We agree”", "Bob")
    assert together(doc, "Acme", "We") == (noun == "spokesman")


@pytest.mark.parametrize("word", ["as|ADP|3|case", "very|ADV|3|advmod"])
def test_we_are_the_people_whom_the_speaker_is_one_of(word: str) -> None:
    hope = f"We|PRON|4|nsubj {word} Danes|PROPN|1|nmod hope|VERB|0|root .|PUNCT|4|punct"
    ours = "Our|POSS|2|nmod:poss time|NOUN|3|nsubj came|VERB|0|root .|PUNCT|3|punct"
    doc = parsed([hope, ours], ("Danes", "NORP"), gap="\n\n")
    assert together(doc, "Danes", "Our") == word.startswith("as")
