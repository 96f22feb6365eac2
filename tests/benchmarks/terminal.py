"""Measure the reader in a pseudo-terminal, turn about with an empty Textual app.

    python -m tests.benchmarks.terminal             # every row, five runs: four minutes
    python -m tests.benchmarks.terminal --runs 2 --only sample
    nice -n -10 python -m tests.benchmarks.terminal # steadier on a machine that does other things

Quote the ratios: the times are this machine's.
"""

import argparse
import gc
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.sources import open_article
from reader.store.layers import load_compact_for
from tests.benchmarks.generate import NEEDLE, write
from tests.benchmarks.session import Session

SAMPLE = Path("articles/2023-11-08-russia-china-alliance.txt")
SAMPLE_WORDS, GENERATED_WORDS = "aggressive", "zqopening"
SIZES = {"1 MB": (1_000_000, None), "13 MB": (13_000_000, 100_000)}
CROWD, CROWDED = 20_000, "20,000 rows"
"""So many people and quotes are in the panels of one article."""
MOVED = r"¶(?!1/)\d+/"
"""What the article's title says behind its first page."""
PRESSES = 20
STEPS = {
    "next quote": "]" * PRESSES,
    "next mention": "m" * PRESSES,
    "page down": " " * PRESSES,
    "jump to the end and back": "Gg" * (PRESSES // 2),
}
PANEL_STEPS = {"row": "j" * PRESSES, "page": " " * PRESSES, "end and back": "Gg" * (PRESSES // 2)}
EMPTY = "empty app"
ROWS: dict[str, str | None] = {
    "first text": "first text",
    "keys answered": "first text",
    "marks there": "first text",
    "layer read and checked, ms": None,
    **{f"{step}, ms": None for step in STEPS},
    "bytes a step within the page": None,
    **{f"entities panel, {step}, ms": None for step in PANEL_STEPS},
    **{f"quotes panel, {step}, ms": None for step in PANEL_STEPS},
    "keys held, drained after, ms": None,
    "keys held, longest stall, ms": None,
    "resize, ms": None,
    "find, first match, ms": None,
    "find, counted, ms": None,
    "peak memory": "peak memory",
    "idle, ms of processor a second": None,
    "quit": "quit",
}
"""What is measured, and the figure of the empty app that it is divided by."""

Figures = dict[tuple[str, str], list[float]]
"""Values by row and article."""


def main() -> int:
    """Run what the command line asks for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=["sample", *SIZES, CROWDED], help="one article only")
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
                for key, values in found.items():
                    figures[key].extend(values)
            print(f"run {run} of {options.runs}", file=sys.stderr)
    _print(figures, list(articles))
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
    if only in (None, CROWDED):
        yield CROWDED, write(folder, "crowd", 6_500_000, 80_000, CROWD)


def _measure_blank(figures: Figures) -> None:
    with Session([sys.executable, str(Path(__file__).with_name("blank.py"))]) as blank:
        figures["first text", EMPTY].append(blank.until("zqblank"))
        blank.settle()
        figures["peak memory", EMPTY].append(blank.peak_memory)
        figures["quit", EMPTY].append(blank.leave("q"))


def _measure(name: str, path: Path, folder: Path, figures: Figures) -> None:
    command = [sys.executable, "-m", "reader", str(path)]
    # State of its own, so that the article opens at its beginning.
    state = folder / "state"
    environ = {"NEWSREADER_STATE_DIR": str(state)}
    shutil.rmtree(state, ignore_errors=True)
    words = SAMPLE_WORDS if name == "sample" else GENERATED_WORDS
    with Session(command, environ=environ) as app:
        figures["first text", name].append(app.until(words))
        figures["marks there", name].append(app.until("layer ok"))
        app.settle()
        idle = app.processor_time
        app.settle(1.0)
        figures["idle, ms of processor a second", name].append((app.processor_time - idle) * 1000)
        _measure_keys(name, app, figures)
        if name == CROWDED:
            _measure_panels(name, app, figures)
        elif name != "sample":
            _measure_find(name, app, figures)
        for columns, rows in ((100, 40), (120, 40), (80, 24), (120, 40)):
            figures["resize, ms", name].append(app.resize(columns, rows).last)
        drained, stall = app.hold("j", 200, 5)
        figures["keys held, drained after, ms", name].append(drained)
        figures["keys held, longest stall, ms", name].append(stall)
        figures["peak memory", name].append(app.peak_memory)
        figures["quit", name].append(app.leave("q"))
    if not (state / "state.json").exists():
        raise RuntimeError("the reader quit without saving its state")
    shutil.rmtree(state, ignore_errors=True)
    with Session(command, environ=environ) as app:
        app.until(words)
        figures["keys answered", name].append(app.until_answered(" ", MOVED))
    if name == "13 MB":
        figures["layer read and checked, ms", name].append(_time_to_read_layer(path))


def _time_to_read_layer(path: Path) -> float:
    """Return the milliseconds that the layer takes, as the reader's second process reads it."""
    article = open_article(path)
    gc.disable()
    start = time.perf_counter()
    load_compact_for(article)
    taken = (time.perf_counter() - start) * 1000
    gc.enable()
    return taken


def _measure_keys(name: str, app: Session, figures: Figures) -> None:
    """Press each key some times; an answer counts to its last byte."""
    for what, keys in STEPS.items():
        app.press("g")
        for key in keys:
            before = _text(app)
            answer = app.press(key)
            moved = _text(app) != before
            if answer.size and (moved or key in "]m"):  # else a passing note went
                figures[f"{what}, ms", name].append(answer.last)
            if answer.size and not moved and key in "]m":
                figures["bytes a step within the page", name].append(answer.size)
        app.settle()


def _measure_panels(name: str, app: Session, figures: Figures) -> None:
    """Walk through both panels, each of some ten thousand rows."""
    for key, panel in (("1", "entities"), ("2", "quotes")):
        app.press(key)
        for step, keys in PANEL_STEPS.items():
            app.press("g")
            app.settle()
            answers = [app.press(pressed) for pressed in keys]
            times = [answer.last for answer in answers if answer.size]
            figures[f"{panel} panel, {step}, ms", name].extend(times)
    app.press("0")
    app.settle()


def _measure_find(name: str, app: Session, figures: Figures) -> None:
    app.press("g")
    app.settle()
    first, counted = app.press_until(f"/{NEEDLE}", f"the {NEEDLE}", "1 of 1")
    figures["find, first match, ms", name].append(first)
    figures["find, counted, ms", name].append(counted)
    app.press("\x1b")
    app.settle()


def _text(app: Session) -> Sequence[str]:
    """Return what the article's lines say, without the gutter and whatever is beside them."""
    return [line[8:74] for line in app.screen.split("\n")[2:-1]]


def _print(figures: Figures, articles: Sequence[str]) -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()};")
    print("times in ms, memory in MB: median, (95th percentile), × the empty app's\n")
    names = [EMPTY, *articles]
    print(f"| {'':32} | " + " | ".join(f"{name:>24}" for name in names) + " |")
    print(f"| {'-' * 32} | " + " | ".join("-" * 24 for _ in names) + " |")
    for row, base in ROWS.items():
        cells = [_cell(figures[row, name], figures[base, EMPTY] if base else []) for name in names]
        print(f"| {row:32} | " + " | ".join(f"{cell:>24}" for cell in cells) + " |")


def _cell(values: Sequence[float], base: Sequence[float]) -> str:
    if not values:
        return ""
    middle = statistics.median(values)
    high = sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]
    ratio = f" × {middle / statistics.median(base):.2f}" if base else ""
    return f"{middle:.1f} ({high:.1f}){ratio}"


if __name__ == "__main__":
    sys.exit(main())
