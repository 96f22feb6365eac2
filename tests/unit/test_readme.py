"""What the README says is true: its key table, its example, its picture, its links."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def test_the_paths_given_to_jq_lead_to_speakers_and_words() -> None:
    match = re.search(r"jq '\.quotes\[\] \| \[(.*?)\]'", README)
    assert match is not None
    speaker, words = match[1].split(", ")
    layer = json.loads((ROOT / "articles/northport-harbour-plan.layer.json").read_text("utf-8"))
    found = {(follow(quote, speaker), follow(quote, words)) for quote in layer["quotes"]}
    assert ("Chen", "“We cannot wait for the next storm,”") in found


def follow(value: Any, path: str) -> Any:  # noqa: ANN401 (JSON)
    """Return what a path like ``.spans[0].text`` leads to; None where there is nothing."""
    for name, number in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        value = value and (value[name] if name else value[int(number)])
    return value


def test_the_python_example_runs_and_names_the_speakers() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    done = subprocess.run(
        [sys.executable, "-c", example[1]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "Maria Chen “We cannot wait for the next storm,”" in done.stdout
