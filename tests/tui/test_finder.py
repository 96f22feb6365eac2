import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Article
from reader.model.text import Span
from reader.tui import finder
from reader.tui.finder import Matches, Search


def search(text: str, words: str, body: Span | None = None) -> Search:
    done = Search(Article(text, body or Span(0, len(text))), words)
    while not done.is_done:
        done.step()
    return done


def found(text: str, words: str) -> list[str]:
    return [span.of(text) for span in search(text, words).matches]


def test_case_and_marks_do_not_matter() -> None:
    text = "The House’s ‘House’, a HOUSE; it’s “home”."
    assert found(text, "house") == ["House", "House", "HOUSE"]
    assert found(text, "it's") == ["it’s"]
    assert found(text, '"HOME"') == ["“home”"]


def test_letters_that_grow_in_lower_case_shift_nothing() -> None:
    assert found("İİ Ankara İ ankara", "ankara") == ["Ankara", "ankara"]


def test_nothing_is_found_for_nothing() -> None:
    assert found("words", "") == []
    assert found("two words", " ") == []


def test_only_the_body_is_searched() -> None:
    text = "date\nthe date"
    body = Span(5, len(text))
    assert list(search(text, "date", body).matches) == [Span(9, 13)]
    assert Search(Article(text, body), "date").first_from(0) == Span(9, 13)


def test_first_from_a_place() -> None:
    spans = Matches(2, [3, 10])
    assert spans.first_from(0) == 0
    assert spans.first_from(4) == 1
    assert spans.first_from(11) == 0
    assert Matches().first_from(4) is None


def test_sigmas_are_the_same_letter() -> None:
    assert found("ΟΔΟΣ οδος οδοσ", "οδος") == ["ΟΔΟΣ", "οδος", "οδοσ"]


@given(st.text(max_size=40), st.text(min_size=1, max_size=2))
def test_every_span_is_as_long_as_the_words(text: str, words: str) -> None:
    for span in search(text, words).matches:
        assert span.end - span.start == len(words)
        assert 0 <= span.start < span.end <= len(text)


@given(st.text("ab“’A ", max_size=60), st.text("ab'\"", min_size=1, max_size=3), st.integers(0, 60))
def test_pieces_find_what_the_whole_would(text: str, words: str, place: int) -> None:
    plain = text.replace("“", '"').replace("’", "'").lower()
    starts = [match.start() for match in re.finditer(re.escape(words), plain)]
    first = min((n for n in range(len(plain)) if plain.startswith(words, n)
                 and n >= place), default=plain.find(words))  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finder, "PIECE", 4)
        done = search(text, words)
        assert list(done.matches.starts) == starts
        place = min(place, len(text))
        found_first = done.first_from(place)
        assert (found_first.start if found_first else -1) == first
