"""What each entity is called, its type and where it is known."""

from tests.unit.annotate.coref_docs import entities, names, parsed


def test_the_fullest_name_without_titles_and_the_others() -> None:
    doc = names(
        "President Vladimir Putin came. Putin spoke. Mr. Putin left.",
        ("Vladimir Putin", "PERSON"), ("Putin", "PERSON"),
    )  # fmt: skip
    (record,) = entities(doc).values()
    assert (record.type, record.name, record.aliases) == ("PERSON", "Vladimir Putin", ("Putin",))


def test_abbreviation_is_an_alias() -> None:
    doc = names(
        "The North Atlantic Treaty Organization (NATO) met.",
        ("North Atlantic Treaty Organization", "ORG"), ("NATO", "ORG"),
    )  # fmt: skip
    assert entities(doc)["North Atlantic Treaty Organization"].aliases == ("NATO",)


def test_countries_their_adjectives_and_towns_carry_identifiers() -> None:
    doc = names(
        "Russia and Chinese officials met in Moscow, far from Northport.",
        ("Russia", "GPE"), ("Chinese", "NORP"), ("Moscow", "GPE"), ("Northport", "GPE"),
    )  # fmt: skip
    found = entities(doc)
    assert found["Russia"].ref == "iso3166:RU"
    assert found["Chinese"].ref == "iso3166:CN"
    assert found["Moscow"].ref == "geonames:524901"


def test_a_capital_that_acts_stands_for_its_country_but_stays_a_place() -> None:
    doc = parsed(
        ["Moscow|PROPN|4|nsubj and|CCONJ|3|cc Beijing|PROPN|1|conj object|VERB|0|root "
         "to|ADP|6|case Russia|PROPN|4|obl .|PUNCT|4|punct"],
        ("Moscow", "GPE"), ("Beijing", "GPE"), ("Russia", "GPE"),
    )  # fmt: skip
    found = entities(doc)
    assert set(found) == {"Moscow", "Beijing", "Russia"}
    assert {name: record.ref for name, record in found.items()} == {
        "Moscow": "iso3166:RU", "Beijing": "iso3166:CN", "Russia": "iso3166:RU",
    }  # fmt: skip


def test_a_person_without_a_name_is_called_by_the_fullest_description() -> None:
    doc = parsed(
        ["A|DET|3|det young|ADJ|3|amod suspect|NOUN|4|nsubj fled|VERB|0|root .|PUNCT|4|punct",
         "The|DET|2|det suspect|NOUN|3|nsubj returned|VERB|0|root .|PUNCT|3|punct"],
    )  # fmt: skip
    (record,) = entities(doc).values()
    assert (record.type, record.name) == ("PERSON", "A young suspect")


def test_dates_are_entities_one_for_each_wording() -> None:
    doc = names("On Monday or Tuesday, not Monday.", ("Monday", "DATE"), ("Tuesday", "DATE"))
    assert [(r.type, r.name) for r in entities(doc).values()] == [
        ("DATE", "Monday"),
        ("DATE", "Tuesday"),
    ]


MET = "{}|DET|2|det {}|NOUN|3|nsubj met|VERB|0|root .|PUNCT|3|punct"


def test_any_alliance_is_no_organisation_but_the_alliance_is() -> None:
    any_one = parsed([MET.format("An", "alliance"), "It|PRON|2|nsubj grew|VERB|0|root"])
    assert [record.type for record in entities(any_one).values()] == ["MISC"]
    known = parsed([MET.format("An", "alliance"), MET.format("The", "alliance")])
    assert [record.type for record in entities(known).values()] == ["ORG"]


def test_it_is_nobody_and_she_is_somebody() -> None:
    two = "{0}|PRON|2|nsubj came|VERB|0|root .|PUNCT|2|punct"
    for word, kind in (("It", "MISC"), ("She", "PERSON")):
        doc = parsed([two.format(word), two.format(word)])
        assert [record.type for record in entities(doc).values()] == [kind]


def test_a_surname_keeps_the_office_that_introduces_it() -> None:
    doc = names("Judge Okon spoke. Okon left.", ("Okon", "PERSON"))
    (record,) = entities(doc).values()
    assert (record.name, record.aliases) == ("Judge Okon", ("Okon",))
    (plain,) = entities(names("Mr. Okon spoke. Okon left.", ("Okon", "PERSON"))).values()
    assert plain.name == "Okon"


def test_an_adjective_makes_no_fuller_name_of_what_is_mostly_called_without() -> None:
    often = "Acme grew. " * 6
    doc = names(f"The English Acme met. {often}", ("English Acme", "ORG"), ("Acme", "ORG"))
    (record,) = entities(doc).values()
    assert record.name == "Acme"


def test_a_type_is_what_the_whole_text_settles() -> None:
    town = "Santa Anna slept. " * 3
    doc = names(
        f"Antonio Lopez de Santa Anna left. {town}",
        ("Antonio Lopez de Santa Anna", "PERSON"), ("Santa Anna", "GPE"),
    )  # fmt: skip
    assert [record.type for record in entities(doc).values()] == ["PERSON"]
    judge = names(
        "Elizabeth Prelogar spoke. General Prelogar left.",
        ("Elizabeth Prelogar", "PERSON"), ("General Prelogar", "ORG"),
    )  # fmt: skip
    assert [record.type for record in entities(judge).values()] == ["PERSON"]
