"""From fitted weights to the files that ship: an eight-bit ONNX encoder and the small layers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.scorer.network import Heads

#: The first so many pieces of the vocabulary are kept whatever the texts hold.
COMMON = 14_000


class _Plain(nn.Module):
    """The encoder with nothing but tensors in and out."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        hidden: Tensor = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return hidden


def keep_pieces(encoder: nn.Module, pieces: Path, texts: Iterable[str], out: Path) -> None:
    """Leave out of the vocabulary what English reporting hardly uses, half of the word vectors.

    Kept are the `COMMON` first pieces, which are the common ones, single characters, and all that
    the `texts` are cut into. The tokenizer's file goes to `out`; the encoder is changed in place.
    """
    tokenizer = Tokenizer.from_file(str(pieces))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    seen = {i for text in texts for i in tokenizer.encode(text, add_special_tokens=False).ids}
    described = json.loads(pieces.read_text("utf-8"))
    vocabulary: dict[str, int] = described["model"]["vocab"]
    kept = sorted(
        i for piece, i in vocabulary.items()
        if i < COMMON or i in seen or len(piece.removeprefix("##")) == 1
    )  # fmt: skip
    number = {old: new for new, old in enumerate(kept)}
    described["model"]["vocab"] = {p: number[i] for p, i in vocabulary.items() if i in number}
    for token in described["added_tokens"]:
        token["id"] = number[token["id"]]
    for named in described["post_processor"].get("special_tokens", {}).values():
        named["ids"] = [number[i] for i in named["ids"]]
    described["padding"] = described["truncation"] = None
    out.write_text(json.dumps(described, ensure_ascii=False), "utf-8")
    words = encoder.embeddings.word_embeddings
    encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(
        words.weight[torch.tensor(kept)].detach().clone(), padding_idx=0
    )


def export(
    encoder: nn.Module, heads: Heads, pieces: Path, texts: Iterable[str], folder: Path
) -> None:
    """Write `encoder.onnx`, `heads.npz` and `pieces.json` into `folder`; see `keep_pieces`."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder.eval()
    keep_pieces(encoder, pieces, texts, folder / "pieces.json")
    example = torch.ones(2, 16, dtype=torch.long)
    names = {0: "window", 1: "piece"}
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        torch.onnx.export(
            _Plain(encoder), (example, example), str(whole), dynamo=False, opset_version=17,
            input_names=["pieces", "mask"], output_names=["hidden"],
            dynamic_axes={"pieces": names, "mask": names, "hidden": names},
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True
        )
    np.savez_compressed(
        folder / "heads.npz",
        **{k: v.detach().numpy().astype(np.float16) for k, v in heads.state_dict().items()},
    )
