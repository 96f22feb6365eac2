import spacy
from spacy.language import Language


def starts(nlp: Language, text: str) -> list[tuple[str, bool | None]]:
    return [(token.text, token.is_sent_start) for token in nlp(text)]


def paragraphs() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsreader_paragraphs")
    return nlp


def test_a_sentence_starts_after_a_line_break() -> None:
    assert starts(paragraphs(), "Storm hits\n\nThe town") == [
        ("Storm", True),
        ("hits", None),
        ("\n\n", False),
        ("The", True),
        ("town", None),
    ]


def test_plain_spaces_start_nothing() -> None:
    assert [start for _, start in starts(paragraphs(), "The  town")] == [True, False, None]


def test_space_after_a_break_belongs_to_the_sentence_before() -> None:
    assert starts(paragraphs(), "a\n  b")[-1] == ("b", True)


def test_an_empty_text_is_no_error() -> None:
    assert starts(paragraphs(), "") == []


def test_no_sentence_begins_between_a_mark_and_its_word() -> None:
    assert starts(paragraphs(), 'The end." "Go on')[-5:] == [
        (".", None),
        ('"', False),
        ('"', None),
        ("Go", False),  # but perhaps at the mark that opens
        ("on", None),
    ]
