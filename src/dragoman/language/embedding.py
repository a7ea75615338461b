"""The first layers of a model, whose outcome for a word is the same wherever it stands, kept by word.

A token's vector is made from hashes of its form, beginning, end and shape, and only then do its neighbours
come in.  News is made of the same few thousand words, so the first part is nearly always known.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.language import encoder

_KEPT = 50_000
"""Words whose vectors are kept, about 20 MB."""


class Embedding:
    """Stands in for the ``predict`` of a model's ``tok2vec``; see :func:`of`."""

    def __init__(self, tok2vec: Any) -> None:
        from thinc.api import chain

        embed, self._encode = tok2vec.model.layers
        self._quick = encoder.of(self._encode)
        self._features = embed.layers[0]
        self._rest: Any = chain(*embed.layers[1:])
        self._numbers: dict[bytes, int] = {}
        self._vectors: NDArray[np.float32] = np.empty((0, 0), np.float32)
        self.set_annotations = tok2vec.set_annotations

    def predict(self, docs: list[Any]) -> Any:
        """The vectors of the tokens of each document."""
        found = self._features.predict(docs)
        rows = np.ascontiguousarray(np.concatenate(found))
        whole, width = rows.tobytes(), rows.itemsize * rows.shape[1]
        keys = [whole[k : k + width] for k in range(0, len(whole), width)]
        self._learn(keys, rows)
        vectors = self._vectors[[self._numbers[key] for key in keys]]
        lengths = [len(f) for f in found]
        ends = np.cumsum(lengths)[:-1]
        if self._quick is not None:
            return np.split(self._quick(vectors, lengths), ends)
        return self._encode.predict(np.split(vectors, ends))

    def _learn(self, keys: list[bytes], rows: NDArray[np.uint64]) -> None:
        if len(self._numbers) > _KEPT:
            self._numbers.clear()
        new = {key: n for n, key in enumerate(keys) if key not in self._numbers}
        if not new:
            return
        made = self._rest.predict([rows[list(new.values())]])[0]
        held = self._vectors[: len(self._numbers)]
        self._vectors = np.concatenate([held, made]) if len(held) else made
        for key in new:
            self._numbers[key] = len(self._numbers)


def of(tok2vec: Any) -> Any:
    """What makes a model's vectors: one that remembers words where the model is built so that it can."""
    layers = getattr(getattr(tok2vec, "model", None), "layers", [])
    if len(layers) != 2 or len(layers[0].layers) != 5:
        return tok2vec
    names = [layer.name.partition("(")[0] for layer in layers[0].layers]
    if names != ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
        return tok2vec
    return Embedding(tok2vec)
