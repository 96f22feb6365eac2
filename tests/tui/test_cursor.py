"""The reading cursor, without a screen."""

import pytest

from reader.model.index import Annotations
from reader.tui.cursor import Position, ReadingCursor
from reader.tui.filters import Filter, needs_check


@pytest.fixture
def cursor(annotations: Annotations) -> ReadingCursor:
    return ReadingCursor(annotations)


def entity(annotations: Annotations, name: str) -> str:
    return next(e.id for e in annotations.entities.values() if e.name == name)


def start(annotations: Annotations) -> int:
    return annotations.article.body.start


def test_quotes_are_walked_to_both_ends(cursor: ReadingCursor, annotations: Annotations) -> None:
    walked = []
    while cursor.walk_quotes(1, start(annotations)):
        walked.append(cursor.position.quote)
    assert walked == list(range(13))
    assert cursor.position.quote == 12
    while cursor.walk_quotes(-1, start(annotations)):
        walked.append(cursor.position.quote)
    assert cursor.position.quote == 0


def test_walking_starts_from_what_is_on_screen(cursor: ReadingCursor) -> None:
    here = cursor.annotations.quotes[4].spans[0].start
    assert cursor.walk_quotes(1, here)
    assert cursor.position.quote == 4
    cursor.choose_nothing()
    assert cursor.walk_quotes(-1, here)
    assert cursor.position.quote == 3


def test_a_quote_brings_its_speaker(cursor: ReadingCursor, annotations: Annotations) -> None:
    cursor.choose_quote(0)
    assert cursor.position.entity == entity(annotations, "Maria Chen")
    cursor.choose_quote(3)
    assert cursor.position.entity is None  # officials are nobody that is known


def test_same_speaker(cursor: ReadingCursor) -> None:
    cursor.choose_quote(1)
    assert cursor.walk_speaker(1, 0)
    assert cursor.position.quote == 2
    assert cursor.walk_speaker(1, 0)
    assert cursor.position.quote == 5
    assert cursor.walk_speaker(-1, 0)
    assert cursor.position.quote == 2


def test_mentions_know_the_quote_around_them(
    cursor: ReadingCursor, annotations: Annotations
) -> None:
    reyes = entity(annotations, "Tom Reyes")
    he = next(
        n
        for n in annotations.mentions_of(reyes)
        if annotations.mentions[n].text == "he"
        and annotations.quotes_at(annotations.mentions[n].start)
    )
    cursor.choose_mention(he)
    assert cursor.position == Position(quote=5, mention=he, entity=reyes)


def test_mentions_stop_at_the_ends(cursor: ReadingCursor, annotations: Annotations) -> None:
    okafor = entity(annotations, "Ines Okafor")
    first, last = annotations.mentions_of(okafor)
    cursor.choose_mention(first)
    assert cursor.walk_mentions(1, 0)
    assert cursor.position.mention == last
    assert not cursor.walk_mentions(1, 0)
    assert cursor.position.mention == last


def test_nobody_chosen_walks_nowhere(cursor: ReadingCursor) -> None:
    assert not cursor.walk_mentions(1, 0)
    assert not cursor.walk_speaker(1, 0)


def test_nearest_mention_goes_round(cursor: ReadingCursor, annotations: Annotations) -> None:
    okafor = entity(annotations, "Ines Okafor")
    first, last = annotations.mentions_of(okafor)
    assert cursor.nearest_mention(okafor, 0) == first
    assert cursor.nearest_mention(okafor, annotations.mentions[first].start + 1) == last
    assert cursor.nearest_mention(okafor, annotations.article.body.end) == first


def test_a_wording_is_found_whatever_its_case(
    cursor: ReadingCursor, annotations: Annotations
) -> None:
    chen = entity(annotations, "Maria Chen")
    she = cursor.next_mention_as(chen, "she", 0)
    assert she is not None
    assert annotations.mentions[she].text == "She"
    again = cursor.next_mention_as(chen, "she", annotations.mentions[she].start)
    assert again is not None
    assert again > she
    assert cursor.next_mention_as(chen, "nobody", 0) is None


def test_a_character_with_two_marks_gives_the_name(
    cursor: ReadingCursor, annotations: Annotations
) -> None:
    text = annotations.article.text
    assert cursor.choose_at(text.index("he had asked"))
    assert cursor.position.mention is not None
    assert cursor.choose_at(text.index("asked for"))
    assert cursor.position.quote == 5
    assert cursor.position.mention is None
    assert not cursor.choose_at(text.index("voted"))
    assert cursor.position.quote == 5


def test_the_way_back(cursor: ReadingCursor) -> None:
    cursor.remember(cursor.position, 100)
    cursor.choose_quote(3)
    cursor.remember(cursor.position, 200)
    cursor.choose_quote(7)
    assert cursor.jump_back() == 200
    assert cursor.position.quote == 3
    assert cursor.jump_back() == 100
    assert cursor.position.quote is None
    assert cursor.jump_back() is None


def test_filter_and_solo_let_through_what_both_want(
    cursor: ReadingCursor, annotations: Annotations
) -> None:
    chen, reyes = entity(annotations, "Maria Chen"), entity(annotations, "Tom Reyes")
    cursor.set_filter(Filter(kind="indirect"), None)
    assert list(cursor.visible) == [1, 2, 3, 7, 9]
    cursor.set_filter(Filter(kind="indirect"), reyes)
    assert list(cursor.visible) == [1, 2]
    cursor.set_filter(Filter(speaker=chen, confidence="unsure"), None)
    assert list(cursor.visible) == [4]
    cursor.set_filter(Filter(group="People"), None)
    assert len(cursor.visible) == 9
    cursor.set_filter(Filter(), None)
    assert len(cursor.visible) == 13
    assert not cursor.is_filtered


def test_the_walk_keeps_to_what_is_let_through(cursor: ReadingCursor) -> None:
    cursor.set_filter(Filter(confidence="unsure"), None)
    assert cursor.walk_quotes(1, 0)
    assert cursor.position.quote == 4
    assert cursor.walk_quotes(1, 0)
    assert cursor.position.quote == 10
    assert not cursor.walk_quotes(1, 0)


def test_what_needs_a_check(annotations: Annotations) -> None:
    assert [n for n, q in enumerate(annotations.quotes) if needs_check(q)] == [4, 10]


def test_a_filter_says_what_it_does(annotations: Annotations) -> None:
    chosen = Filter(entity(annotations, "Maria Chen"), "People", "direct", "unsure")
    assert chosen.describe(annotations) == "Maria Chen · People · direct · to check"
    assert Filter().describe(annotations) == ""
    assert chosen.toggled_unsure().confidence == "any"
