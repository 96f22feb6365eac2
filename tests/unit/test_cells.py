"""What the terminal gets for each character of an article."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from reader.cells import clusters, fit, is_plain, safe

TRICKY = (
    "\t\x00\x1b\x7f\x85\u200b\u200c\u200d\u200e\u2028\u202e\u2066\u2069\ufeff\u00ad\ufe0f\ufe0e"
    "\u0301\u20e3\u1160\u3164\ud800\U000e0067\U0001f3fd\U0001f1ec\U0001f1e7👩❤♂漢한é1a “—"
)
texts = st.text(alphabet=st.one_of(st.sampled_from(TRICKY), st.characters()), max_size=30)


def test_plain_characters_take_one_cell_and_are_harmless() -> None:
    for code in range(0x3000):
        character = chr(code)
        if is_plain(character):
            assert get_character_cell_size(character) == 1, hex(code)
            assert unicodedata.category(character)[0] not in "CM", hex(code)
            assert safe(character) == character


@given(texts)
def test_clusters_leave_no_gap_and_add_up(text: str) -> None:
    parts = list(clusters(text))
    assert [part.start for part in parts] == [0, *(part.end for part in parts)][: len(parts)]
    assert not parts or parts[-1].end == len(text)
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            stretch = parts[first : last + 1]
            shown = "".join(part.shown for part in stretch)
            assert cell_len(shown) == sum(part.cells for part in stretch)


@given(texts)
def test_nothing_harmful_is_shown(text: str) -> None:
    for character in safe(text):
        kind = unicodedata.category(character)
        assert kind not in ("Cc", "Cs", "Zl", "Zp")
        assert kind != "Cf" or character == "\u200d" or get_character_cell_size(character) == 1


@given(texts)
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    if is_plain(text):
        assert safe(text) == text
        assert cell_len(text) == len(text)


@given(texts, st.integers(0, 12))
def test_fit_never_takes_more_than_it_may(text: str, cells: int) -> None:
    shown, width = fit(text, cells)
    assert width == cell_len(shown) <= cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a    b"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b31m", "�31m"),
        ("abc\u202edef\u2066x\u2069", "abcdefx"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("cre\u0301me", "cre\u0301me"),
        ("\u0301x", "\u25cc\u0301x"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("a\u200db", "ab"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("\ufe0fx", "x"),
        ("\ud83dx", "�x"),
    ],
)
def test_stand_ins(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_sequences_are_one_cluster() -> None:
    assert [c.cells for c in clusters("👨\u200d👩\u200d👧🇬🇧👍🏽漢e\u0301")] == [2, 2, 2, 2, 1]


def test_fit_cuts_with_an_ellipsis() -> None:
    assert fit("Harbour Trust", 8) == ("Harbour…", 8)
    assert fit("漢字漢字", 6) == ("漢字…", 5)
    assert fit("Trust", 5) == ("Trust", 5)
