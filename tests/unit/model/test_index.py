import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reader.model.index import Annotations
from reader.model.layer import Entity, Mention
from reader.model.spans import SpanIndex
from reader.model.text import Span
from tests import samples

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda s: Span(s[0], s[0] + s[1])),
    max_size=90,
).map(lambda spans: sorted(spans, key=lambda s: (s.start, -s.end)))


@given(SPANS, st.integers(0, 110), st.integers(1, 30))
def test_spans_touching_a_range_are_those_a_plain_search_finds(
    spans: list[Span], start: int, length: int
) -> None:
    end = start + length
    found = list(SpanIndex(spans).touching(start, end))
    assert found == [n for n, s in enumerate(spans) if s.start < end and s.end > start]


def annotations() -> Annotations:
    return Annotations(samples.article(), samples.layer())


def test_nested_quotes_are_found_from_the_outside_in() -> None:
    known = annotations()
    inside = samples.place("never")[0]
    assert [known.quotes[n].spans[0].text for n in known.quotes_at(inside)] == [
        "“Tom Reyes told me ‘never’,”",
        "‘never’",
    ]


def test_the_second_part_of_a_split_quote_is_the_quote() -> None:
    known = annotations()
    assert known.quotes_at(samples.place("meant")[0]) == [1]
    assert known.quotes_in(*samples.place("said, “and")) == [1]
    assert known.quotes_at(samples.place("she said")[0]) == []


def test_counts_and_forms_of_an_entity() -> None:
    known = annotations()
    assert (known.counts("e1").mentions, known.counts("e1").quotes) == (4, 2)
    assert known.forms_of("e2") == [
        ("Tom Reyes", "name", 1),
        ("he meant", "pronoun", 1),
        ("Reyes", "name", 1),
    ]
    assert ("the chair", "nominal", 1) in known.forms_of("e1")


def test_mentions_in_a_range_include_those_that_only_reach_into_it() -> None:
    known = annotations()
    start, end = samples.place("Chen said")
    assert [known.mentions[n].text for n in known.mentions_in(start, end)] == ["Maria Chen"]


def test_mentions_that_are_not_worth_showing_are_left_out_and_the_others_stay() -> None:
    layer = samples.layer()
    start, end = samples.place("never")
    thing = Entity(id="e-thing", type="MISC", name="never")
    mention = Mention(
        id="m-thing", start=start, end=end, text="never",
        form="nominal", entity=thing.id, confidence=0.7, rule="description",
    )  # fmt: skip
    more = msgspec.structs.replace(
        layer, entities=(thing, *layer.entities), mentions=(mention, *layer.mentions)
    )
    known = Annotations(samples.article(), more)
    assert thing.id not in known.entities
    assert list(known.mentions) == sorted(layer.mentions, key=lambda m: (m.start, -m.end))
    assert mention in known.layer.mentions
