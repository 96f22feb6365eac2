"""Measure the reader in a pseudo-terminal, turn about with an empty Textual app.

    python -m tests.benchmarks.terminal             # every row, five runs
    python -m tests.benchmarks.terminal --runs 2 --only sample
    nice -n -10 python -m tests.benchmarks.terminal # steadier on a machine that does other things

Quote the ratios: the times are this machine's.
"""

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.generate import NEEDLE, write
from tests.benchmarks.session import Session

SAMPLE = Path("articles/2023-11-08-russia-china-alliance.txt")
SAMPLE_WORDS = "aggressive"
SIZES = {"1 MB": (1_000_000, None), "13 MB": (13_000_000, 100_000)}
PRESSES = 20
NO_ANSWER = 250.0
"""What comes later, in milliseconds, was not the key's doing: a passing note that goes, say."""
_COMPARED = ("first text", "peak memory", "quit")
"""What is divided by the empty app's."""

Figures = dict[str, list[float]]


def main() -> int:
    """Run what the command line asks for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=["sample", *SIZES], help="one article only")
    parser.add_argument("--sample", type=Path, default=SAMPLE, help="an article with its layer")
    options = parser.parse_args()
    figures: Figures = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        articles = dict(_articles(Path(folder), options.sample, options.only))
        for run in range(options.runs + 1):  # the first fills caches and is thrown away
            found: Figures = defaultdict(list)
            _measure_blank(found)
            for name, path in articles.items():
                _measure(name, path, Path(folder), found)
            if run:
                for row, values in found.items():
                    figures[row].extend(values)
            print(f"run {run} of {options.runs}", file=sys.stderr)
    _print(figures)
    return 0


def _articles(folder: Path, sample: Path, only: str | None) -> Iterable[tuple[str, Path]]:
    """Yield names and paths of the articles to measure, in a folder of their own."""
    if only in (None, "sample"):
        for file in (sample, sample.with_name(f"{sample.stem}.layer.json")):
            shutil.copy(file, folder)
        yield "sample", folder / sample.name
    for name, (size, marks) in SIZES.items():
        if only in (None, name):
            yield name, write(folder, name.replace(" ", "-"), size, marks)


def _measure_blank(figures: Figures) -> None:
    with Session([sys.executable, str(Path(__file__).with_name("blank.py"))]) as blank:
        figures["empty app first text"].append(blank.until("zqblank"))
        blank.settle()
        figures["empty app peak memory"].append(blank.peak_memory)
        figures["empty app quit"].append(blank.leave("q"))


def _measure(name: str, path: Path, folder: Path, figures: Figures) -> None:
    command = [sys.executable, "-m", "reader", str(path)]
    # State of its own, so that the article opens at its beginning.
    state = folder / "state"
    environ = {"NEWSREADER_STATE_DIR": str(state)}
    shutil.rmtree(state, ignore_errors=True)
    with Session(command, environ=environ) as app:
        words = SAMPLE_WORDS if name == "sample" else "zqopening"
        figures[f"{name} first text"].append(app.until(words))
        app.settle()
        idle = app.processor_time
        app.settle(1.0)
        figures[f"{name} idle, ms a second"].append((app.processor_time - idle) * 1000)
        _measure_keys(name, app, figures)
        if name == "13 MB":
            app.press("g")
            figures[f"{name} find, ms"].append(app.press_until(f"/{NEEDLE}", f"the {NEEDLE}"))
            app.press("\x1b")
            app.settle()
        for columns, rows in ((100, 40), (120, 40), (80, 24), (120, 40)):
            figures[f"{name} resize, ms"].append(app.resize(columns, rows).last)
        drained, stall = app.hold("j", 200, 5)
        figures[f"{name} keys held: drained, ms"].append(drained)
        figures[f"{name} keys held: longest stall, ms"].append(stall)
        figures[f"{name} peak memory"].append(app.peak_memory)
        figures[f"{name} quit"].append(app.leave("q"))
    shutil.rmtree(state, ignore_errors=True)
    with Session(command, environ=environ) as app:
        figures[f"{name} ready for keys"].append(app.until_answered("]", r"quote \d+/"))


def _measure_keys(name: str, app: Session, figures: Figures) -> None:
    """Press each key some times; what is quoted is the 95th percentile."""
    steps = {
        "next quote": "]" * PRESSES,
        "next mention": "m" * PRESSES,
        "page down": " " * PRESSES,
        "jump to end and back": "Gg" * (PRESSES // 2),
    }
    for what, keys in steps.items():
        app.press("g")
        for key in keys:
            answer = app.press(key)
            if answer.size and answer.first < NO_ANSWER:
                figures[f"{name} {what}, ms"].append(answer.last)
                figures[f"{name} {what}, bytes"].append(answer.size)
        app.settle()


def _print(figures: Figures) -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{'':40}{'median':>10}{'95 %':>10}{'× empty':>10}")
    for row, values in figures.items():
        middle = statistics.median(values)
        high = sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]
        kind = "first text" if row.endswith("ready for keys") else row
        of = next((base for base in _COMPARED if kind.endswith(base)), None)
        ratio = f"{middle / statistics.median(figures[f'empty app {of}']):10.2f}" if of else ""
        print(f"{row:40}{middle:10.1f}{high:10.1f}{ratio}")


if __name__ == "__main__":
    raise SystemExit(main())
