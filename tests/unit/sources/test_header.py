import pytest

from reader.model.article import Metadata
from reader.sources.header import read_header
from reader.sources.plain import plain_article

FRONT = """---
title: "Council backs plan"
date: 2026-03-12
byline: By Ines Calloway and Tom Ash
source: Northport Gazette
url: https://example.org/a
layout: post
---

The council voted.
"""


def test_front_matter_gives_the_metadata_and_stays_out_of_the_body() -> None:
    article = plain_article(FRONT, None)
    assert article.metadata == Metadata(
        title="Council backs plan",
        byline=("Ines Calloway", "Tom Ash"),
        published="2026-03-12",
        source="Northport Gazette",
        url="https://example.org/a",
    )
    assert article.body.of(article.text) == "The council voted."


def test_a_date_line_as_in_archives_is_read_as_the_date() -> None:
    text = " date 2023-11-08 November 8, 2023\nThe minister spoke.\n"
    article = plain_article(text, None)
    assert article.metadata.published == "2023-11-08"
    assert article.text == text
    assert article.body.of(text) == "The minister spoke."


def test_header_lines_with_colons() -> None:
    metadata, end = read_header("Title: A: b\nAuthor: Ann Lee\n\nText: not a header.\n")
    assert (metadata.title, metadata.byline) == ("A: b", ("Ann Lee",))
    assert end == len("Title: A: b\nAuthor: Ann Lee\n")


@pytest.mark.parametrize(
    "text",
    [
        "Date nights are back.\nIn fashion.\n",
        "Sources say: no.\n",
        "---\n\nA line above the story.\n",
        "title: only a header",
        "\n\nThe story.",
    ],
)
def test_prose_is_no_header(text: str) -> None:
    assert read_header(text) == (Metadata(), 0)


def test_an_impossible_date_is_kept_as_it_stands() -> None:
    assert read_header("date: 2026-02-31\n\nx")[0].published == "2026-02-31"


def test_body_keeps_the_first_line_s_indent_and_drops_blank_ends() -> None:
    article = plain_article("\n \n   Indented start.\n\nEnd. \n\n", None)
    assert article.body.of(article.text) == "   Indented start.\n\nEnd."


def test_without_a_headline_the_standfirst_is_the_title_cut_at_a_word() -> None:
    words = "A standfirst that goes on " * 8
    title = plain_article(words + "\n\nMore.", None).title
    assert len(title) <= 91
    assert title.endswith("…")
    assert words.startswith(title.rstrip("…"))
