"""Single quotation marks told from apostrophes.

The same characters stand for both: ``'tis``, ``the '90s``, ``dogs'``, ``rock 'n' roll``. A mark
inside a word is an apostrophe; one before a word opens, unless the word is one that English writes
with a leading apostrophe; one behind a word closes, unless the word may be a plural possessive or
a clipped form and a surer closing mark comes next.
"""

import re
from enum import Enum


class SingleMark(Enum):
    """What a single mark does; the value is its role on the stack of open marks."""

    OPENS = 1
    CLOSES = -1
    APOSTROPHE = 0


_SINGLE = re.compile(r"[‘’‚‛]|(?<!['＇])['＇](?:(?!['＇])|(?=['＇]{2}(?!['＇])))|(?<!`)`(?!`)")
# Words written with a leading apostrophe; `n` is the one in rock 'n' roll.
_CLIPPED = re.compile(
    r"(?:em|til|tis|tisn|twas|twere|twill|cause|cos|coz|n|bout|round|neath|gainst|nuff|ere|ello|er|im|un"
    r"|fraid|spose|cept|scuse|burbs|nother|pon|tween|twixt|mongst|sup|ow|ave"
    r"|\d\ds?)(?![^\W_])",
    re.IGNORECASE,
)
_OPENING_CONTEXT = frozenset('([{<—–-/…:“"‘«‹「『`,;.')
_SURE_BEFORE_CLOSING = frozenset(',.?!…;—–-"”»')


def read_singles(text: str, lo: int, hi: int) -> dict[int, SingleMark]:
    """Return what each single mark of ``text[lo:hi]`` does, by offset. Linear in the marks."""
    marks = [match.start() for match in _SINGLE.finditer(text, lo, hi)]
    roles = _floating(text, lo, hi, marks)
    low = text.find("‚", lo, hi)  # ‚low-high‘: the mark that opens elsewhere closes
    surely_closed_ahead = False
    # From the right, so that each mark knows what the next one is.
    for at in reversed(marks):
        before = text[at - 1] if at > lo else " "
        after = text[at + 1] if at + 1 < hi else " "
        if at in roles:
            continue
        if text[at] == "‘" and 0 <= low < at and not before.isspace() and not after.isalnum():
            roles[at] = SingleMark.CLOSES
        elif _opens(text, at, before, after) or (
            surely_closed_ahead and _begins_clipped(text, at, lo)
        ):
            roles[at] = SingleMark.OPENS
            surely_closed_ahead = False
        elif _closes(text, at, before, after, lo):
            if surely_closed_ahead and _may_be_clipped(text, at, after, lo):
                roles[at] = SingleMark.APOSTROPHE
            else:
                roles[at] = SingleMark.CLOSES
                surely_closed_ahead = before in _SURE_BEFORE_CLOSING
        else:
            roles[at] = SingleMark.APOSTROPHE
    return roles


def _floating(text: str, lo: int, hi: int, marks: list[int]) -> dict[int, SingleMark]:
    """Pair marks with blanks on both sides (' We go ' , he said): by turns they open and close."""
    alone = [
        at
        for at in marks
        if (at == lo or text[at - 1] == " ") and (at + 1 >= hi or text[at + 1] == " ")
    ]
    if len(alone) % 2:
        return {}
    return {at: (SingleMark.CLOSES if k % 2 else SingleMark.OPENS) for k, at in enumerate(alone)}


def _begins_clipped(text: str, at: int, lo: int) -> bool:
    """Whether one mark is quotation mark and apostrophe in one: 'Tis true,' he said."""
    if text[at] not in "'‘" or not _CLIPPED.match(text, at + 1):
        return False
    before = text[max(lo, at - 2) : at].rstrip()
    return not before or before[-1] in ".?!:,"


def _opens(text: str, at: int, before: str, after: str) -> bool:
    char = text[at]
    if not (before.isspace() or before in _OPENING_CONTEXT) or after.isspace():
        return False
    if char == "‘" and after == "’" and _CLIPPED.match(text, at + 2):
        return True  # ‘’Tis true,’
    if char == "’" or not (after.isalnum() or after in "“\"«‹「『'‘$£€#@…[(-–—¿¡"):
        return False
    if before in ",;." and char != "‘":
        return False  # 'Yes,'he said: a closing mark with its blank lost
    return not _CLIPPED.match(text, at + 1) or _closes_soon(text, at)


def _closes_soon(text: str, at: int) -> bool:
    """Tell 'No.' and '90' in marks from clipped words: the mark behind must be a sure one."""
    match = _CLIPPED.match(text, at + 1)
    end = match.end() if match else at
    return text[at] == "‘" and text[end : end + 1] in ("’", ",", ".")  # ‘Em’, ‘Er, …’


def _closes(text: str, at: int, before: str, after: str, lo: int) -> bool:
    if text[at] in "‘‚‛`":
        return False
    if before.isspace() or after.isalnum():
        return False
    return not (before in "nN" and at - 2 >= lo and text[at - 2] in "'’‘＇")  # the second of 'n'


def _may_be_clipped(text: str, at: int, after: str, lo: int) -> bool:
    """Whether dogs', goin' or o' may stand here."""
    word = re.search(r"[^\W\d_]+$", text[max(lo, at - 24) : at])
    if word is None or not (after.isspace() or after in ",;.:?!"):
        return False
    found = word.group().lower()
    return found.endswith(("s", "in", "z", "x")) or found in {"o", "an", "th", "wi", "ol"}
