"""Canonical text: the one string that every offset counts in.

Offsets are Unicode code points, half-open ``[start, end)``: Python slices, and the
TextPositionSelector of the W3C Web Annotation Data Model.
"""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.errors import SourceError

_LINE = re.compile(r"[^\n]+")
# Control characters that no text file has; tab, line ends, form feed and escape sequences do occur.
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a]")

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""The byte order marks of encodings that are not ours, and their names."""

_PIECE = 1 << 16


class Span(NamedTuple):
    """A stretch of text, in code points of the canonical text, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the piece of ``text`` that the span covers."""
        return text[self.start : self.end]


def decode(data: bytes, name: str) -> str:
    """Make canonical text of a file's bytes: UTF-8, no byte order mark, LF line ends.

    Args:
        data: The whole file.
        name: What to call the file in an error.

    Raises:
        SourceError: The file is empty, binary or not UTF-8.
    """
    if not data or data.isspace():
        raise SourceError(f"{name} is empty", "an article needs at least one word")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, name, error.start) from error
    if _BINARY.search(data[:8192]):
        raise _binary(name)
    if b"\r" not in data:  # looking for it in the text takes as long as decoding that
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, name: str, start: int) -> SourceError:
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            hint = f"convert it first: iconv -f {encoding} -t UTF-8"
            return SourceError(f"{name} is {encoding}, not UTF-8", hint)
    if b"\x00" in data[:8192]:
        return _binary(name)
    hint = "convert it first, e.g. iconv -f WINDOWS-1252 -t UTF-8"
    return SourceError(f"{name} is not UTF-8 (byte {start})", hint)


def _binary(name: str) -> SourceError:
    return SourceError(f"{name} is a binary file", "newsreader opens plain text and Markdown")


def sha256(text: str) -> str:
    """Return the hexadecimal SHA-256 of the canonical text in UTF-8."""
    import hashlib  # the whole of OpenSSL, which a process that reads no layer itself never needs

    digest = hashlib.sha256()
    for at in range(0, len(text), _PIECE):  # a long text is not there twice
        digest.update(text[at : at + _PIECE].encode())
    return digest.hexdigest()


def paragraphs(text: str, within: Span) -> Iterator[Span]:
    """Yield the paragraphs (lines with a visible character) of ``within``, in order.

    A paragraph is one line of the file: news files divide theirs by an empty line, and a file that
    does not is divided at its line ends.
    """
    for match in _LINE.finditer(text, within.start, within.end):
        if not match[0].isspace():
            yield Span(match.start(), match.end())
