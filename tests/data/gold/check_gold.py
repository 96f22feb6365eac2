"""Prove that every passage and mention of the gold files is where it says.

Run: python tests/data/gold/check_gold.py

A gold file names its article and gives, as offsets would break at the first edit, exact
strings with the occurrence meant (1 is the first in the body, which follows the header).
`quotes` lists every passage in quotation marks, nested ones too, and indirect speech:
all of it where `indirect_complete`, else the clearest. Passages of one `group` are one
quote, split by its attribution or over paragraphs. A speaker is a name among `people`,
`{"unnamed": words of the text}`, or null where nobody speaks. `people` lists, for every
person and organisation named, each name, nominal and pronoun (counted as whole words);
"I" and "we" in a quote are its speaker.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
KINDS = {"direct", "mixed", "scare", "indirect"}
MARKS = re.compile('[“"«„「『]|``')


def body_of(text: str) -> str:
    """The article without its header, as the gold files count it."""
    header = re.match(r"---\n.*?\n---\n\n*|[ ]date [^\n]*\n", text, re.DOTALL)
    return text[header.end() :] if header else text


def starts(needle: str, body: str, *, words: bool) -> list[int]:
    """Where `needle` begins in `body`, whole words only if asked."""
    pattern = re.escape(needle)
    if words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return [match.start() for match in re.finditer(pattern, body)]


def problems(gold: dict[str, Any]) -> list[str]:
    """Everything in one gold file that its article does not bear out."""
    body = body_of((ROOT / gold["article"]).read_text(encoding="utf-8"))
    found: list[str] = []
    covered: list[tuple[int, int]] = []
    for quote in gold["quotes"]:
        text, nth, speaker = quote["text"], quote["occurrence"], quote["speaker"]
        places = starts(text, body, words=False)
        if quote["kind"] not in KINDS or not 1 <= nth <= len(places):
            found.append(f"quote not found: {text!r} {nth}")
            continue
        if quote["kind"] != "indirect":
            covered.append((places[nth - 1], places[nth - 1] + len(text)))
        if isinstance(speaker, str) and speaker not in gold["people"]:
            found.append(f"speaker not among the people: {speaker}")
        if isinstance(speaker, dict) and not starts(speaker["unnamed"], body, words=False):
            found.append(f"speaker's words not in the text: {speaker}")
    for name, mentions in gold["people"].items():
        for text, nth in mentions:
            if not 1 <= nth <= len(starts(text, body, words=True)):
                found.append(f"mention not found: {name}: {text!r} {nth}")
        if len({(text, nth) for text, nth in mentions}) != len(mentions):
            found.append(f"mention twice: {name}")
    found.extend(
        f"passage left out: {body[mark.start() : mark.start() + 40]!r}"
        for mark in MARKS.finditer(body)
        if not any(start <= mark.start() < end for start, end in covered)
    )
    return found


def main() -> int:
    """Check all gold files; 1 if any of them is wrong."""
    wrong = 0
    for path in sorted(HERE.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        bad = problems(gold)
        wrong += len(bad)
        mentions = sum(map(len, gold["people"].values()))
        print(f"{path.stem}: {len(gold['quotes'])} quotes, {mentions} mentions", *bad, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
