"""Who "I" and "you" are where nothing is in quotation marks."""

from tests.unit.annotate.coref_docs import parsed, together

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
