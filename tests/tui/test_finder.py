from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Article
from reader.model.text import Span
from reader.tui.finder import Finder, first_from


def found(text: str, words: str) -> list[str]:
    article = Article(text, Span(0, len(text)))
    return [span.of(text) for span in Finder(article).find(words)]


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
    finder = Finder(Article(text, Span(5, len(text))))
    assert list(finder.find("date")) == [Span(9, 13)]


def test_first_from_a_place() -> None:
    spans = [Span(3, 5), Span(10, 12)]
    assert first_from(spans, 0) == 0
    assert first_from(spans, 4) == 1
    assert first_from(spans, 11) == 0
    assert first_from([], 4) is None


@given(st.text(max_size=40), st.text(min_size=1, max_size=2))
def test_every_span_is_as_long_as_the_words(text: str, words: str) -> None:
    article = Article(text, Span(0, len(text)))
    for span in Finder(article).find(words):
        assert span.end - span.start == len(words)
        assert 0 <= span.start < span.end <= len(text)
