"""Train the English pipeline that the package ships, from data to weights.

    python -m training.english [--data FOLDER] [--no-teacher]

1. Cut the licence-clean documents of UD English GUM into train, dev and test by the official lists.
2. Train a larger parser, the teacher, on the training documents (needs the extra `teacher`).
3. Let it label the reports in `training/english/raw`.
4. Add headline and unpunctuated variants, and train the spaCy pipeline of `config.cfg` on all of
   it, choosing by the gold dev documents.
5. Put it into the package and print its scores on GUM dev. Test scores are `make bench`'s.

What is finished is kept in `training/work` and not made again. With `--no-teacher` steps 2 and 3
are left out. Sentences and words are the corpus's; nothing is downloaded.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.cli.evaluate import evaluate
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin

from training.english.augment import variants
from training.english.corpus import document_names, read_docs

HERE = Path(__file__).parent
WORK = HERE.parent / "work"
SHIPPED = HERE.parents[1] / "src" / "holdfast" / "language" / "models" / "en"
DATA = HERE.parents[2] / "shared" / "data" / "reading"
GUM = "ud_english_gum_ccby"


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write documents as a DocBin."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def load(path: Path) -> list[Doc]:
    """The documents of a DocBin."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def split_gum(folder: Path) -> dict[str, list[Path]]:
    """The treebank's files by split: those the two listings name, and the rest to train on.

    Raises:
        SystemExit: where the folder holds no treebank, naming it.

    """
    files = sorted(folder.rglob("*.conllu"))
    if not files:
        raise SystemExit(f"no CoNLL-U files in {folder}; give the folder of the data with --data")
    dev = document_names(folder / "dev_docs.txt")
    test = document_names(folder / "test_docs.txt")
    return {
        "dev": [f for f in files if f.stem in dev],
        "test": [f for f in files if f.stem in test],
        "train": [f for f in files if f.stem not in dev | test],
    }


def prepare(data: Path) -> None:
    """Step 1."""
    vocab = spacy.blank("en").vocab
    for split, files in split_gum(data / GUM).items():
        path = WORK / f"{split}.spacy"
        if not path.exists():
            save(read_docs(files, vocab), path)


def label_raw() -> Path:
    """Steps 2 and 3: the labelled reports."""
    from training.teacher.label import label
    from training.teacher.train import load_sentences
    from training.teacher.train import train as train_teacher

    labelled = WORK / "labelled.spacy"
    if not (WORK / "teacher" / "teacher.pt").exists():
        train_teacher(
            load_sentences(WORK / "train.spacy"), load_sentences(WORK / "dev.spacy"),
            WORK / "teacher", epochs=12,
        )  # fmt: skip
    if not labelled.exists():
        label(WORK / "teacher", HERE / "raw", labelled)
    return labelled


def strip(model: Path) -> None:
    """Leave out of a trained pipeline what only training needed, and what tells of this machine."""
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    for key in ("performance", "speed"):
        meta.pop(key, None)
    meta |= {"name": "holdfast", "description": "UD English, trained by training/english",
             "license": "Apache-2.0", "author": "The Holdfast authors"}  # fmt: skip
    (model / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA, help="the folder that holds " + GUM)
    parser.add_argument("--no-teacher", action="store_true", help="train on gold documents alone")
    options = parser.parse_args()
    prepare(options.data)
    gold = load(WORK / "train.spacy")
    labelled = [] if options.no_teacher else load(label_raw())
    mixed = WORK / "mixed.spacy"
    save([*gold, *labelled, *variants([*gold, *labelled])], mixed)
    train(
        HERE / "config.cfg", WORK / "pipeline",
        overrides={"paths.train": str(mixed), "paths.dev": str(WORK / "dev.spacy")},
    )  # fmt: skip
    shutil.rmtree(SHIPPED, ignore_errors=True)
    shutil.copytree(WORK / "pipeline" / "model-best", SHIPPED)
    strip(SHIPPED)
    scores = evaluate(str(SHIPPED), WORK / "dev.spacy", silent=True)
    print({k: round(100 * scores[k], 1) for k in ("dep_uas", "dep_las", "tag_acc", "sents_f")})


if __name__ == "__main__":
    main()
