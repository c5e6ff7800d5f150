"""Annotated reports as examples for the scorer: what the rules found, and what it should say."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from rapidfuzz import fuzz

from holdfast.language import Sentence, parse
from holdfast.model import Document
from holdfast.reading import Reader
from holdfast.reading.claims import ClaimMaker
from holdfast.reading.prepared import Untold
from holdfast.reading.scorer.actors import ActorMention
from holdfast.reading.scorer.anchors import Anchor
from holdfast.reading.scorer.candidates import REACH, Candidates, candidates
from holdfast.reading.scorer.features import (
    ACTOR_FEATURES,
    ANCHOR_FEATURES,
    KINDS,
    anchor_features,
)
from holdfast.reading.scorer.pieces import Cutter
from holdfast.sources import find_files, read_documents

#: Words of a party's name that do not tell it from another.
_COMMON = frozenset(
    "the of a an s its in forces troops army fighters oblast region city town".split()
)
#: So alike (per cent) are two spellings of one name: an unknown one, and one of the lists.
SPELLING, ALIKE = 60, 80
Gold = dict[str, Any]


class Example(msgspec.Struct):
    """One document. Arrays have a row an anchor; `pair` rows are (anchor, actor) with features.

    `kinds` is 1 where gold has the kind at the anchor, `known` 0 where gold cannot be told from a
    neighbour's; `negated` and `unsure` are -1 where no claim is. `sides[a, k]` lists the actors
    that are the gold side of kind k at anchor a; an empty list says nobody, None that it is unknown.
    """

    document: str
    cut: list[list[list[int]]]
    blocks: list[int]
    anchors: list[tuple[int, int, int, int]]
    actors: list[tuple[int, int, int]]
    features: np.ndarray
    pairs: list[tuple[int, int]]
    pair_features: np.ndarray
    kinds: np.ndarray
    known: np.ndarray
    negated: np.ndarray
    unsure: np.ndarray
    sides: dict[tuple[int, int], list[int] | None]
    missed: list[Gold]


def load_gold(path: Path) -> dict[str, list[Gold]]:
    """The gold claims of each document."""
    rows: dict[str, list[Gold]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            rows.setdefault(row["document"], []).append(row)
    return rows


def examples(
    texts: Path, gold: dict[str, list[Gold]], cutter: Cutter, reader: Reader
) -> Iterator[Example]:
    """The examples of all documents in a file, or of the texts in a folder, that tell of war."""
    files = sorted(texts.glob("*.txt")) if texts.is_dir() else [texts]
    for document in read_documents(find_files(files)):
        if not isinstance(document, Document):
            continue
        (sentences,) = parse([document], pipeline=reader.pipeline, gate=reader.gate)
        ruled = reader.rules(document, sentences)
        if isinstance(ruled, Untold):
            continue
        found = candidates(ruled.prepared, ruled.read, cutter.is_common)
        cut = [
            cutter.sentence(
                s, ruled.prepared.sites.by_sentence[s.index], ruled.prepared.parties.names_in(s)
            )
            for s in sentences
        ]
        yield example(document.id, sentences, found, cut, gold.get(document.id, []), ruled.maker)


def example(
    document: str,
    sentences: Sequence[Sentence],
    found: Candidates,
    cut: list[list[list[int]]],
    gold: Sequence[Gold],
    maker: ClaimMaker,
) -> Example:
    """One document's anchors, with the gold claims that hang on each."""
    flat = [a for row in found.anchors for a in row]
    people = [*(a for row in found.actors for a in row), *found.present]
    kinds = np.zeros((len(flat), len(KINDS)), np.float32)
    known = np.ones_like(kinds)
    negated = np.full(len(flat), -1, np.float32)
    unsure = np.full(len(flat), -1, np.float32)
    sides: dict[tuple[int, int], list[int] | None] = {}
    missed: list[Gold] = []
    near = {
        a: [
            i for i, p in enumerate(people)
            if p.sentence < 0 or abs(p.sentence - anchor.sentence) <= REACH
        ]
        for a, anchor in enumerate(flat)
    }  # fmt: skip
    for row in gold:
        if row["kind"] not in KINDS:
            continue
        k = KINDS.index(row["kind"])
        best, others = _hangs_on(row, flat, sentences)
        if best is None:
            missed.append(row)
            continue
        for other in others:
            known[other, k] = kinds[other, k]
        kinds[best, k], known[best, k] = 1, 1
        negated[best] = float(row["polarity"] == "-")
        unsure[best] = float(row["certainty"] != "certain")
        if row["side"]:
            right = [i for i in near[best] if is_side(row["side"], people[i], maker)]
            sides[best, k] = right or sides.get((best, k))
        else:
            sides.setdefault((best, k), [])
    pairs = [(a, i) for a in near for i in near[a]]
    rows = [found.standing(flat[a], people[i]) for a, i in pairs]
    return Example(
        document, cut, [s.block for s in sentences],
        [(a.sentence, a.first, a.last, a.governor) for a in flat],
        [(p.sentence, p.first, p.last) for p in people],
        np.array(
            [anchor_features(a, sentences[a.sentence], found.at(a)) for a in flat], np.float32
        ).reshape(-1, ANCHOR_FEATURES),
        pairs,
        np.array(rows, np.float32).reshape(-1, ACTOR_FEATURES),
        kinds, known, negated, unsure, sides, missed,
    )  # fmt: skip


def _hangs_on(
    row: Gold, anchors: Sequence[Anchor], sentences: Sequence[Sentence]
) -> tuple[int | None, list[int]]:
    """The anchor of a gold claim, and the others that it might as well hang on."""
    start, end = row["offset"], row["offset"] + len(row["evidence"])
    written = row.get("place_written")
    within: list[tuple[float, int]] = []
    for n, anchor in enumerate(anchors):
        sentence = sentences[anchor.sentence]
        if sentence.end <= start or sentence.start >= end:
            continue
        first, last = sentence[anchor.first], sentence[anchor.last]
        inside = first.start < end and last.end > start
        named = row["place"] and _names(row["place"], anchor)
        text = " ".join(t.text for t in sentence.tokens[anchor.first : anchor.last + 1]).lower()
        worded = written and (text in written.lower() or written.lower() in text)
        if not named and not (worded and inside):
            floor = SPELLING if anchor.form == "unknown" else ALIKE
            if inside and _sounds(row["place"], written, anchor, floor):
                within.append((1.5, n))
            elif inside and not written and anchor.form in {"taken-up", "part"}:
                within.append((0.5, n))
            continue
        score = 2.0 * inside + 1.0 * bool(named) + 1.0 * bool(worded)
        if anchor.form == "implicit":
            score = 0.25
        within.append((score + 0.25 * (anchor.form in {"named", "unknown", "seat"}), n))
    if not within:
        return None, []
    ranked = sorted(within, reverse=True)
    return ranked[0][1], [n for _, n in ranked[1:]]


def _names(place: str, anchor: Anchor) -> bool:
    mention = anchor.site.mention
    if mention is None:
        return False
    names = [mention.written, mention.chosen.name if mention.chosen is not None else ""]
    return any(alike(place, name) for name in names if name)


def _sounds(place: str | None, written: str | None, anchor: Anchor, floor: float) -> bool:
    """Whether a name is the gold place in another spelling ("Novoye" for Nove)."""
    mention = anchor.site.mention
    names = [name.lower() for name in (place, written) if name]
    return mention is not None and any(
        fuzz.ratio(mention.written.lower(), name) >= floor for name in names
    )


def is_side(side: str, actor: ActorMention, maker: ClaimMaker) -> bool:
    """Whether an actor is the gold side, as leniently as the measure of claims asks."""
    recorded = maker.actor(actor.party)
    have = {actor.party.side, recorded.name if recorded is not None else ""}
    return side in have if len(side) == 2 else any(alike(side, name) for name in have if name)


def alike(one: str, other: str) -> bool:
    """Whether two names share a word, or the first five letters of one."""
    a, b = _words(one), _words(other)
    return bool(a & b) or any(x[:5] == y[:5] for x in a for y in b if min(len(x), len(y)) >= 4)


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = set(re.findall(r"[a-z0-9]+", plain))
    return words - _COMMON or words
