import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reader.model.article import Article
from reader.model.index import Annotations
from reader.store.layers import layer_path
from reader.store.state import STATE_DIR_VARIABLE, StateFile
from reader.tui.app import NewsreaderApp, make_app
from reader.tui.loading import open_path
from reader.tui.screens.annotating import AnnotatingScreen
from reader.tui.screens.article import ArticleScreen

DATA = Path(__file__).parents[1] / "data"
COLOURS = {"COLORTERM": "truecolor"}


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StateFile:
    """Keep what is remembered away from the user's own."""
    monkeypatch.setenv(STATE_DIR_VARIABLE, str(tmp_path / "state"))
    return StateFile(tmp_path / "state" / "state.json")


@pytest.fixture(autouse=True)
def no_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test start the real annotation by accident."""
    command = (sys.executable, "-c", "import time; time.sleep(60)")
    monkeypatch.setattr(AnnotatingScreen, "ANNOTATE_COMMAND", command)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A copy of the small article with its layer."""
    folder = tmp_path / "harbour"
    shutil.copytree(DATA / "harbour", folder)
    return folder / "harbour-wall.txt"


@pytest.fixture
def two(harbour: Path) -> Sequence[Path]:
    """The small article twice, each with its layer."""
    other = harbour.with_name("other.txt")
    shutil.copy(harbour, other)
    shutil.copy(layer_path(harbour), layer_path(other))
    return harbour, other


def app_on(
    articles: Sequence[Path] | Article,
    folder: Path | None = None,
    environ: Mapping[str, str] = COLOURS,
) -> NewsreaderApp:
    """An app in a terminal with colours, or in one that ``environ`` describes."""
    return make_app(articles, folder=folder, environ=environ)


def screen_of(app: NewsreaderApp) -> ArticleScreen:
    """The article screen that is shown."""
    assert isinstance(app.screen, ArticleScreen)
    return app.screen


@pytest.fixture
def annotations() -> Annotations:
    """The small article with its layer, in memory."""
    opened = open_path(DATA / "harbour" / "harbour-wall.txt")
    assert opened.has_layer
    return opened.annotations
