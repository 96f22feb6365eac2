import pytest

from reader.errors import SourceError
from reader.model.text import Span, decode, paragraphs, sha256


def test_line_ends_and_byte_order_mark_are_made_one_before_any_offset_exists() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n", "x") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        ("\ufeffDer Rat".encode("utf-16-le"), "is UTF-16, not UTF-8"),
        ("\ufeffDer Rat".encode("utf-16-be"), "is UTF-16, not UTF-8"),
        ("\ufeffDer Rat".encode("utf-32-le"), "is UTF-32, not UTF-8"),
        ("\ufeffDer Rat".encode("utf-32-be"), "is UTF-32, not UTF-8"),
        (b"caf\xe9 au lait", "is not UTF-8 (byte 3)"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "is a binary file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "is a binary file"),
    ],
)
def test_what_is_no_text_is_refused_with_one_line(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=r"^story\.txt") as caught:
        decode(data, "story.txt")
    assert said in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_escape_sequences_are_text_and_stay_in_it() -> None:
    assert decode(b"red \x1b[31malert\x1b[0m", "x") == "red \x1b[31malert\x1b[0m"


def test_hash_does_not_depend_on_the_line_ends_of_the_file() -> None:
    assert sha256(decode(b"a\r\nb", "x")) == sha256(decode(b"a\nb", "x"))


def test_paragraphs_are_the_lines_with_something_to_see() -> None:
    text = "head\n\none\n \ntwo \n"
    assert [text[a:b] for a, b in paragraphs(text, Span(5, len(text)))] == ["one", "two "]
