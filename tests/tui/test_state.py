"""What is remembered, and what happens where nothing can be."""

import os
from pathlib import Path

import pytest

from reader.store.state import PanelState, Place, ReaderState, StateFile
from reader.tui.screens.article import ArticleScreen
from tests.tui.conftest import app_on


def test_state_survives(own_state: StateFile, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    state = ReaderState(theme="x", measure=60, panels=PanelState(quotes=False, wider_by=4))
    state = state.with_place(article, Place(offset=7, progress=0.5))
    assert own_state.save(state) is None
    assert own_state.load() == state
    assert own_state.load().place_in(article) == Place(offset=7, progress=0.5)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"places": 3}', b'{"version": 99, "theme": "x"}', b"\xff\x00"]
)
def test_a_damaged_file_is_as_good_as_none(own_state: StateFile, content: bytes) -> None:
    own_state.path.parent.mkdir(parents=True)
    own_state.path.write_bytes(content)
    assert own_state.load() == ReaderState()


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    problem = StateFile(tmp_path / "file" / "state.json").save(ReaderState())
    assert problem is not None
    assert "cannot write" in problem


def test_the_latest_places_are_kept(tmp_path: Path) -> None:
    state = ReaderState()
    for number in range(1005):
        state = state.with_place(tmp_path / f"{number}", Place(offset=number, progress=0))
    assert len(state.places) == 1000
    assert state.place_in(tmp_path / "4") is None
    assert state.place_in(tmp_path / "1004") == Place(offset=1004, progress=0)


def test_standard_input_has_no_place() -> None:
    assert ReaderState().with_place(None, Place(offset=1, progress=0)) == ReaderState()


def test_the_state_is_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert StateFile.of_user().path == tmp_path / "state" / "state.json"
    monkeypatch.delenv("NEWSREADER_STATE_DIR")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg"))
    if os.name == "posix" and Path("/proc").exists():
        assert StateFile.of_user().path == tmp_path / "xdg" / "newsreader" / "state.json"


async def test_place_panels_and_measure_are_found_again(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 14)) as pilot:
        await pilot.press("space", "1", "1", ">", "-", "0", "space", "q")
        left = app.screen
        assert isinstance(left, ArticleScreen)
        place = left.place
    app = app_on([harbour])
    async with app.run_test(size=(120, 14)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.place == place
        assert screen.place.offset > screen.cursor.annotations.article.body.start
        assert screen.panel_state == PanelState(entities=False, quotes=True, wider_by=2)
        assert screen.measure == 68


async def test_the_theme_is_found_again(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test() as pilot:
        app.theme = "okabe-ito-light"
        await pilot.press("Q")
    assert app_on([harbour]).theme == "okabe-ito-light"


async def test_a_theme_for_lack_of_colours_is_not_remembered(harbour: Path) -> None:
    app = app_on([harbour], environ={"NO_COLOR": "1"})
    async with app.run_test() as pilot:
        await pilot.press("Q")
    assert app_on([harbour]).theme == "okabe-ito-dark"


async def test_nothing_stops_where_nothing_can_be_remembered(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NEWSREADER_STATE_DIR", str(tmp_path / "file"))
    app = app_on([harbour])
    async with app.run_test() as pilot:
        await pilot.press("space", "Q")
    assert app.return_code == 0


async def test_a_place_behind_the_end_of_a_text_that_shrank(harbour: Path) -> None:
    state = ReaderState().with_place(harbour, Place(offset=10**9, progress=1))
    StateFile.of_user().save(state)
    app = app_on([harbour])
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.view.progress == 1
