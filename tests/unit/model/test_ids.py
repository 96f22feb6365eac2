from reader.model.ids import IdMaker


def test_ids_depend_on_kind_text_and_occurrence_and_on_nothing_else() -> None:
    first, second = IdMaker(), IdMaker()
    second.make("m", "something before it")
    assert first.make("m", "he") == second.make("m", "he")
    assert first.make("m", "he") == second.make("m", "he")
    assert len({first.make("m", "she"), first.make("m", "she"), first.make("q", "she")}) == 3
