"""Which names are one body's, one place's or one country's, and which are not."""

from reader.annotate.coref.refs import city, country_code, seat_of
from tests.unit.annotate.coref_docs import clusters, names, together


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


def test_two_of_something_and_two_of_another_are_not_one() -> None:
    doc = names("Two came. Then Two left.", ("Two", "CARDINAL"))
    assert clusters(doc) == [{"Two"}, {"Two"}]


def test_a_team_is_called_by_the_end_of_its_name() -> None:
    doc = names(
        "The Ruritania Red Hawks won. The Red Hawks sang.",
        ("Ruritania Red Hawks", "ORG"), ("Red Hawks", "ORG"),
    )  # fmt: skip
    assert together(doc, "Ruritania Red Hawks", "Red Hawks")


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
