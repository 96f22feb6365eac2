"""Shortened frames leave the same picture as whole ones: compared cell by cell in a terminal."""

import pyte
from hypothesis import example, given
from hypothesis import strategies as st

from reader.tui.frames import Frames, change_of_look

COLUMNS, ROWS = 30, 6
LOOKS = st.lists(
    st.sampled_from(
        ["1", "3", "4", "7", "9", "31", "97", "42", "39", "49", "38;5;9", "48;5;20",
         "38;2;1;2;3", "48;2;9;8;7", "38;2;200;100;0"]
    ),
    max_size=4,
    unique=True,
).map(";".join)  # fmt: skip
WORDS = st.text(st.sampled_from("ab ─“é"), min_size=1, max_size=12)
STRANGE = st.sampled_from(["東京", "e\u0301a", "👍🏽 b"])


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line as Textual writes it: its position, and stretches of text in one look each."""
    row, column = draw(st.integers(1, ROWS)), draw(st.sampled_from([1, 1, 9, 20]))
    stretches = draw(st.lists(st.tuples(LOOKS, WORDS | STRANGE), max_size=5))
    out, room = [f"\x1b[{row};{column}H"], COLUMNS + 1 - column
    for look, text in stretches:
        text = text[: room // 2]
        room -= 2 * len(text)
        if text:
            out.append(f"\x1b[{look}m{text}\x1b[0m" if look else text)
    return "".join(out)


FRAMES = st.lists(lines(), min_size=1, max_size=6).map(lambda each: "\n".join(each) + "\x1b[1;1H")


def _seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    """Return a cell without what cannot be seen of a space."""
    hidden = cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse)
    return cell._replace(fg="default", bold=False, italics=False) if hidden else cell


def picture(frames: list[str]) -> tuple[list[list[pyte.screens.Char]], tuple[int, int]]:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for frame in frames:
        stream.feed(frame.replace("\n", ""))
    cells = [[_seen(screen.buffer[y][x]) for x in range(COLUMNS)] for y in range(ROWS)]
    return cells, (screen.cursor.y, screen.cursor.x)


@given(st.lists(FRAMES, max_size=6))
@example(["\x1b[1;1Ha\x1b[1ma\x1b[0m\n\x1b[1;1Haa\x1b[1;1H"])
def test_shortened_frames_leave_the_same_picture(frames: list[str]) -> None:
    screen = Frames()
    shorter = [screen.shorten(frame) for frame in frames]
    assert picture(shorter) == picture(frames)


def test_what_is_there_already_is_not_sent_again() -> None:
    screen = Frames()
    before = "\x1b[1;1H\x1b[1mone\x1b[0m two\n\x1b[2;9H\x1b[3mthree\x1b[0m"
    after = "\x1b[1;1H\x1b[1mone\x1b[0m TWO\n\x1b[2;9H\x1b[3mthree\x1b[0m"
    screen.shorten(before)
    assert screen.shorten(before) == ""
    assert screen.shorten(after) == "\x1b[1;4H TWO"


@given(LOOKS, LOOKS)
def test_a_change_of_look_is_the_other_look(old: str, new: str) -> None:
    changed = f"\x1b[{old}mx{change_of_look(old, new)}y"
    anew = f"\x1b[{old}mx\x1b[0;{new}my" if new else f"\x1b[{old}mx\x1b[0my"
    assert picture([changed])[0] == picture([anew])[0]
    assert len(change_of_look(old, new)) <= len(f"\x1b[0;{new}m")


def test_what_is_forgotten_is_sent_again() -> None:
    screen = Frames()
    frame = "\x1b[2;1H\x1b[1mtext\x1b[0m"
    assert "text" in screen.shorten(frame)
    assert screen.shorten(frame) == ""
    screen.forget()
    assert "text" in screen.shorten(frame)


def test_what_is_no_frame_passes_whole_and_makes_the_rest_unknown() -> None:
    screen = Frames()
    frame = "\x1b[2;1H\x1b[1mtext\x1b[0m"
    screen.shorten(frame)
    for strange in ("\x1b]52;c;YQ==\x07", "text without a place", "\x1b[2J"):
        assert screen.shorten(strange) == strange
        assert "text" in screen.shorten(frame)


def test_spaces_keep_the_colour_before_where_it_does_not_show() -> None:
    blue, red = "\x1b[34;40mblue\x1b[0m", "\x1b[31;40m   \x1b[0m"
    assert Frames().shorten("\x1b[1;1H" + blue + red) == "\x1b[1;1H\x1b[34;40mblue   \x1b[0m"
    lined = "\x1b[4;31;40m   \x1b[0m"
    assert "\x1b[31;4m" in Frames().shorten("\x1b[1;1H" + blue + lined).replace("4;31", "31;4")


def test_modes_pass_and_nothing_is_forgotten() -> None:
    screen = Frames()
    frame = "\x1b[2;1H\x1b[1mtext\x1b[0m"
    screen.shorten(frame)
    assert screen.shorten("\x1b[?2026h") == "\x1b[?2026h"
    assert screen.shorten(frame) == ""


def test_a_look_is_said_once_for_all_its_places() -> None:
    name, count = "\x1b[38;2;1;2;3mname\x1b[0m", "\x1b[38;2;4;5;6m12\x1b[0m"
    frame = "\n".join(f"\x1b[{row};1H{name}{count}" for row in (1, 2, 3))
    assert Frames().shorten(frame) == (
        "\x1b[1;1H\x1b[38;2;1;2;3mname\x1b[2;1Hname\x1b[3;1Hname"
        "\x1b[1;5H\x1b[38;2;4;5;6m12\x1b[2;5H12\x1b[3;5H12\x1b[0m"
    )


def test_what_stands_behind_wide_characters_is_sent_in_its_order() -> None:
    row = "\x1b[1;1H\x1b[31mred\x1b[0m\x1b[32m東京\x1b[0m\x1b[31mred\x1b[0m\x1b[32mgreen\x1b[0m"
    assert picture([Frames().shorten(row)]) == picture([row])
