"""What a frame must still send to the terminal, given what already stands there.

Textual repaints whole lines of a widget, and says every colour anew for each stretch of a line. A
step to the next mark so takes four kilobytes of which a few hundred bytes are news; over a slow
line that is what a reader waits for. Here a frame is taken apart into stretches, those that the
terminal shows already are left out, and what is to be sent goes look by look: to move the cursor
takes half of what a colour takes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import NamedTuple

from reader.cells import is_plain

_STYLED = r"\x1b\[[\d;]*m[^\x1b\n]*\x1b\[0m"
_PART = re.compile(
    rf"\x1b\[(\d+);(\d+)H((?:{_STYLED}|[^\x1b\n]+)*)"  # row, column, what is written there
    r"|\n"
    r"|(\x1b\[\?\d+(?:[hl]|\$p)|\x1b\[>\d+u|\x1b\]22;\w*\x07)"
)
_STRETCH = re.compile(r"\x1b\[([\d;]*)m([^\x1b]*)\x1b\[0m|([^\x1b]+)")
_BODIES_KEPT = 128
_UNSEEN = frozenset({"ground", "colour", "1", "2", "3"})
"""What does not show on a space, the ground apart."""
_KINDS = {"3": "colour", "9": "colour", "4": "ground", "10": "ground"}
"""What a number of two or three digits is about, by all of them but the last."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends a text style; others are ended by a reset."""


class _Stretch(NamedTuple):
    """Characters of one look, side by side in a row."""

    start: int
    """How many characters stand before it in its body."""
    look: str
    text: str


class _Body(NamedTuple):
    """What is written in one go, side by side in a row."""

    stretches: dict[int, _Stretch]
    """By their starts, in order."""
    width: int
    """How many characters."""
    is_plain: bool
    """Whether each character takes one cell."""

    @classmethod
    def of(cls, looks: Iterable[tuple[str, str]]) -> "_Body":
        """Put looks, each with the text that has it, side by side."""
        stretches, whole = {}, ""
        for look, text in looks:
            stretches[len(whole)] = _Stretch(len(whole), look, text)
            whole += text
        return cls(stretches, len(whole), is_plain(whole))


@lru_cache(_BODIES_KEPT)
def _body(written: str) -> _Body:
    """Take apart what is written in one go."""
    found = _STRETCH.findall(written)
    # A look is some eighty letters long, and there are but twenty of them.
    return _Body.of([(intern(look), styled or bare) for look, styled, bare in found])


class Frames:
    """Makes frames shorter, and remembers what the terminal shows because of them."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, _Body]] = {}
        """What each row shows, by the column where it begins; gaps are not known."""

    def forget(self) -> None:
        """Take nothing for granted, as after another size of the terminal."""
        self._rows.clear()

    def shorten(self, data: str) -> str:
        """Return what brings the terminal to show the same as ``data`` would.

        What is no frame of Textual's (it holds another control sequence) is returned as it is, and
        what the terminal shows then is unknown.

        Args:
            data: Cursor positions, text in one look each, line ends, private modes and their like
                (queries, the keyboard's protocol, the mouse pointer's shape).
        """
        out = _Output()
        at = 0
        cursor: tuple[int, int] | None = None
        for part in _PART.finditer(data):
            if part.start() != at:
                break
            at = part.end()
            cursor = None
            row, column, written, mode = part.groups()
            if mode:
                out.send(mode)
            elif written:
                self._write(int(row), int(column), _body(written), out)
            elif row:
                cursor = int(row), int(column)
        if at != len(data):
            self.forget()
            return data
        return out.finish(cursor)

    def _write(self, row: int, column: int, body: _Body, out: "_Output") -> None:
        """Put out what of a body is news."""
        if not body.is_plain:  # how far a terminal moves for other characters, it alone knows
            self._rows.pop(row, None)
            out.put_at_once(row, column, body.stretches.values())
            return
        shown = self._rows.setdefault(row, {})
        old = shown.get(column)
        same_place = old is not None and old.width == body.width
        known = old.stretches if old and same_place else _cut_out(shown, column, body.width)
        shown[column] = body
        for start, stretch in body.stretches.items():
            if known.get(start) != stretch:
                out.put(row, column + start, stretch.look, stretch.text)


def _cut_out(shown: dict[int, _Body], column: int, width: int) -> dict[int, _Stretch]:
    """Take what stands in a part of a row away; what is beside it stays known.

    Returns:
        What stood there, by starts from ``column`` on.
    """
    found: dict[int, _Stretch] = {}
    for first, body in list(shown.items()):
        if first >= column + width or first + body.width <= column:
            continue
        del shown[first]
        for start, look, text in body.stretches.values():
            at = first + start - column
            if at >= width or at + len(text) <= 0:
                shown[column + at] = _Body.of([(look, text)])
            else:
                found[at] = _Stretch(at, look, text)
    return found


class _Output:
    """A frame as it is sent."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pen = _Pen()
        self._waiting: list[_Put] = []

    def send(self, sequence: str) -> None:
        """Append a sequence that moves nothing and changes no look."""
        self._flush()
        self._parts.append(sequence)

    def put(self, row: int, column: int, look: str, text: str) -> None:
        """Append text at a place, in a look."""
        last = self._waiting[-1] if self._waiting else None
        if last is not None and (row, column) < (last.row, last.column + len(last.text)):
            self._flush()  # this may lie over what waits, so it must come after it
        elif last is not None and last.row == row and last.column + len(last.text) == column:
            # One cursor move and one look less, where a blank may have its neighbour's look.
            is_blank = text.isspace()
            if (is_blank or last.text.isspace()) and look_alike_blank(last.look, look):
                last.look = last.look if is_blank else look
                last.text += text
                return
        self._waiting.append(_Put(row, column, look, text))

    def put_at_once(self, row: int, column: int, stretches: Iterable[_Stretch]) -> None:
        """Append stretches of which each only comes to stand right behind the one before."""
        self._flush()
        puts = [_Put(row, column + start, look, text) for start, look, text in stretches]
        self._parts.append(self._pen.write(puts))
        self._pen.row = 0  # nobody knows where the cursor is

    def finish(self, cursor: tuple[int, int] | None) -> str:
        """Return the whole, ended in no look and with the cursor where it is wanted."""
        self._flush()
        if self._pen.look:
            self._parts.append("\x1b[0m")
        if cursor is not None:
            self._parts.append(self._pen.move(*cursor))
        return "".join(self._parts)

    def _flush(self) -> None:
        """Send what waits, look by look: moving there costs less than saying colours again."""
        by_look: dict[str, list[_Put]] = {}
        for put in self._waiting:
            by_look.setdefault(put.look, []).append(put)
        self._parts += [self._pen.write(puts) for puts in by_look.values()]
        self._waiting.clear()


@dataclass(slots=True)
class _Put:
    """Text to be written; blanks beside it are added while it waits."""

    row: int
    column: int
    look: str
    text: str


class _Pen:
    """Where the terminal writes, and in what look."""

    def __init__(self) -> None:
        self.look = ""
        self.row, self.column = 0, 0

    def write(self, puts: Iterable[_Put]) -> str:
        """Return what writes texts."""
        parts = []
        for put in puts:
            look, text = put.look, put.text
            parts.append(self.move(put.row, put.column))
            if look != self.look and not (text.isspace() and look_alike_blank(self.look, look)):
                parts.append(change_of_look(self.look, look))
                self.look = look
            parts.append(text)
            self.column += len(text)
        return "".join(parts)

    def move(self, row: int, column: int) -> str:
        """Return what moves to a place."""
        before = self.row, self.column
        self.row, self.column = row, column
        if before == (row, column):
            return ""
        return f"\x1b[{column}G" if before[0] == row else f"\x1b[{row};{column}H"


@lru_cache(4096)
def look_alike_blank(one: str, other: str) -> bool:
    """Return whether spaces look the same in both looks, whatever colour text would have."""
    looks = dict(_settings(one)), dict(_settings(other))
    return looks[0].get("ground") == looks[1].get("ground") and not any(
        setting not in _UNSEEN for look in looks for setting in look
    )


@lru_cache(4096)
def change_of_look(old: str, new: str) -> str:
    """Return the shortest sequence from one look (the numbers of an SGR sequence) to another."""
    before, after = dict(_settings(old)), dict(_settings(new))
    parts = []
    for kind, setting in before.items():
        if kind not in after:
            off = {"ground": "49", "colour": "39"}.get(kind) or _OFF.get(setting)
            if off is None:
                return f"\x1b[0;{new}m" if new else "\x1b[0m"
            parts.append(off)
    if "22" in parts:  # ends bold and faint alike
        before.pop("1", None)
        before.pop("2", None)
    parts += [setting for kind, setting in after.items() if before.get(kind) != setting]
    changed, anew = ";".join(parts), f"0;{new}" if new else "0"
    return f"\x1b[{min(changed, anew, key=len)}m" if parts else ""


def _settings(look: str) -> Iterator[tuple[str, str]]:
    """Yield the settings of an SGR sequence: what each is about, and its numbers."""
    numbers = iter(look.split(";") if look else ())
    for first in numbers:
        if first in ("38", "48"):
            form = next(numbers, "")
            rest = islice(numbers, 3 if form == "2" else 1)
            yield "colour" if first == "38" else "ground", ";".join([first, form, *rest])
        else:
            yield _KINDS.get(first[:-1], first), first
