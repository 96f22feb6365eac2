from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources import open_article
from reader.sources.markdown import markdown_article

MARKDOWN = """---
date: 2026-01-02
---
# A *fine* headline

“We **cannot** wait,” [she](https://example.org) said
on Monday. <b>Bold</b> `code` ![a chart](x.png)

- one
- two

> Quoted words.

<!-- a comment -->

3. third

   and more
"""


def test_what_a_reader_would_read_is_the_text() -> None:
    article = markdown_article(MARKDOWN, None)
    assert article.title == "A fine headline"
    assert article.metadata.published == "2026-01-02"
    assert article.body.of(article.text).split("\n\n") == [
        "“We cannot wait,” she said on Monday. Bold code a chart",
        "• one",
        "• two",
        "Quoted words.",
        "3. third",
        "and more",
    ]


def test_a_table_is_read_row_by_row() -> None:
    table = "| Port | Sailings |\n|---|--:|\n| **Ayr** | 0 |\n| Troon | 2 |\n"
    article = markdown_article(f"Before.\n\n{table}\nBehind.\n", None)
    assert article.body.of(article.text).split("\n\n") == [
        "Before.",
        "Port · Sailings\nAyr · 0\nTroon · 2",
        "Behind.",
    ]


def test_a_title_in_the_front_matter_leaves_another_heading_in_the_body() -> None:
    article = markdown_article("---\ntitle: Front\n---\n# Section\n\nText.\n", None)
    assert article.title == "Front"
    assert article.body.of(article.text) == "Section\n\nText."


def test_a_file_of_comments_alone_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "empty.md"
    path.write_text("<!-- nothing -->\n")
    with pytest.raises(SourceError, match="no text"):
        open_article(path)


def test_only_a_heading_is_still_an_article() -> None:
    article = markdown_article("# Alone\n", None)
    assert article.body.of(article.text) == "Alone"
