"""How fast annotation is: our components against the bare spaCy pipeline, and several processes.

    python -m tests.benchmarks.annotation [--words N] [--rounds N] [--pipeline NAME]

Prints words per second of the bare pipeline and of the whole, interleaved in one run on one thread,
each component's share of the whole, the growth of time with the length of an article, and how well
``annotate --jobs 2`` scales. Figures of different runs or machines are not comparable; ratios are.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from spacy.language import Language

from reader.annotate.pipeline import COMPONENTS, load_pipeline
from reader.paths import sample_articles
from reader.sources import list_articles, open_article


def bodies() -> list[str]:
    """Return the texts of the sample articles."""
    articles = [open_article(path) for path in list_articles(sample_articles())]
    return [article.body.of(article.text) for article in articles]


def texts_of(words: int) -> list[str]:
    """Return the sample articles over and over, some ``words`` words of them."""
    texts, count = bodies(), 0
    chosen: list[str] = []
    while count < words:
        for text in texts:
            chosen.append(text)
            count += len(text.split())
    return chosen


def seconds_per_pipe(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    """Return how long the tokenizer and each component took over all texts."""
    taken = dict.fromkeys(("tokenizer", *nlp.pipe_names), 0.0)
    for text in texts:
        started = time.perf_counter()
        doc = nlp.make_doc(text)
        taken["tokenizer"] += time.perf_counter() - started
        for name, pipe in nlp.pipeline:
            started = time.perf_counter()
            doc = pipe(doc)
            taken[name] += time.perf_counter() - started
    return taken


def measure_components(nlp: Language, texts: Sequence[str], rounds: int) -> None:
    """Print the speed of the bare and of the whole pipeline, and each component's share."""
    words = sum(len(text.split()) for text in texts)
    taken = [seconds_per_pipe(nlp, texts) for _ in range(rounds)]
    median = {name: statistics.median(t[name] for t in taken) for name in taken[0]}
    whole = sum(median.values())
    ours = sum(median[name] for name in COMPONENTS)
    print(f"bare pipeline      {words / (whole - ours):8,.0f} words/s")
    print(f"whole pipeline     {words / whole:8,.0f} words/s   ratio {(whole - ours) / whole:.2f}")
    print(f"our components     {ours / whole:8.1%} of the time")
    for name, seconds in sorted(median.items(), key=lambda item: -item[1]):
        print(f"  {name:<24}{seconds / whole:8.1%}")


def measure_growth(nlp: Language) -> None:
    """Print how the time of one article grows as the article doubles."""
    body = "\n\n".join(bodies())
    times = []
    for copies in (2, 4, 8):
        started = time.perf_counter()
        nlp("\n\n".join([body] * copies))
        times.append(time.perf_counter() - started)
    for small, large in pairwise(times):
        print(f"twice the article  {large / small:8.2f} times the time")


def measure_jobs(files: int, pipeline: str | None) -> None:
    """Print how much faster two processes are than one, start-up included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = texts_of(1)
        for number in range(files):
            (folder / f"{number}.txt").write_text(texts[number % len(texts)], "utf-8")
        taken = [time_jobs(folder, jobs, pipeline) for jobs in (1, 2)]
    print(f"--jobs 2           {taken[0] / taken[1] / 2:8.2f} of twice the speed ({files} files)")


def time_jobs(folder: Path, jobs: int, pipeline: str | None) -> float:
    """Return the seconds that ``newsreader annotate --jobs`` takes for a folder."""
    command = [sys.executable, "-m", "reader", "annotate", str(folder), "--jobs", str(jobs)]
    command += ["--pipeline", pipeline] if pipeline else []
    started = time.perf_counter()
    subprocess.run([*command, "--force"], check=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--pipeline")
    asked = parser.parse_args()
    nlp = load_pipeline(asked.pipeline)
    nlp.max_length = 10**9
    texts = texts_of(asked.words)
    seconds_per_pipe(nlp, texts[:3])  # warm up
    measure_components(nlp, texts, asked.rounds)
    measure_growth(nlp)
    measure_jobs(asked.files, asked.pipeline)


if __name__ == "__main__":
    main()
