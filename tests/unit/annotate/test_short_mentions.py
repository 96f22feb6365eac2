"""Short forms and what stands around names: Helix, Greg, United, the Dane, datelines, extents."""

import pytest

from tests.unit.annotate.coref_docs import (
    clusters,
    entities,
    mentions,
    names,
    parsed,
    say,
    together,
)

HELIX = (("Helix Mills", "ORG"), ("Helix", "ORG"))


def test_a_body_is_called_by_the_first_word_of_its_name() -> None:
    doc = names("Helix Mills fell. Then Helix rose.", *HELIX)
    assert clusters(doc) == [{"Helix Mills", "Helix"}]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Helix rose before Helix Mills did.", HELIX),  # Helix came first and may be another
        ("Helix Mills met Helix Farms. Helix fell.", (*HELIX, ("Helix Farms", "ORG"))),
        ("NASA Mills fell. Then NASA rose.", (("NASA Mills", "ORG"), ("NASA", "ORG"))),
        ("Senate Mills fell. The Senate rose.", (("Senate Mills", "ORG"), ("Senate", "ORG"))),
        ("Ann Helix owned Helix Mills. Then Helix rose.", (*HELIX, ("Ann Helix", "PERSON"))),
    ],
)  # fmt: skip
def test_a_first_word_that_may_be_something_else_is_apart(
    text: str, marks: tuple[tuple[str, str], ...]
) -> None:
    longer, short = marks[:2]
    assert not together(names(text, *marks), longer[0], short[0])


def test_a_name_within_its_own_longer_name_is_not_shown_twice() -> None:
    doc = names("Helix Mills fell. Then Helix rose.", *HELIX)
    assert [one.span.of(doc.text) for one in mentions(doc)] == ["Helix Mills", "Helix"]


def test_a_club_is_called_by_the_last_word_whatever_the_recogniser_takes_it_for() -> None:
    marks = (("Northfield United", "ORG"), ("Tarn United", "ORG"), ("United", "NORP"))
    one = names("Northfield United won. Fans of United sang.", *marks)
    assert clusters(one) == [{"Northfield United", "United"}]
    two = names("Northfield United beat Tarn United. Fans of United sang.", *marks)
    assert len(clusters(two)) == 3


def test_greg_is_gregory_if_only_one_is_called_so() -> None:
    marks = (("Gregory Vance", "PERSON"), ("Gregory Hill", "PERSON"), ("Greg", "PERSON"))
    one = names("Sir Gregory Vance quit. The board thanks Greg.", *marks)
    assert together(one, "Sir Gregory Vance", "Greg")
    two = names("Gregory Vance met Gregory Hill. The board thanks Greg.", *marks)
    assert len(clusters(two)) == 3


def test_what_is_told_of_by_which_is_the_company_and_not_its_founder() -> None:
    doc = names(
        "Caldwell Marine lost. Caldwell, which builds ferries, fell. Mr Caldwell wept.",
        ("Caldwell Marine", "ORG"), ("Caldwell", "PERSON"),
    )  # fmt: skip
    both = [one for one in clusters(doc) if "Caldwell Marine" in one]
    assert both == [{"Caldwell Marine", "Caldwell"}]
    assert not together(doc, "Caldwell Marine", "Mr Caldwell")


COACH = (
    "The|DET|3|det {}|ADJ|3|amod coach|NOUN|4|compound Tom|PROPN|6|nsubj Holm|PROPN|4|flat "
    "left|VERB|0|root .|PUNCT|6|punct"
)
THE_DANE = "The|DET|2|det {}|PROPN|3|nsubj spoke|VERB|0|root .|PUNCT|3|punct"


@pytest.mark.parametrize(
    ("country", "noun", "same"),
    [
        ("Danish", "Dane", True),
        ("young", "Dane", False),  # of whom no country is told
        ("French", "Dane", False),
        ("French", "Frenchwoman", False),
        ("American", "American", True),
    ],
)
def test_the_dane_is_who_is_danish(country: str, noun: str, same: bool) -> None:
    doc = parsed(
        [COACH.format(country), THE_DANE.format(noun)],
        ("Tom Holm", "PERSON"), (noun, "NORP"), (country, "NORP"),
    )  # fmt: skip
    home = [cluster for cluster in clusters(doc) if any("Tom Holm" in one for one in cluster)]
    assert len(home) == 1
    assert ("The " + noun in home[0]) == same


def test_a_dane_without_a_name_who_speaks_is_a_person() -> None:
    doc = parsed(
        ["“|PUNCT|3|punct It|PRON|3|nsubj rains|VERB|7|ccomp ”|PUNCT|3|punct the|DET|6|det "
         "Dane|PROPN|7|nsubj said|VERB|0|root .|PUNCT|7|punct"],
        ("the Dane", "NORP"),
    )  # fmt: skip
    assert entities(say(doc, "“It rains”", "the Dane"))["the Dane"].type == "PERSON"


SHARES = (
    "{0}|PROPN|6|{1} (|PUNCT|3|punct Wire|PROPN|1|appos )|PUNCT|3|punct -|PUNCT|1|punct "
    "opened|VERB|0|root its|POSS|8|nmod:poss gates|NOUN|6|obj .|PUNCT|6|punct"
)


def test_the_place_of_a_dateline_owns_nothing() -> None:
    marks = (("ORRIN", "GPE"), ("Wire", "ORG"))
    doc = parsed([SHARES.format("ORRIN", "dep")], *marks)
    assert not together(doc, "ORRIN", "its")
    plain = "Orrin|PROPN|2|nsubj opened|VERB|0|root its|POSS|4|nmod:poss gates|NOUN|2|obj"
    assert together(parsed([plain], ("Orrin", "GPE")), "Orrin", "its")


MET = (
    "{}|PROPN|2|compound {}|PROPN|3|nsubj met|VERB|0|root the|DET|6|det {}|PROPN|6|compound "
    "{}|PROPN|3|obj .|PUNCT|3|punct"
)
THE_FIRM = "The|DET|2|det firm|NOUN|3|nsubj agreed|VERB|0|root .|PUNCT|3|punct"


def test_the_firm_is_no_office_and_of_two_companies_neither() -> None:
    office = parsed(
        [MET.format("Helix", "Mills", "Fraud", "Office"), THE_FIRM],
        ("Helix Mills", "ORG"), ("Fraud Office", "ORG"),
    )  # fmt: skip
    assert together(office, "Helix Mills", "The firm")
    two = parsed(
        [MET.format("Helix", "Mills", "Tarn", "Steel"), THE_FIRM],
        ("Helix Mills", "ORG"), ("Tarn Steel", "ORG"),
    )  # fmt: skip
    assert clusters(two) == [{"Helix Mills"}, {"Tarn Steel"}]


def test_the_force_is_the_police() -> None:
    doc = parsed(
        ["Police|PROPN|3|nsubj Ruritania|PROPN|1|flat met|VERB|0|root Acme|PROPN|3|obj",
         THE_FIRM.replace("firm", "force")],
        ("Police Ruritania", "ORG"), ("Acme", "ORG"),
    )  # fmt: skip
    assert together(doc, "Police Ruritania", "The force")


HE_SAYS = (
    "“|PUNCT|3|punct He|PRON|3|nsubj ran|VERB|6|ccomp ”|PUNCT|3|punct Tom|PROPN|6|nsubj "
    "said|VERB|0|root .|PUNCT|6|punct"
)
TOM_LEFT = "Tom|PROPN|2|nsubj left|VERB|0|root .|PUNCT|2|punct"


def test_nobody_says_he_of_himself() -> None:
    doc = parsed([TOM_LEFT, HE_SAYS], ("Tom", "PERSON"))
    assert together(doc, "Tom", "He")  # as long as nobody is known to speak
    assert not together(say(doc, "“He ran”", "Tom", nth=1), "Tom", "He")


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("We|PRON|3|nsubj ran|VERB|6|ccomp", True),
        ("Our|POSS|3|nmod:poss boats|NOUNS|6|ccomp", True),
        ("Our|POSS|3|nmod:poss country|NOUN|6|ccomp", False),
    ],
)
def test_our_country_is_no_speakers_own(words: str, own: bool) -> None:
    doc = parsed(
        [f"“|PUNCT|3|punct {words} ”|PUNCT|3|punct Tom|PROPN|6|nsubj said|VERB|0|root"],
        ("Tom", "PERSON"),
    )
    quote = doc.text[: doc.text.index("”") + 1]
    first = words.partition("|")[0]
    assert together(say(doc, quote, "Tom"), "Tom", first) == own


def test_a_mention_begins_with_whose_it_is_and_ends_with_where() -> None:
    doc = parsed(
        ["Orrin|PROPN|3|nmod:poss ’s|PART|1|case Museum|PROPN|4|nsubj bought|VERB|0|root "
         "the|DET|6|det Abbey|PROPN|4|obj ,|PUNCT|8|punct Tarn|PROPN|6|appos .|PUNCT|4|punct"],
        ("Orrin", "GPE"), ("Museum", "ORG"), ("Abbey", "ORG"), ("Tarn", "GPE"),
    )  # fmt: skip
    shown = {one.span.of(doc.text) for one in mentions(doc)}
    assert shown == {"Orrin’s Museum", "Orrin", "Abbey, Tarn", "Tarn"}
