"""Make the pipeline: `python -m reader.pipeline.train --corpora DIR --out DIR`."""

import argparse
import logging
from pathlib import Path

from reader.pipeline.train.recipe import KNOWLEDGE, VECTORS, Recipe


def main(arguments: list[str] | None = None) -> int:
    """Run the recipe as `arguments` say (default: the command line's); return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m reader.pipeline.train", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder: treebank/ and ner/")
    parser.add_argument("--out", type=Path, required=True, help="where the result goes: model/")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, help="lists and paragraphs")
    parser.add_argument("--vectors", type=Path, default=VECTORS, help="folder: pieces.npz")
    parser.add_argument("--seed", type=int, default=1, help="of both trainings (default: 1)")
    parser.add_argument("--steps", type=int, help="of both trainings; fewer for a quick trial")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    changes = {"training.seed": options.seed, "corpora.train.seed": options.seed}
    if options.steps is not None:
        changes |= {
            "training.max_steps": options.steps,
            "training.eval_frequency": options.steps,
            "training.optimizer.learn_rate.total_steps": options.steps + 1,
        }
    options.out.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(
        options.corpora,
        options.out,
        options.knowledge,
        options.vectors,
        dict(changes),
        dict(changes),
    )
    print(recipe.make())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
