"""Which body "the trust", "the council" or "the bakery" means."""

from tests.unit.annotate.coref_docs import IDLE, clusters, parsed, together


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
