"""Markdown: what a reader of the rendered page would read is the canonical text.

Marks of emphasis, link targets and HTML are not part of it, so offsets count in the rendered text
and not in the file. The first heading, where it opens the text, is the title.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from reader.errors import SourceError
from reader.model.article import Article
from reader.model.text import Span
from reader.sources.header import read_header

_CELLS = " · "
"""What stands between the cells of a table's row."""


def markdown_article(text: str, path: Path | None) -> Article:
    """Render Markdown to an article of plain paragraphs.

    Args:
        text: Markdown, decoded; front matter gives the metadata.
        path: Where it came from.

    Raises:
        SourceError: Nothing is left to read, as in a file of comments or images alone.
    """
    metadata, start = read_header(text)
    parser = MarkdownIt("commonmark").enable("table")
    root = SyntaxTreeNode(parser.parse(text[start:]))
    blocks = [block for node in root.children for block in _blocks(node)]
    if not blocks:
        raise SourceError(f"{path or 'standard input'} has no text", "only markup was found")
    heading = root.children[0].type == "heading" and len(blocks) > 1
    if heading and metadata.title in (None, blocks[0]):
        metadata = replace(metadata, title=blocks[0])
        body_start = len(blocks[0]) + 2
    else:
        body_start = 0
    rendered = "\n\n".join(blocks) + "\n"
    body = Span(body_start, len(rendered) - 1)
    return Article(text=rendered, body=body, metadata=metadata, path=path)


def _blocks(node: SyntaxTreeNode, lead: str = "") -> Iterator[str]:
    """Yield the node's paragraphs as plain text; ``lead`` goes before the first."""
    match node.type:
        case "paragraph" | "heading":
            if words := _inline(node.children[0]):
                yield lead + words
        case "code_block" | "fence":
            yield lead + node.content.rstrip()
        case "bullet_list" | "ordered_list":
            first = int(node.attrs.get("start", 1))
            for number, item in enumerate(node.children, first):
                mark = "• " if node.type == "bullet_list" else f"{number}. "
                yield from _children(item, lead + mark)
        case "blockquote":
            yield from _children(node, lead)
        case "table":
            rows = (row for part in node.children for row in part.children)
            lines = (
                _CELLS.join(_inline(cell.children[0]) for cell in row.children) for row in rows
            )
            yield lead + "\n".join(lines)


def _children(node: SyntaxTreeNode, lead: str) -> Iterator[str]:
    for child in node.children:
        for block in _blocks(child, lead):
            yield block
            lead = ""


def _inline(node: SyntaxTreeNode) -> str:
    """Return the words of inline markup on one line."""
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: SyntaxTreeNode) -> Iterator[str]:
    match node.type:
        case "text" | "code_inline":
            yield node.content
        case "softbreak" | "hardbreak":
            yield " "
        case "html_inline":
            return
        case _:
            for child in node.children:
                yield from _pieces(child)
