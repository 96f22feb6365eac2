"""Pictures of the screens, to be looked at when they change.

Renew them with ``pytest tests/tui/test_snapshots.py --snapshot-update``, and look at each.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from reader.paths import sample_articles
from reader.sources import list_articles
from tests.tui.conftest import COLOURS, DATA, app_on

HARBOUR = DATA / "harbour" / "harbour-wall.txt"
SAMPLE = sample_articles() / "2023-11-08-russia-china-alliance.txt"

Compare = Callable[..., bool]


def after(*keys: str) -> Callable[[Pilot[None]], object]:
    async def run(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*keys)
        await pilot.pause()

    return run


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no note disappear while the picture is taken."""
    monkeypatch.setattr("reader.tui.widgets.key_line._NOTE_SECONDS", 3600)


def harbour(environ: Mapping[str, str] = COLOURS) -> App[None]:
    return app_on([HARBOUR], environ=environ)


def test_sample_120x40(snap_compare: Compare) -> None:
    assert snap_compare(app_on([SAMPLE]), terminal_size=(120, 40), run_before=after("]", "]"))


def test_quote_120x40(snap_compare: Compare) -> None:
    assert snap_compare(harbour(), terminal_size=(120, 40), run_before=after("]", "]"))


def test_entity_160x50(snap_compare: Compare) -> None:
    assert snap_compare(
        harbour(), terminal_size=(160, 50), run_before=after("1", "j", "enter", "m")
    )


def test_drawer_80x24(snap_compare: Compare) -> None:
    assert snap_compare(harbour(), terminal_size=(80, 24), run_before=after(*["]"] * 5))


def test_opened_panel_80x24(snap_compare: Compare) -> None:
    assert snap_compare(harbour(), terminal_size=(80, 24), run_before=after("]", "2", "j"))


def test_light_with_find(snap_compare: Compare) -> None:
    app = harbour()
    app.theme = "okabe-ito-light"
    assert snap_compare(app, terminal_size=(120, 40), run_before=after("/", *"harbour"))


def test_no_colour_solo(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(
        harbour({"NO_COLOR": "1"}), terminal_size=(120, 40), run_before=after("]", "]", "s")
    )


def test_16_colours(snap_compare: Compare) -> None:
    app = harbour({"TERM": "xterm-16color"})
    assert snap_compare(app, terminal_size=(80, 24), run_before=after("]", "m"))


def test_library(snap_compare: Compare, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("harbour-wall.txt", "harbour-wall.layer.json"):
        (folder / name).write_bytes((DATA / "harbour" / name).read_bytes())
    (folder / "not-yet.txt").write_text("A story that nobody has annotated yet.\n")
    app = app_on(list_articles(folder), Path("articles"))
    assert snap_compare(app, terminal_size=(100, 20), run_before=after("j"))


def test_help(snap_compare: Compare) -> None:
    assert snap_compare(harbour(), terminal_size=(120, 50), run_before=after("?"))


def test_filter_menu(snap_compare: Compare) -> None:
    assert snap_compare(
        harbour(), terminal_size=(120, 40), run_before=after("f", "j", "j", "enter")
    )


def test_legend(snap_compare: Compare) -> None:
    assert snap_compare(harbour(), terminal_size=(100, 30), run_before=after("L"))


def test_why(snap_compare: Compare) -> None:
    assert snap_compare(harbour(), terminal_size=(120, 40), run_before=after(*["]"] * 5, "i"))


def test_annotating(snap_compare: Compare, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(HARBOUR.read_bytes())

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()

    assert snap_compare(app_on([path]), terminal_size=(100, 24), run_before=run)
