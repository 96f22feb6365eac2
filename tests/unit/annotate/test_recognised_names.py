"""What of the recogniser's entities is a name, where it begins and ends, and what it missed."""

from tests.unit.annotate.coref_docs import clusters, mentions, names, parsed, together


def test_a_surname_is_found_where_the_recogniser_missed_it() -> None:
    doc = names("Maria Chen spoke. Then Chen left.", ("Maria Chen", "PERSON"))
    assert clusters(doc) == [{"Maria Chen", "Chen"}]


def test_a_name_that_a_longer_one_begins_with_is_found_in_it() -> None:
    doc = names(
        "Acme met. The Acme Science Fair opened.",
        ("Acme Science Fair", "EVENT"), ("Acme", "ORG"),
    )  # fmt: skip
    assert [m.span.of(doc.text) for m in mentions(doc)].count("Acme") == 2


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


def test_a_town_and_its_council_are_a_body() -> None:
    doc = names("The Orrin council met. Orrin slept.", ("Orrin", "GPE"))
    assert clusters(doc) == [{"Orrin council"}, {"Orrin"}]
    assert {"Italy"} in clusters(names("The Italy council met.", ("Italy", "GPE")))
