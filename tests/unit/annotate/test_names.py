"""Which names are one person's, and which are not."""

import pytest

from reader.annotate.coref.lexicon import lexicon
from reader.annotate.coref.person_name import compatible
from tests.unit.annotate.coref_docs import clusters, names, together


def test_surname_and_given_name_alone_are_the_full_name() -> None:
    doc = names(
        "Maria Chen spoke. Chen left. Maria laughed.",
        ("Maria Chen", "PERSON"), ("Chen", "PERSON"), ("Maria", "PERSON"),
    )  # fmt: skip
    assert clusters(doc) == [{"Maria Chen", "Chen", "Maria"}]


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
        (("abdel", "fattah", "el", "sisi"), ("abdel", "sisi"), True),
        (("john", "smith", "jr"), ("john", "smith", "sr"), False),
        (("george", "w", "bush"), ("george", "h", "bush"), False),
        (("bill", "clinton"), ("hillary", "clinton"), False),
        (("ann", "lee"), ("ann", "ray"), False),
    ],
)
def test_full_names(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert compatible(one, other, lexicon()) is same


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


def test_another_name_is_given_across_a_date() -> None:
    doc = names(
        "Ann Lee (born May 1, 1980), better known as Cora Bell, spoke.",
        ("Ann Lee", "PERSON"), ("May 1, 1980", "DATE"), ("Cora Bell", "PERSON"),
    )  # fmt: skip
    assert together(doc, "Ann Lee", "Cora Bell")


def test_a_father_of_nearly_the_same_name_is_another() -> None:
    text = "Tom A. Lee, {}Tom Lee, spoke."
    people = ("Tom A. Lee", "PERSON"), ("Tom Lee", "PERSON")
    assert not together(names(text.format("son of "), *people), "Tom A. Lee", "Tom Lee")
    assert together(names(text.format("or "), *people), "Tom A. Lee", "Tom Lee")
