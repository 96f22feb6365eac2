import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.model.display import safe


@given(st.text())
def test_nothing_that_drives_a_terminal_is_left_and_offsets_stay(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    left = {unicodedata.category(char) for char in shown.replace("\n", "")}
    assert not left & {"Cc", "Zl", "Zp"}
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_letters_of_all_scripts_are_left_alone() -> None:
    text = "naïve “quote” 北京 שלום 👩‍🚀 e\u0301"
    assert safe(text) == text
