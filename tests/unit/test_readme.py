"""What the README says is true: its key table, its example, its picture, its links."""

import re
import subprocess
import sys
from pathlib import Path

from reader.actions import ACTIONS, key_label

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def key_table() -> str:
    """Return the registry as the README shows it: a row for each group."""
    groups: dict[str, list[str]] = {}
    for action in ACTIONS:
        if action.keys:
            keys = " ".join(code(key_label(key)) for key in action.keys)
            groups.setdefault(action.group, []).append(f"{keys} {action.help}")
    rows = [f"| {group} | {' · '.join(actions)} |" for group, actions in groups.items()]
    return "\n".join(["| | keys |", "| --- | --- |", *rows])


def code(key: str) -> str:
    return "`` ` ``" if key == "`" else f"`{key}`"


def test_the_key_table_is_the_registry_s() -> None:
    match = re.search(r"<!-- keys.*?-->\n(.*?)\n<!-- end of keys -->", README, re.DOTALL)
    assert match is not None
    assert match[1] == key_table()


def test_links_and_the_picture_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", README)
    missing = [t for t in targets if "://" not in t and not (ROOT / t).is_file()]
    assert missing == []
    assert targets[0].endswith(".svg")


def test_the_python_example_runs_and_names_the_speakers() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    done = subprocess.run(
        [sys.executable, "-c", example[1]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "Maria Chen “We cannot wait for the next storm,”" in done.stdout
