"""The layers of a model that let a word's vector know its neighbours, without what only training needs.

The model's library works out for each of its layers what a backward pass would want, and walks over the
numbers a dozen times; here they are multiplied, and the largest of each word's pieces kept, in fewer steps.
Every number comes out the same to the last bit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_LAYER = r"residual\(expand_window>>maxout>>layernorm>>dropout\)"
_KNOWN = re.compile(rf"with_array\({_LAYER}(?:>>{_LAYER})*\)")


class _Layer(NamedTuple):
    """One layer; ``weights`` and ``bias`` have all first pieces in front, then all second ones."""

    weights: Floats
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats


class Encoder:
    """Stands in for a ``MaxoutWindowEncoder`` whose windows reach one word to each side; see :func:`of`."""

    def __init__(self, encode: Any) -> None:
        self._between = int(encode.attrs["pad"])
        """Rows of zeros between two documents, so that they do not see one another."""
        self._layers = [_layer(residual) for residual in encode.layers[0].layers]

    def __call__(self, vectors: Floats, lengths: Sequence[int]) -> Floats:
        """The vectors of the words of all documents, in a row; ``lengths`` are the documents'."""
        width = vectors.shape[1]
        rows = np.arange(len(vectors)) + np.repeat(np.arange(1, len(lengths) + 1) * self._between, lengths)
        padded = np.zeros((len(vectors) + (len(lengths) + 1) * self._between + 2, width), np.float32)
        inside = padded[1:-1]
        inside[rows] = vectors
        for layer in self._layers[:-1]:
            inside += _made(layer, np.ascontiguousarray(_windows(padded)))
        return inside[rows] + _made(self._layers[-1], _windows(padded)[rows])


def _windows(padded: Floats) -> Floats:
    """Each row with those beside it."""
    width = padded.shape[1]
    return sliding_window_view(padded.reshape(-1), 3 * width)[::width]


def _made(layer: _Layer, windows: Floats) -> Floats:
    """What a layer adds to the vectors."""
    every = windows.dot(layer.weights)
    every += layer.bias
    pieces = np.split(every, layer.pieces, axis=1)
    out = pieces[0].copy()
    for piece in pieces[1:]:
        np.maximum(out, piece, out=out)
    out -= out.mean(axis=1, keepdims=True)
    out *= (np.square(out).mean(axis=1, keepdims=True) + 1e-08) ** -0.5
    out *= layer.scale
    out += layer.shift
    return out


def _layer(residual: Any) -> _Layer:
    found = {part.name: part for part in residual.walk()}
    maxout, norm = found["maxout"], found["layernorm"]
    out, pieces, inputs = (maxout.get_dim(name) for name in ("nO", "nP", "nI"))
    weights = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * out, inputs)
    bias = maxout.get_param("b").T.reshape(pieces * out)
    return _Layer(weights.T, bias, pieces, norm.get_param("G"), norm.get_param("b"))


def of(encode: Any) -> Encoder | None:
    """The layers of a model, where they are of the kind that is known here."""
    if not _KNOWN.fullmatch(encode.name):
        return None
    windows = {part.attrs["window_size"] for part in encode.walk() if part.name == "expand_window"}
    return Encoder(encode) if windows == {1} else None
