"""The layers that spaCy does not have.

The embedding differs from spaCy's MultiHashEmbed in two ways. The pieces of a word are longer
(three letters in front, two and four at the end), since names and word classes show there. And
the vectors of words and the gazetteer's bits go beside the hashed pieces as they are.

The two wrappers make a model multiply matrices with numpy's library instead of blis. On current
x86 processors that is about three times as fast, and the pipeline spends most of its time there.
"""

from collections.abc import Callable
from typing import Any, Literal, cast

import numpy as np
from numpy.typing import NDArray
from spacy.ml.models.parser import build_tb_parser_model
from spacy.ml.models.tok2vec import build_Tok2Vec_model
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    Ops,
    chain,
    concatenate,
    glorot_uniform_init,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints1d, Ints2d, Ragged

from reader.pipeline import gazetteer, vectors
from reader.pipeline.word_table import WordTable

PIECES = ("norm", "prefix", "short_suffix", "long_suffix", "shape")


def make_embed(width: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Return a layer that turns each token into a vector of `width`.

    Args:
        width: Of the output, in numbers.
        rows: Sizes of the hash tables of `PIECES`, in that order; the first table is as wide as
            the output, the others half as wide.

    Raises:
        ValueError: There are not as many rows as pieces.
    """
    if len(rows) != len(PIECES):
        raise ValueError(f"{len(PIECES)} tables are needed, not {len(rows)}")
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(
            width // 2 if column else width, count, column=column, seed=8 + column, dropout=0.0
        )
        for column, count in enumerate(rows)
    ]
    wide = width + (len(tables) - 1) * (width // 2) + vectors.DIMENSIONS + gazetteer.WIDTH
    hashed: Model[list[Doc], Ragged] = chain(
        _pieces_layer(),
        cast(Model[Ragged, Ragged], with_array(concatenate(*tables))),
    )
    maxout = Maxout(width, wide, nP=3, dropout=0.0, normalize=True, init_W=_init_mixing)
    mix = cast(Model[Ragged, Ragged], with_array(maxout))
    known = (
        _features_layer("newsreader_vector_features", vectors.DIMENSIONS, vectors.features),
        _features_layer("newsreader_gazetteer_features", gazetteer.WIDTH, gazetteer.features),
    )
    return chain(concatenate(hashed, *known), mix, ragged2list())


def make_tok2vec(
    embed: Model[list[Doc], list[Floats2d]], encode: Model[list[Floats2d], list[Floats2d]]
) -> Model[list[Doc], list[Floats2d]]:
    """Return spaCy's tok2vec of the layers `embed` and `encode`, on numpy's matrix product."""
    return use_numpy_blas(build_Tok2Vec_model(embed, encode))


def make_transition_model(
    tok2vec: Model[list[Doc], list[Floats2d]],
    state_type: Literal["parser", "ner"],
    hidden_width: int,
    maxout_pieces: int,
) -> Model[Any, Any]:
    """Return spaCy's transition model, on numpy's matrix product.

    The arguments are those of spaCy's `TransitionBasedParser.v2` of the same names.
    """
    return use_numpy_blas(
        build_tb_parser_model(
            tok2vec=tok2vec,
            state_type=state_type,
            extra_state_tokens=False,
            hidden_width=hidden_width,
            maxout_pieces=maxout_pieces,
            use_upper=True,
        )
    )


def use_numpy_blas(model: Model[Any, Any]) -> Model[Any, Any]:
    """Return `model`, its layers set to numpy's matrix product where they are on the plain CPU."""
    for node in model.walk():
        # Apple's operations and a graphics card's have faster products of their own.
        if type(node.ops) is NumpyOps:
            node.ops = NumpyOps(use_blis=False)
    return model


def _init_mixing(ops: Ops, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Return initial weights as usual, but zero for the gazetteer's bits.

    A bit that never occurs in training must not shift a word's vector later.
    """
    weights = cast(NDArray[np.float32], glorot_uniform_init(ops, shape))
    weights[..., -gazetteer.WIDTH :] = 0.0
    return weights


def _pieces(token: Token) -> NDArray[np.uint64]:
    """Return the hashes of the token's `PIECES`."""
    low = token.text.lower()
    pieces = (token.norm_, low[:3], low[-2:], low[-4:])
    row = [*(get_string_id(piece) if piece else 0 for piece in pieces), token.shape]
    return np.array(row, dtype=np.uint64)


def _pieces_layer() -> Model[list[Doc], Ragged]:
    table = WordTable(np.zeros((1024, len(PIECES)), dtype=np.uint64), _pieces)

    def forward(
        model: Model[list[Doc], Ragged], docs: list[Doc], is_train: bool
    ) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
        del is_train
        rows: Any = np.concatenate([table.look_up(doc) for doc in docs])
        data = model.ops.asarray2i(rows, dtype="uint64")
        return Ragged(data, _lengths(model, docs)), _no_gradient

    return Model("newsreader_pieces", forward)


def _features_layer(
    name: str, width: int, features: Callable[[Doc], NDArray[np.float32]]
) -> Model[list[Doc], Ragged]:
    def forward(
        model: Model[list[Doc], Ragged], docs: list[Doc], is_train: bool
    ) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
        del is_train
        rows: Any = np.concatenate([features(doc) for doc in docs])
        return Ragged(model.ops.asarray2f(rows), _lengths(model, docs)), _no_gradient

    return Model(name, forward, dims={"nO": width})


def _lengths(model: Model[list[Doc], Ragged], docs: list[Doc]) -> Ints1d:
    return model.ops.asarray1i([len(doc) for doc in docs])


def _no_gradient(_: Ragged) -> list[Doc]:
    return []
