"""Real reports whose annotation stands off the text: the words stay where they are licensed.

`gold/english/real/documents.csv` names documents of corpora beside the repository;
`gold/english/real/<part>.jsonl` holds labels with an offset and a length, and not one sentence.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from bench.data import HERE, shared

FOLDER = HERE / "gold" / "english" / "real"


class RealDocument(msgspec.Struct, frozen=True):
    """A row of `documents.csv` with its text. `published` is empty where the corpus has no day."""

    document: str
    part: str
    published: str
    text: str
    title: str


def documents(part: str) -> Iterator[RealDocument]:
    """The documents of a part ("train", "dev" or "test").

    Raises:
        Absent: where a corpus is not on this machine.

    """
    with (FOLDER / "documents.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["part"] == part:
                text, title = _CORPORA[row["corpus"]](row["source"])
                yield RealDocument(row["document"], part, row["published"], text, title)


def gold(part: str) -> list[dict[str, Any]]:
    """The labels of a part, with the words they stand for."""
    texts = {d.document: d.text for d in documents(part)}
    rows = []
    for line in (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        end = row["offset"] + row.pop("length")
        rows.append(row | {"evidence": texts[row["document"]][row["offset"] : end]})
    return rows


def write_texts(part: str, folder: Path) -> Path:
    """Write a part as one JSONL file that the readers of sources take; its path."""
    path = folder / "real.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for d in documents(part):
            row = {"id": d.document, "text": d.text, "title": d.title or None}
            file.write(json.dumps(row | ({"published": d.published} if d.published else {})) + "\n")
    return path


def _ukraine(source: str) -> tuple[str, str]:
    path = shared("data", "reading", "news_ukraine_2022_2024", f"{source}.txt")
    return path.read_bytes().decode("utf-8"), ""


@cache
def _syrian() -> dict[str, tuple[str, str]]:
    path = shared("data", "reading", "news_syria_2011_2018.csv.gz")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return {row["row"]: (row["text"], row["title"]) for row in csv.DictReader(file)}


def _wikinews(source: str) -> tuple[str, str]:
    path = shared("data", "reading", "ud_english_gum_ccby", f"{source}.conllu")
    lines = path.read_text(encoding="utf-8").splitlines()
    said = [
        line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")
    ]
    return "\n\n".join(said), ""


def _re3d(source: str) -> tuple[str, str]:
    folder, _, name = source.partition("/")
    path = shared("data", "reading", "re3d", folder, "documents.json")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = row["_id"] if isinstance(row["_id"], str) else row["_id"]["$oid"]
        if found == name:
            return row["text"], row["title"]
    raise KeyError(source)


_CORPORA: dict[str, Callable[[str], tuple[str, str]]] = {
    "news_ukraine_2022_2024": _ukraine,
    "news_syria_2011_2018": lambda source: _syrian()[source],
    "ud_english_gum_ccby": _wikinews,
    "re3d": _re3d,
}
