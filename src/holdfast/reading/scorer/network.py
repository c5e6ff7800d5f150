"""The scorer's network at run time: an ONNX encoder and a few small layers over its vectors.

`training/scorer` makes both. The encoder is MiniLM (Wang et al. 2020) fitted to annotated reports,
its weights in eight bits; the layers are described by `Heads` there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from holdfast.reading.scorer.features import KINDS
from holdfast.reading.scorer.pieces import Cutter, Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

#: Windows encoded together.
BATCH = 8
_ROOT = np.float32(math.sqrt(2 / math.pi))
Array = NDArray[np.float32]
#: A stretch of pieces: window, first, stop.
Stretch = tuple[int, int, int]


class Asked(msgspec.Struct, frozen=True):
    """What is asked of some windows; `pairs` are rows of `anchors` and of `actors`."""

    anchors: Sequence[Stretch]
    governors: Sequence[Stretch]
    features: Array
    actors: Sequence[Stretch]
    pairs: NDArray[np.int64]
    pair_features: Array


class Answer(msgspec.Struct, frozen=True):
    """Probabilities: of the kinds at each anchor (N, K), of its being denied and unsure (N, 2); and
    the scores of each pair (P, K) and of nobody (N, K), before they are set against each other.
    """

    kinds: Array
    stance: Array
    sides: Array
    nobody: Array


class Network:
    """The shipped network."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds `encoder.onnx`, `heads.npz` and `pieces.json`."""
        self.cutter = Cutter(folder / "pieces.json")
        self._session = _session(folder / "encoder.onnx")
        with np.load(folder / "heads.npz") as heads:
            self._heads: dict[str, Array] = {k: heads[k].astype(np.float32) for k in heads.files}

    def encode(self, windows: Sequence[Window]) -> list[Array]:
        """The vectors of each window's pieces: (length, D)."""
        vectors: list[Array] = []
        for at in range(0, len(windows), BATCH):
            some = windows[at : at + BATCH]
            longest = max(len(w.pieces) for w in some)
            pieces = np.zeros((len(some), longest), np.int64)
            for row, window in zip(pieces, some, strict=True):
                row[: len(window.pieces)] = window.pieces
            mask = np.zeros_like(pieces)
            for row, window in zip(mask, some, strict=True):
                row[: len(window.pieces)] = 1
            (hidden,) = self._session.run(None, {"pieces": pieces, "mask": mask})
            vectors += [h[: len(w.pieces)] for h, w in zip(hidden, some, strict=True)]
        return vectors

    def ask(self, vectors: Sequence[Array], asked: Asked) -> Answer:
        """The answers for what is asked of windows with these vectors."""
        anchor = np.concatenate(
            [_means(vectors, asked.anchors), _means(vectors, asked.governors), asked.features], 1
        )
        z = _gelu(self._layer("anchor", anchor))
        asks = self._layer("asks", z).reshape(len(z), len(KINDS), -1)
        actors = _means(vectors, asked.actors)[asked.pairs[:, 1]]
        met = _gelu(self._layer("actor", np.concatenate([actors, asked.pair_features], 1)))
        answers = self._layer("answers", met)
        sides = np.einsum("pkm,pm->pk", asks[asked.pairs[:, 0]], answers)
        return Answer(
            _sigmoid(self._layer("kinds", z)), _sigmoid(self._layer("stance", z)), sides,
            self._layer("nobody", z),
        )  # fmt: skip

    def _layer(self, name: str, x: Array) -> Array:
        made: Array = x @ self._heads[f"{name}.weight"].T + self._heads[f"{name}.bias"]
        return made


def _means(vectors: Sequence[Array], stretches: Sequence[Stretch]) -> Array:
    return np.stack([vectors[w][first:stop].mean(0) for w, first, stop in stretches])


def _sigmoid(x: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))), np.float32)


def _gelu(x: Array) -> Array:
    return np.asarray(0.5 * x * (1 + np.tanh(_ROOT * (x + 0.044715 * x * x * x))), np.float32)


@lru_cache(maxsize=2)
def _session(path: Path) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # The same sums in the same order on every machine with the same instructions.
    options.use_deterministic_compute = True
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
