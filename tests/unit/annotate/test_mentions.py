"""Descriptions and pronouns lead to the right entity, or to none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.coref.antecedents import Discourse, choices
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import read_evidence
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

CHEN = (
    "Maria|PROPN|3|nsubj Chen|PROPN|1|flat opposed|VERB|0|root the|DET|5|det plan|NOUN|3|obj "
    ".|PUNCT|3|punct"
)
SHE_LEFT = "She|PRON|2|nsubj left|VERB|0|root early|ADV|2|advmod .|PUNCT|2|punct"
IDLE = "Rain|NOUN|2|nsubj fell|VERB|0|root .|PUNCT|2|punct"
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


def test_the_trust_is_the_body_of_that_name() -> None:
    doc = parsed(
        ["The|DET|3|det Harbour|PROPN|3|compound Trust|PROPN|4|nsubj met|VERB|0|root "
         "Acme|PROPN|4|obj .|PUNCT|4|punct",
         "The|DET|2|det trust|NOUN|3|nsubj voted|VERB|0|root .|PUNCT|3|punct"],
        ("Harbour Trust", "ORG"), ("Acme", "ORG"),
    )  # fmt: skip
    assert together(doc, "Harbour Trust", "The trust")


HARBOUR_TRUST = "{0}|PROPN|2|compound Trust|PROPN|3|nsubj met|VERB|0|root .|PUNCT|3|punct"
THE_TRUST = "The|DET|2|det trust|NOUN|3|nsubj voted|VERB|0|root .|PUNCT|3|punct"


def test_the_trust_is_the_only_one_of_that_name_however_far() -> None:
    harbour, river = (HARBOUR_TRUST.format(name) for name in ("Harbour", "River"))
    one = parsed([harbour, *[IDLE] * 20, THE_TRUST], ("Harbour Trust", "ORG"))
    assert together(one, "Harbour Trust", "The trust")
    two = parsed(
        [harbour, river, *[IDLE] * 20, THE_TRUST],
        ("Harbour Trust", "ORG"), ("River Trust", "ORG"),
    )  # fmt: skip
    assert clusters(two) == [{"Harbour Trust"}, {"River Trust"}]


COUNCIL = "A|DET|3|det {0}|PROPN|3|compound council|NOUN|4|nsubj met|VERB|0|root .|PUNCT|4|punct"
THE_COUNCIL = "The|DET|2|det council|NOUN|3|nsubj voted|VERB|0|root .|PUNCT|3|punct"


def test_the_council_is_the_only_one_of_a_place_though_named_later() -> None:
    orrin, tarn = (COUNCIL.format(name) for name in ("Orrin", "Tarn"))
    places = (("Orrin", "GPE"), ("Tarn", "GPE"))
    near = "Orrin|PROPN|2|nsubj slept|VERB|0|root .|PUNCT|2|punct"
    one = parsed([near, THE_COUNCIL, orrin], ("Orrin council", "ORG"), *places)
    assert together(one, "Orrin council", "The council")
    bodies = (("Orrin council", "ORG"), ("Tarn council", "ORG"))
    two = parsed([near, THE_COUNCIL, orrin, tarn], *bodies, *places)
    assert not any("The council" in cluster for cluster in clusters(two))


def test_the_bakery_whose_owner_is_named_is_the_bakery_and_not_the_owner() -> None:
    doc = parsed(
        ["Mermaid|PROPN|2|compound Bakery|PROPN|3|nsubj opened|VERB|0|root .|PUNCT|3|punct",
         "The|DET|2|det bakery|NOUN|4|nmod:poss ’s|PART|2|case owner|NOUN|6|nmod ,|PUNCT|4|punct "
         "Dole|PROPN|7|nsubj spoke|VERB|0|root .|PUNCT|7|punct"],
        ("Mermaid Bakery", "ORG"), ("Dole", "PERSON"),
    )  # fmt: skip
    assert together(doc, "Mermaid Bakery", "The bakery")
    assert not together(doc, "Mermaid Bakery", "The bakery’s owner, Dole")


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
