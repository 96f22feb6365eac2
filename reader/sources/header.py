"""Header lines at the top of a text: front matter between ``---``, or ``key: value`` lines."""

import re
from datetime import date

from reader.model.article import Metadata

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEYS = (
    "title|headline|byline|author|authors|date|published|source|publisher|url|link|language|lang"
)
_LINE = re.compile(
    rf"[ \t]*(?P<key>{_KEYS})[ \t]*:[ \t]*(?P<value>.*?)[ \t]*(?:\n|\Z)", re.IGNORECASE
)
# As some archives have it: the word, the ISO date, the date in words.
_DATE_LINE = re.compile(
    r"[ \t]*(?P<key>date)[ \t]+(?P<value>\d{4}-\d{2}-\d{2})\b[^\n]*(?:\n|\Z)", re.IGNORECASE
)
_FIELD = {
    "headline": "title", "author": "byline", "authors": "byline", "date": "published",
    "publisher": "source", "link": "url", "lang": "language",
}  # fmt: skip


def read_header(text: str) -> tuple[Metadata, int]:
    """Read the header lines of a text.

    Args:
        text: Canonical text.

    Returns:
        What they say, and the offset (code points) behind them; 0 where there are none. Keys that
        are not known are passed over.
    """
    front = _FRONT_MATTER.match(text)
    if front and ":" in front["lines"]:
        return _metadata(_front_lines(front["lines"])), front.end()
    values: dict[str, str] = {}
    at = len(text) - len(text.lstrip("\n"))
    while line := _LINE.match(text, at) or _DATE_LINE.match(text, at):
        values.setdefault(line["key"].lower(), line["value"])
        at = line.end()
        if at == len(text):  # a header with nothing behind it is the text itself
            return Metadata(), 0
    return (_metadata(values), at) if values else (Metadata(), 0)


def _front_lines(lines: str) -> dict[str, str]:
    matches = (_LINE.match(line) for line in lines.splitlines())
    return {m["key"].lower(): m["value"].strip("\"'") for m in matches if m}


def _metadata(values: dict[str, str]) -> Metadata:
    fields = {_FIELD.get(key, key): value for key, value in values.items() if value}
    names = re.split(r"\s*(?:,|;|\band\b)\s*", re.sub(r"(?i)^by\s+", "", fields.get("byline", "")))
    return Metadata(
        title=fields.get("title"),
        byline=tuple(name for name in names if name),
        published=_iso_date(fields.get("published")),
        source=fields.get("source"),
        url=fields.get("url"),
        language=fields.get("language"),
    )


def _iso_date(value: str | None) -> str | None:
    """Cut the words behind an ISO date; leave what is none as it is."""
    if value and re.match(r"\d{4}-\d{2}-\d{2}\b", value):
        try:
            return date.fromisoformat(value[:10]).isoformat() + value[10:].partition(" ")[0]
        except ValueError:  # the 31st of February: show what the file says
            return value
    return value
