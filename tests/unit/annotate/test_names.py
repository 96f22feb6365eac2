"""Which names are one person's, one body's or one country's, and which are not."""

import pytest

from reader.annotate.coref.lexicon import lexicon
from reader.annotate.coref.person_name import compatible
from reader.annotate.coref.refs import city, country_code, seat_of
from tests.unit.annotate.coref_docs import clusters, mentions, names, parsed, together


def test_surname_and_given_name_alone_are_the_full_name() -> None:
    doc = names(
        "Maria Chen spoke. Chen left. Maria laughed.",
        ("Maria Chen", "PERSON"), ("Chen", "PERSON"), ("Maria", "PERSON"),
    )  # fmt: skip
    assert clusters(doc) == [{"Maria Chen", "Chen", "Maria"}]


def test_a_surname_is_found_where_the_recogniser_missed_it() -> None:
    doc = names("Maria Chen spoke. Then Chen left.", ("Maria Chen", "PERSON"))
    assert clusters(doc) == [{"Maria Chen", "Chen"}]


def test_two_clintons_stay_apart() -> None:
    doc = names(
        "Bill Clinton spoke. Hillary Clinton spoke. Clinton left.",
        ("Bill Clinton", "PERSON"), ("Hillary Clinton", "PERSON"), ("Clinton", "PERSON"),
    )  # fmt: skip
    assert not together(doc, "Bill Clinton", "Hillary Clinton")
    assert together(doc, "Hillary Clinton", "Clinton")  # named last


def test_a_title_tells_two_of_one_surname_apart() -> None:
    doc = names(
        "John Smith met Anna Smith. Mr. Smith bowed. Ms. Smith smiled.",
        ("John Smith", "PERSON"), ("Anna Smith", "PERSON"), ("Smith", "PERSON"),
    )  # fmt: skip
    assert together(doc, "John Smith", "Mr. Smith")
    assert together(doc, "Anna Smith", "Ms. Smith")
    assert not together(doc, "John Smith", "Anna Smith")


def test_a_bare_surname_is_not_that_of_the_wife() -> None:
    doc = names(
        "Tom Reyes came with his wife Ana Reyes. Reyes waved.",
        ("Tom Reyes", "PERSON"), ("Ana Reyes", "PERSON"), ("Reyes", "PERSON"),
    )  # fmt: skip
    assert together(doc, "Tom Reyes", "Reyes")


def test_a_surname_that_is_a_city_too() -> None:
    doc = names(
        "Valeska Paris spoke in Paris. Paris said no more.",
        ("Valeska Paris", "PERSON"), ("Paris", "GPE"),
    )  # fmt: skip
    texts = [sorted(cluster) for cluster in clusters(doc)]
    assert ["Paris", "Valeska Paris"] in texts
    assert ["Paris"] in texts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("donald", "j", "trump"), ("donald", "trump"), True),
        (("j", "smith"), ("john", "smith"), True),
        (("bill", "clinton"), ("william", "clinton"), True),
        (("abdel", "fattah", "el-sisi"), ("abdel", "sisi"), True),
        (("john", "smith", "jr"), ("john", "smith", "sr"), False),
        (("george", "w", "bush"), ("george", "h", "bush"), False),
        (("bill", "clinton"), ("hillary", "clinton"), False),
        (("ann", "lee"), ("ann", "ray"), False),
    ],
)
def test_full_names(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert compatible(one, other, lexicon()) is same


def test_abbreviations() -> None:
    doc = names(
        "The North Atlantic Treaty Organization (NATO) met. NATO rose. The World Health "
        "Organization warned. The WHO said so.",
        ("North Atlantic Treaty Organization", "ORG"), ("NATO", "ORG"),
        ("World Health Organization", "ORG"), ("WHO", "ORG"),
    )  # fmt: skip
    assert together(doc, "North Atlantic Treaty Organization", "NATO")
    assert together(doc, "World Health Organization", "WHO")
    assert not together(doc, "NATO", "WHO")


def test_short_forms_of_bodies() -> None:
    doc = names(
        "The Russian Defense Ministry spoke. The Defense Ministry knew. The Labour Party lost. "
        "Labour won before.",
        ("Russian Defense Ministry", "ORG"), ("Defense Ministry", "ORG"),
        ("Labour Party", "ORG"), ("Labour", "ORG"),
    )  # fmt: skip
    assert together(doc, "Russian Defense Ministry", "Defense Ministry")
    assert together(doc, "Labour Party", "Labour")


def test_a_short_form_of_two_bodies_is_neither() -> None:
    doc = names(
        "The Russian Defense Ministry met the Ukrainian Defense Ministry. The Defense Ministry "
        "was silent.",
        ("Russian Defense Ministry", "ORG"), ("Ukrainian Defense Ministry", "ORG"),
        ("Defense Ministry", "ORG"),
    )  # fmt: skip
    assert len(clusters(doc)) == 3


def test_one_country_by_many_names_and_two_koreas() -> None:
    doc = names(
        "The United States, the US, the U.S. and America met North Korea and South Korea.",
        ("United States", "GPE"), ("US", "GPE"), ("U.S.", "GPE"), ("America", "GPE"),
        ("North Korea", "GPE"), ("South Korea", "GPE"),
    )  # fmt: skip
    assert {"United States", "US", "U.S.", "America"} in clusters(doc)
    assert not together(doc, "North Korea", "South Korea")


def test_places_in_the_packages() -> None:
    assert country_code("the Russian Federation") == "RU"
    assert country_code("Georgia") is None  # the state or the country
    assert seat_of("Moscow") == "RU"
    assert seat_of("Singapore") is None
    moscow = city("Moscow", frozenset())
    assert moscow is not None
    assert moscow.number == 524901
    assert city("Springfield", frozenset()) is None  # too many


def test_a_name_that_a_longer_one_begins_with_is_found_in_it() -> None:
    doc = names(
        "Acme met. The Acme Science Fair opened.",
        ("Acme Science Fair", "EVENT"), ("Acme", "ORG"),
    )  # fmt: skip
    assert [m.span.of(doc.text) for m in mentions(doc)].count("Acme") == 2


def test_two_of_something_and_two_of_another_are_not_one() -> None:
    doc = names("Two came. Then Two left.", ("Two", "CARDINAL"))
    assert clusters(doc) == [{"Two"}, {"Two"}]


@pytest.mark.parametrize("words", ["alias", "also known as", "formerly"])
def test_other_names_that_the_text_gives(words: str) -> None:
    doc = names(
        f"Ann Lee, {words} Cora Bell, spoke.", ("Ann Lee", "PERSON"), ("Cora Bell", "PERSON")
    )
    assert together(doc, "Ann Lee", "Cora Bell")


def test_two_who_meet_are_not_one_by_another_name() -> None:
    doc = names(
        "Ann Lee, known to Cora Bell, spoke.", ("Ann Lee", "PERSON"), ("Cora Bell", "PERSON")
    )
    assert not together(doc, "Ann Lee", "Cora Bell")


def test_accents_honours_and_the_order_of_a_name_do_not_make_another_person() -> None:
    doc = names(
        "Ichiyō Higuchi OBE wrote. Higuchi Ichiyo is read.",
        ("Ichiyō Higuchi OBE", "PERSON"), ("Higuchi Ichiyo", "PERSON"),
    )  # fmt: skip
    assert together(doc, "Ichiyō Higuchi", "Higuchi Ichiyo")


def test_a_team_is_called_by_the_end_of_its_name() -> None:
    doc = names(
        "The Ruritania Red Hawks won. The Red Hawks sang.",
        ("Ruritania Red Hawks", "ORG"), ("Red Hawks", "ORG"),
    )  # fmt: skip
    assert together(doc, "Ruritania Red Hawks", "Red Hawks")


def test_an_era_is_no_body() -> None:
    doc = names("Acme was built in 480 BC and fell in the first century BC.", ("BC", "ORG"))
    assert mentions(doc) == ()


def test_a_name_neither_begins_with_of_nor_holds_two_people() -> None:
    doc = names(
        "The Earl of Orrin wrote to Ann Lee and Bob Ray.",
        ("of Orrin", "PERSON"),
        ("Ann Lee and Bob Ray", "PERSON"),
    )
    assert [one.span.of(doc.text) for one in mentions(doc)] == ["Orrin", "Ann Lee"]


def test_an_adjective_before_a_body_is_no_part_of_its_name() -> None:
    doc = parsed(
        ["national|ADJ|3|amod Coastal|PROPN|3|compound Fund|PROPN|4|nsubj pays|VERB|0|root"],
        ("national Coastal Fund", "ORG"),
    )
    assert [one.span.of(doc.text) for one in mentions(doc)] == ["Coastal Fund"]


def test_rulers_are_told_apart_by_their_numbers() -> None:
    doc = names(
        "Rudolf V met Rudolf Rassendyll. Rudolf IV had died. Then Rudolf V slept.",
        *((name, "PERSON") for name in ("Rudolf V", "Rudolf Rassendyll", "Rudolf IV")),
    )
    assert not together(doc, "Rudolf V", "Rudolf IV")
    assert not together(doc, "Rudolf V", "Rudolf Rassendyll")
    assert not together(doc, "Rudolf IV", "Rudolf Rassendyll")
    crowned = names("Rudolf V rode out. Rudolf fell.", ("Rudolf V", "PERSON"), ("Rudolf", "PERSON"))
    assert together(crowned, "Rudolf V", "Rudolf")


def test_all_who_hold_an_office_are_no_body_unless_a_team_is_called_so() -> None:
    senators = ("Senators", "ORG")
    house = names("Acme wrote to Senators. Senators slept.", senators, ("Acme", "ORG"))
    assert [one.span.of(house.text) for one in mentions(house)] == ["Acme"]
    team = names("Ottawa Senators won. The Senators sang.", ("Ottawa Senators", "ORG"), senators)
    assert together(team, "Ottawa Senators", "Senators")


def test_a_longer_name_begins_with_a_person_or_an_abbreviation() -> None:
    doc = names(
        "The James Webb Space Telescope won the BAFTA Award.",
        ("James Webb Space Telescope", "PRODUCT"), ("BAFTA Award", "WORK_OF_ART"),
    )  # fmt: skip
    assert {"James Webb"} in clusters(doc)
    assert {"BAFTA"} in clusters(doc)


def test_a_nickname_in_quotes_parts_no_name() -> None:
    doc = parsed(
        ["Eustace|PROPN|5|nsubj “|PUNCT|3|punct Shorty|PROPN|1|flat ”|PUNCT|3|punct "
         "Bragg|PROPN|1|flat sang|VERB|0|root .|PUNCT|6|punct",
         "Bragg|PROPN|2|nsubj left|VERB|0|root .|PUNCT|2|punct"],
        ("Eustace", "GPE"), ("Bragg", "PERSON"),
    )  # fmt: skip
    assert clusters(doc) == [{"Eustace “Shorty” Bragg", "Bragg"}]


def test_whom_a_title_calls_is_one_person_each_time() -> None:
    doc = names("Mr. President, we met. Thank you, Mr. President. A president spoke.")
    assert clusters(doc) == [{"Mr. President", "you"}]


def test_a_noun_at_the_head_of_a_sentence_is_no_name() -> None:
    add = "Add|VERB|0|root iodine|NOUN|1|obj .|PUNCT|1|punct"
    helps = "Iodine|PROPN|2|nsubj helps|VERB|0|root .|PUNCT|2|punct"
    assert clusters(parsed([add, helps], ("Iodine", "ORG"))) == []
    assert clusters(parsed([helps], ("Iodine", "ORG"))) == [{"Iodine"}]


def test_a_country_before_a_body_has_many_names() -> None:
    doc = names(
        "The U.S. Congress met. The United States Congress voted. The French Congress slept.",
        ("U.S. Congress", "ORG"), ("United States Congress", "ORG"), ("French Congress", "ORG"),
    )  # fmt: skip
    assert together(doc, "U.S. Congress", "United States Congress")
    assert not together(doc, "U.S. Congress", "French Congress")


def test_a_house_of_something_is_the_house() -> None:
    doc = names(
        "The House of Representatives met. The House voted. The White House slept.",
        ("House of Representatives", "ORG"), ("White House", "ORG"), ("House", "ORG"),
    )  # fmt: skip
    assert together(doc, "House of Representatives", "House")
    assert not together(doc, "White House", "House")


def test_another_name_is_given_across_a_date() -> None:
    doc = names(
        "Ann Lee (born May 1, 1980), better known as Cora Bell, spoke.",
        ("Ann Lee", "PERSON"), ("May 1, 1980", "DATE"), ("Cora Bell", "PERSON"),
    )  # fmt: skip
    assert together(doc, "Ann Lee", "Cora Bell")


def test_two_titles_and_whose_they_are_stand_before_a_name() -> None:
    two = (
        "Israeli|ADJ|2|amod mathematician|NOUN|0|root and|CCONJ|4|cc writer|NOUN|2|conj "
        "Ann|PROPN|2|flat Lee|PROPN|5|flat"
    )
    assert clusters(parsed([two], ("Ann Lee", "PERSON"))) == [
        {"Israeli mathematician and writer Ann Lee"}
    ]


def test_a_coordination_of_names_is_a_name() -> None:
    met = (
        "Ann|PROPN|4|nsubj and|CCONJ|3|cc Bob|PROPN|1|conj met|VERB|0|root {}|PROPN|4|obj "
        "They|PRON|7|nsubj left|VERB|4|parataxis"
    )
    doc = parsed([met.format("Acme")], ("Ann", "PERSON"), ("Bob", "PERSON"), ("Acme", "ORG"))
    both = [one.form for one in mentions(doc) if one.span.of(doc.text) == "Ann and Bob"]
    assert both == ["name"]


def test_a_father_of_nearly_the_same_name_is_another() -> None:
    text = "Tom A. Lee, {}Tom Lee, spoke."
    people = ("Tom A. Lee", "PERSON"), ("Tom Lee", "PERSON")
    assert not together(names(text.format("son of "), *people), "Tom A. Lee", "Tom Lee")
    assert together(names(text.format("or "), *people), "Tom A. Lee", "Tom Lee")


def test_a_town_and_its_council_are_a_body() -> None:
    doc = names("The Orrin council met. Orrin slept.", ("Orrin", "GPE"))
    assert clusters(doc) == [{"Orrin council"}, {"Orrin"}]
    assert {"Italy"} in clusters(names("The Italy council met.", ("Italy", "GPE")))
