"""Train one pipeline from one configuration file."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.training.loop import train
from thinc.api import Model, fix_random_seed

from reader.pipeline.gazetteer import Gazetteer
from reader.pipeline.train.readers import register_readers
from reader.pipeline.train.tokenization import adapt_tokenizer
from reader.pipeline.vectors import WordVectors

LAST = "model-last"
Known = Gazetteer | WordVectors
"""What is known of words before any training."""


def fit(
    config: Path,
    overrides: Mapping[str, Any],
    known: Iterable[Known],
    out: Path,
    start: Language | None = None,
) -> Path:
    """Train what `config` says and return the directory of the result, below `out`.

    The last weights are taken (averaged over training), not the best on some set, so that
    development scores stay honest.

    Args:
        config: The configuration file.
        overrides: Entries that replace the configuration's, by their dotted names.
        known: What is known of words beforehand; all parts of the pipeline share it.
        out: Where the result goes.
        start: A pipeline whose tok2vec gives the recogniser's own its first weights: what a word
            is like in a tree is worth knowing where names are concerned.
    """
    register_readers()
    nlp = util.load_model_from_config(
        util.load_config(config, overrides=dict(overrides), interpolate=False), auto_fill=True
    )
    adapt_tokenizer(nlp)
    for part in known:
        component(nlp, part.name).from_bytes(part.to_bytes())
    filled = nlp.config.interpolate()
    fix_random_seed(filled["training"]["seed"])
    corpora = util.registry.resolve(filled["corpora"])
    nlp.initialize(lambda: corpora["train"](nlp))
    if start is not None:
        copy_weights(
            component(start, "tok2vec").model, component(nlp, "ner").model.get_ref("tok2vec")
        )
    out.mkdir(parents=True, exist_ok=True)
    train(nlp, out)
    return out / LAST


def component(nlp: Language, name: str) -> Any:  # noqa: ANN401 (each has other methods)
    """Return a component with its own methods, which spaCy's type of it does not show."""
    return nlp.get_pipe(name)


def copy_weights(given: Model[Any, Any], taking: Model[Any, Any]) -> None:
    """Copy the weights of `given` to the first layers of `taking`, which must be like them.

    Raises:
        ValueError: They are not.
    """
    ours = (node for node in taking.walk(order="dfs_pre") if node.param_names)
    for theirs in (node for node in given.walk(order="dfs_pre") if node.param_names):
        node = next(ours)
        for name in theirs.param_names:
            weights = theirs.get_param(name)
            if node.get_param(name).shape != weights.shape:
                raise ValueError(f"layer {node.name!r} is not like {theirs.name!r}: {name}")
            node.set_param(name, weights.copy())
