"""Label raw text with the teacher.

    python -m training.teacher.label TEACHER_DIR RAW_DIR OUT.spacy

In: `*.txt` files with one sentence a line, an empty line between paragraphs and `%%` between
documents. Out: a DocBin, one document a paragraph, words as the shipped tokenizer cuts them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
import torch
from lemminflect import getAllLemmas
from spacy.tokens import Doc, DocBin
from tqdm import tqdm
from ufal.chu_liu_edmonds import chu_liu_edmonds

from training.teacher.data import MAX_WORDS, TAGGERS, Sentence, to_batch
from training.teacher.network import Teacher
from training.teacher.train import ENCODER, tokenizer

SENTENCES_A_BATCH = 48


def paragraphs(path: Path) -> Iterator[list[str]]:
    """Lists of sentences, a list a paragraph."""
    lines: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip() and line.strip() != "%%":
            lines.append(line.strip())
        elif lines:
            yield lines
            lines = []


class Labeller:
    """The trained teacher, ready to parse sentences given as words."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where `training.teacher.train` left its weights."""
        saved = torch.load(folder / "teacher.pt", weights_only=True)
        self.classes: dict[str, list[str]] = saved["classes"]
        sizes = {name: len(self.classes[name]) for name in TAGGERS}
        self.teacher = Teacher(str(ENCODER), len(self.classes["relations"]), sizes)
        self.teacher.load_state_dict(saved["weights"])
        self.teacher.eval()
        self.pieces = tokenizer()

    @torch.no_grad()
    def parse(self, sentences: Sequence[list[str]]) -> list[Sentence]:
        """Heads (from 1, 0 the root; always one tree with one root), relations and tags."""
        blank = [Sentence(w, [0] * len(w), [""] * len(w), dict.fromkeys(TAGGERS, [""] * len(w)))
                 for w in sentences]  # fmt: skip
        batch = to_batch(blank, self.pieces, self.classes)
        scores = self.teacher(batch.pieces, batch.cases, batch.mask, batch.firsts)
        arcs = scores.arcs.masked_fill(~batch.words.unsqueeze(1), -1e4).log_softmax(-1)
        relations = self.classes["relations"]
        root = relations.index("ROOT")
        scores.labels[..., root] = -1e4
        best = scores.labels.argmax(-1)
        tags = {name: tagger.argmax(-1) for name, tagger in scores.taggers.items()}
        parsed = []
        for row, words in enumerate(sentences):
            n = len(words) + 1
            heads = one_root_tree(arcs[row, :n, :n].double().numpy())
            labels = ["ROOT" if head == 0 else relations[int(best[row, i, head])]
                      for i, head in enumerate(heads, 1)]  # fmt: skip
            named = {
                name: [self.classes[name][int(tags[name][row, i])] for i in range(1, n)]
                for name in TAGGERS
            }
            parsed.append(Sentence(list(words), heads, labels, named))
        return parsed


def one_root_tree(scores: np.ndarray) -> list[int]:
    """The heads of the best tree in which one word hangs on the root.

    In: log scores (dependents, heads), row and column 0 the root. The best tree with several
    roots is redone for each of them as the only one, and the best of these taken.
    """
    scores = np.ascontiguousarray(scores)
    np.fill_diagonal(scores, np.nan)
    scores[0] = np.nan
    heads, _ = chu_liu_edmonds(scores)
    roots = [i for i, head in enumerate(heads) if head == 0 and i]
    if len(roots) > 1:
        tries = []
        for root in roots:
            only = scores.copy()
            only[1:, 0] = np.nan
            only[root] = np.nan
            only[root, 0] = 0.0
            found, total = chu_liu_edmonds(only)
            tries.append((total + scores[root, 0], found))
        heads = max(tries, key=lambda t: t[0])[1]
    return [int(head) for head in heads[1:]]


def label(folder: Path, raw: Path, out: Path) -> None:
    """Parse every paragraph of `raw` and write the DocBin."""
    labeller = Labeller(folder)
    nlp = spacy.blank("en")
    grouped = []
    for path in sorted(raw.glob("*.txt")):
        for lines in paragraphs(path):
            words = [[t.text for t in nlp.make_doc(line) if not t.is_space] for line in lines]
            if all(0 < len(w) <= MAX_WORDS for w in words):
                grouped.append((lines, words))
    flat = [w for _, sentences in grouped for w in sentences]
    order = sorted(range(len(flat)), key=lambda i: len(flat[i]))
    parsed: dict[int, Sentence] = {}
    for at in tqdm(range(0, len(order), SENTENCES_A_BATCH), desc="labelling", disable=None):
        ids = order[at : at + SENTENCES_A_BATCH]
        parsed.update(zip(ids, labeller.parse([flat[i] for i in ids]), strict=True))
    bin, at = DocBin(), 0
    for lines, sentences in grouped:
        bin.add(_doc(nlp, lines, [parsed[i] for i in range(at, at + len(sentences))]))
        at += len(sentences)
    bin.to_disk(out)
    print(f"{len(grouped)} paragraphs, {len(flat)} sentences, {sum(map(len, flat))} words -> {out}")


def _doc(nlp: spacy.Language, lines: Sequence[str], parsed: Sequence[Sentence]) -> Doc:
    words, spaces, heads, deps, tags, pos, morphs, starts = [], [], [], [], [], [], [], []
    lemmas: list[str] = []
    for line, sentence in zip(lines, parsed, strict=True):
        offset = len(words)
        tokens = [t for t in nlp.make_doc(line) if not t.is_space]
        words += sentence.words
        spaces += [bool(t.whitespace_) for t in tokens[:-1]] + [True]
        heads += [offset + (head - 1 if head else i) for i, head in enumerate(sentence.heads)]
        deps += sentence.relations
        tags += sentence.tags["xpos"]
        pos += sentence.tags["upos"]
        morphs += sentence.tags["feats"]
        starts += [i == 0 for i in range(len(sentence.words))]
        lemmas += [
            lemma(word, upos)
            for word, upos in zip(sentence.words, sentence.tags["upos"], strict=True)
        ]
    return Doc(
        nlp.vocab, words=words, spaces=spaces, heads=heads, deps=deps, tags=tags, pos=pos,
        morphs=morphs, lemmas=lemmas, sent_starts=starts,
    )  # fmt: skip


def lemma(word: str, upos: str) -> str:
    """The dictionary's lemma of an open-class word; "" (not to be learnt) for the others."""
    if upos not in {"VERB", "NOUN", "ADJ", "ADV"}:
        return ""
    known = getAllLemmas(word, upos=upos).get(upos, ())
    return known[0] if known else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("teacher", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    label(options.teacher, options.raw, options.out)


if __name__ == "__main__":
    main()
