"""Near copies: documents that say the same in the same words.

Bottom-k sketches of five-word shingles (Broder 1997) find candidates; the exact shares of common
shingles decide. One document may be contained in a longer one, so that an agency's dispatch inside
a page is found too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

import msgspec

#: Words in a shingle.
SHINGLE = 5
#: Hashes kept in a sketch.
SKETCH = 128
#: Shingles in common, as a share of the shorter document's, from which two are copies.
COPY = 0.5
#: Documents shorter than this many shingles are copies only where equal.
SHORT = 12
_WORD = re.compile(r"\w+")


class Copy(msgspec.Struct, frozen=True):
    """Two documents with the share of the shorter one's shingles that stand in the longer."""

    first: str
    second: str
    share: float


def shingles(text: str) -> frozenset[int]:
    """64-bit hashes of every five consecutive words, in lower case, punctuation left out."""
    words = _WORD.findall(text.lower())
    return frozenset(
        int.from_bytes(
            hashlib.blake2b(" ".join(words[i : i + SHINGLE]).encode(), digest_size=8).digest(),
            "big",
        )
        for i in range(max(1, len(words) - SHINGLE + 1))
    )


def find_copies(texts: Mapping[str, str]) -> list[Copy]:
    """Every pair of near copies among documents by id, in order of their ids."""
    sets = {id: shingles(text) for id, text in sorted(texts.items())}
    owners: dict[int, list[str]] = {}
    for id, found in sets.items():
        for hashed in sorted(found)[:SKETCH]:
            owners.setdefault(hashed, []).append(id)
    pairs = {
        (a, b) for ids in owners.values() if 1 < len(ids) < 200
        for i, a in enumerate(ids) for b in ids[i + 1 :]
    }  # fmt: skip
    copies = []
    for first, second in sorted(pairs):
        a, b = sets[first], sets[second]
        shorter = min(len(a), len(b))
        share = len(a & b) / shorter
        if share >= (COPY if shorter >= SHORT else 1.0):
            copies.append(Copy(first, second, round(share, 3)))
    return copies


def clusters(ids: Iterable[str], copies: Iterable[Copy]) -> dict[str, str]:
    """For each document the first id of its group of copies; its own where it has none."""
    leader = {id: id for id in ids}

    def find(id: str) -> str:
        while leader[id] != id:
            leader[id] = leader[leader[id]]
            id = leader[id]
        return id

    for copy in copies:
        a, b = find(copy.first), find(copy.second)
        if a != b:
            leader[max(a, b)] = min(a, b)
    return {id: find(id) for id in leader}
