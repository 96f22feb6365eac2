"""Pairing of quotation marks: a table of boundary cases, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.quoting.marks import MAX_DEPTH, Passage, find_passages
from tests.unit.annotate.quote_cases import CASES

_MARKS = "“”„‘’'\"«»「」『』`\n\r .,aS90—"
_TEXTS = st.one_of(st.text(), st.text(alphabet=_MARKS, max_size=60))


def _shown(text: str) -> list[str]:
    return [">" * p.depth + text[p.start : p.end] for p in find_passages(text)]


@pytest.mark.parametrize("name", CASES)
def test_boundary_case(name: str) -> None:
    text, expected = CASES[name]
    assert _shown(text) == expected


def test_a_quotation_over_paragraphs_opens_anew_in_each() -> None:
    text = "“One.\n\n“Two.\n\n“Three.” “Four.”"
    found = find_passages(text)
    assert [p.resumes for p in found] == [False, True, True, False]
    assert [p.closer for p in found] == [0, 0, 1, 1]


def test_a_paragraph_in_between_breaks_the_continuation() -> None:
    found = find_passages("“One.\n\nHe paused.\n\n“Two.”")
    assert [p.resumes for p in found] == [False, False]


@pytest.mark.parametrize("mark", ["“", "”", "“”", "« ", "‘’", '" '])
def test_a_row_of_marks_holds_nothing_and_hides_nothing(mark: str) -> None:
    row = mark * 300
    assert find_passages(row) == []
    text = f"{row}\n“We go,” he said.\n{row}"
    assert [text[p.start : p.end] for p in find_passages(text)] == ["“We go,”"]


def test_inner_text_leaves_the_marks_out() -> None:
    (passage,) = find_passages("``Go,'' he said.")
    assert "``Go,'' he said."[slice(*passage.inner)] == "Go,"


def _inside(text: str, found: list[Passage]) -> bool:
    return all(0 <= p.start < p.end <= len(text) for p in found)


@given(_TEXTS)
@settings(max_examples=80)
def test_any_text_gives_nested_passages_inside_it(text: str) -> None:
    found = find_passages(text)
    assert _inside(text, found)
    assert found == find_passages(text)
    assert found == sorted(found, key=lambda p: (p.start, -p.end))
    open_ends: list[int] = []
    for passage in found:
        while open_ends and open_ends[-1] <= passage.start:
            open_ends.pop()
        assert all(passage.end <= end for end in open_ends)
        assert passage.depth == len(open_ends) < MAX_DEPTH
        open_ends.append(passage.end)


@given(_TEXTS)
@settings(max_examples=60)
def test_line_ends_make_no_difference(text: str) -> None:
    unix = text.replace("\r", "")
    windows = unix.replace("\n", "\r\n")
    assert _shown(unix) == _shown(windows)
