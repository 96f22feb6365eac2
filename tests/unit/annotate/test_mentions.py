"""Descriptions, "I" and whole documents: what becomes a mention, and of whom."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.entities import find_entities
from reader.annotate.mentions import find_mentions
from tests.unit.annotate.coref_docs import (
    BLANK,
    clusters,
    entities,
    mentions,
    names,
    parsed,
    say,
    together,
)


def test_i_in_a_quote_is_its_speaker_and_outside_nobody_by_name() -> None:
    quote = (
        "“|PUNCT|3|punct I|PRON|3|nsubj agree|VERB|6|ccomp ”|PUNCT|3|punct Ann|PROPN|6|nsubj "
        "said|VERB|0|root .|PUNCT|6|punct"
    )
    doc = parsed([quote], ("Ann", "PERSON"))
    assert clusters(say(doc, "“I agree”", "Ann")) == [{"I", "Ann"}]
    assert clusters(parsed([quote], ("Ann", "PERSON"))) == [{"Ann"}]


def test_who_speaks_matters_even_without_a_name_and_once() -> None:
    doc = parsed(
        ["“|PUNCT|3|punct It|PRON|3|nsubj rains|VERB|7|ccomp ”|PUNCT|3|punct a|DET|6|det "
         "farmer|NOUN|7|nsubj said|VERB|0|root .|PUNCT|7|punct"],
    )  # fmt: skip
    assert clusters(doc) == []
    assert clusters(say(doc, "“It rains”", "a farmer")) == [{"a farmer"}]


def test_the_pair_is_the_two_named_together() -> None:
    doc = parsed(
        ["Russia|PROPN|4|nsubj and|CCONJ|3|cc China|PROPN|1|conj met|VERB|0|root .|PUNCT|4|punct",
         "The|DET|2|det pair|NOUN|3|nsubj agreed|VERB|0|root .|PUNCT|3|punct"],
        ("Russia", "GPE"), ("China", "GPE"),
    )  # fmt: skip
    assert together(doc, "Russia and China", "The pair")


ROLES = [
    "Gen.|PROPN|2|compound Wu|PROPN|4|nsubj Li|PROPN|2|flat met|VERB|0|root John|PROPN|4|obj "
    "Ray|PROPN|5|flat ,|PUNCT|9|punct vice|NOUN|9|compound chairman|NOUN|5|appos of|ADP|11|case "
    "Acme|PROPN|9|nmod .|PUNCT|4|punct",
    "The|DET|3|det vice|NOUN|3|compound chairman|NOUN|4|nsubj spoke|VERB|0|root .|PUNCT|4|punct",
    "The|DET|2|det general|NOUN|3|nsubj left|VERB|0|root .|PUNCT|3|punct",
    "The|DET|2|det chairman|NOUN|3|nsubj stayed|VERB|0|root .|PUNCT|3|punct",
]


def test_titles_and_appositions_are_what_descriptions_mean() -> None:
    doc = parsed(ROLES, ("Wu Li", "PERSON"), ("John Ray", "PERSON"), ("Acme", "ORG"))
    described = "John Ray, vice chairman of Acme"
    assert together(doc, described, "The vice chairman")
    assert together(doc, "Gen. Wu Li", "The general")
    assert not together(doc, described, "The chairman")
    assert "John Ray" in entities(doc)


def test_an_office_named_first_is_whom_the_next_paragraph_introduces() -> None:
    doc = parsed(
        ["Ruritania|PROPN|3|nmod:poss ’s|PART|1|case president|NOUN|4|nsubj spoke|VERB|0|root "
         ".|PUNCT|4|punct",
         "Rudolf|PROPN|3|nsubj Elphberg|PROPN|1|flat welcomed|VERB|0|root John|PROPN|3|obj "
         "Ray|PROPN|4|flat .|PUNCT|3|punct"],
        ("Ruritania", "GPE"), ("Rudolf Elphberg", "PERSON"), ("John Ray", "PERSON"), gap="\n\n",
    )  # fmt: skip
    assert together(doc, "Ruritania’s president", "Rudolf Elphberg")


def test_an_office_is_not_given_to_somebody_of_another_office() -> None:
    doc = parsed(
        ["Ruritania|PROPN|3|nmod:poss ’s|PART|1|case president|NOUN|4|nsubj spoke|VERB|0|root "
         ".|PUNCT|4|punct",
         "Minister|NOUN|2|compound Rudolf|PROPN|4|nsubj Elphberg|PROPN|2|flat agreed|VERB|0|root "
         ".|PUNCT|4|punct"],
        ("Ruritania", "GPE"), ("Rudolf Elphberg", "PERSON"), gap="\n\n",
    )  # fmt: skip
    assert clusters(doc) == [{"Ruritania"}, {"Minister Rudolf Elphberg"}]


def test_a_possessive_ends_before_its_s() -> None:
    doc = names("Putin’s plan", ("Putin’s", "PERSON"))
    assert clusters(doc) == [{"Putin"}]


def test_an_interview_without_quotation_marks() -> None:
    ask = "Why|ADV|4|advmod did|AUX|4|aux you|PRON|4|nsubj leave|VERB|0|root ?|PUNCT|4|punct"
    tell = "I|PRON|2|nsubj left|VERB|0|root .|PUNCT|2|punct"
    opening = (
        "We|PRON|2|nsubj interview|VERB|0|root Maria|PROPN|2|obj Chen|PROPN|3|flat .|PUNCT|2|punct"
    )
    doc = parsed([opening, *[ask, tell] * 3], ("Maria Chen", "PERSON"), gap="\n\n")
    assert {"Maria Chen", "I", "you"} in clusters(doc)


def test_mentions_are_in_order_and_numbered_from_nought() -> None:
    doc = parsed(ROLES, ("Wu Li", "PERSON"), ("John Ray", "PERSON"), ("Acme", "ORG"))
    found = mentions(doc)
    keys = [(one.span.start, -one.span.end) for one in found]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert sorted({one.cluster for one in found}) == list(range(len(find_entities(doc))))


def test_an_empty_doc_has_none() -> None:
    assert mentions(names("")) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from('HeshTit AnnLe’s"“”.,\n()\t\u200b\u202eé漢😀́'), max_size=80),
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), max_size=4),
)
def test_any_text_with_any_names_keeps_inside_it(text: str, marks: list[tuple[int, int]]) -> None:
    doc = BLANK.make_doc(text)
    last = 0
    spans = []
    for gap, length in marks:
        start, end = last + gap, last + gap + length
        if end > len(doc):
            break
        spans.append(doc[start:end])
        spans[-1].label_ = ("PERSON", "ORG", "GPE", "NORP")[length]
        last = end
    doc.ents = tuple(spans)
    doc._.mentions = find_mentions(doc)
    for mention in doc._.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
    assert len(find_entities(doc)) == len({one.cluster for one in doc._.mentions})
