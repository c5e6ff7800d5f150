"""Near copies: documents that say the same in the same words.

Samples of five-word shingles find candidates (those whose hash is 0 modulo a number, and the
smallest few, so that short texts have some: A. Z. Broder, On the resemblance and containment of
documents, 1997); the exact shares of common shingles decide. One document may be contained in a
longer one, so that an agency's dispatch inside a page is found too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import msgspec

#: Words in a shingle.
SHINGLE = 5
#: One hash in so many is sampled, and the smallest few besides.
SAMPLE, SMALLEST = 8, 16
#: A shingle that more documents share than this is a formula, no sign of copying.
FORMULA = 200
#: Shingles in common, as a share of the shorter document's, from which two are copies.
COPY = 0.5
#: Documents shorter than this many shingles are copies only where equal.
SHORT = 12
_WORD = re.compile(r"\w+")


class Copy(msgspec.Struct, frozen=True):
    """Two documents with the shares of the shorter one's shingles that stand in the longer, and of
    the longer one's in the shorter; `longer` is the id of the longer.
    """

    first: str
    second: str
    share: float
    of_longer: float
    longer: str

    @property
    def shorter(self) -> str:
        """The id of the shorter document."""
        return self.first if self.longer == self.second else self.second


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
    """Every pair of near copies among documents by id, in order of their ids; of several equal
    documents each is paired with the first.
    """
    sets: dict[str, frozenset[int]] = {}
    first_of: dict[frozenset[int], str] = {}
    copies: list[Copy] = []
    for id, text in sorted(texts.items()):
        found = shingles(text)
        same = first_of.setdefault(found, id)
        if same != id:
            copies.append(Copy(same, id, 1.0, 1.0, id))
        else:
            sets[id] = found
    for first, second in sorted(_candidates(sets)):
        a, b = sets[first], sets[second]
        common, shorter, longer = len(a & b), min(len(a), len(b)), max(len(a), len(b))
        if common / shorter >= (COPY if shorter >= SHORT else 1.0):
            copies.append(
                Copy(first, second, round(common / shorter, 3), round(common / longer, 3),
                     first if len(a) > len(b) else second)
            )  # fmt: skip
    return sorted(copies, key=lambda c: (c.first, c.second))


def _candidates(sets: Mapping[str, frozenset[int]]) -> set[tuple[str, str]]:
    owners: dict[int, list[str]] = {}
    for id, found in sets.items():
        sampled = {h for h in found if h % SAMPLE == 0} | set(sorted(found)[:SMALLEST])
        for hashed in sampled:
            owners.setdefault(hashed, []).append(id)
    return {pair for ids in owners.values() if len(ids) < FORMULA for pair in combinations(ids, 2)}


def digests(copies: Iterable[Copy]) -> dict[str, frozenset[str]]:
    """Documents that hold several others which are no copies of one another, with those others."""
    listed = list(copies)
    related = {frozenset((c.first, c.second)) for c in listed}
    held: dict[str, set[str]] = {}
    for copy in listed:
        if copy.of_longer < COPY:
            held.setdefault(copy.longer, set()).add(copy.shorter)
    return {
        id: frozenset(inside) for id, inside in held.items()
        if any(frozenset(pair) not in related for pair in combinations(sorted(inside), 2))
    }  # fmt: skip


def clusters(ids: Iterable[str], copies: Iterable[Copy]) -> dict[str, str]:
    """For each document the first id of its group of copies; its own where it has none. A digest
    is no copy of what it gathers: that would make one source of several.
    """
    listed = list(copies)
    gathered = digests(listed)
    leader = {id: id for id in ids}

    def find(id: str) -> str:
        while leader[id] != id:
            leader[id] = leader[leader[id]]
            id = leader[id]
        return id

    for copy in listed:
        if copy.shorter in gathered.get(copy.longer, ()):
            continue
        a, b = find(copy.first), find(copy.second)
        if a != b:
            leader[max(a, b)] = min(a, b)
    return {id: find(id) for id in leader}


def gathered_claims(
    evidence: Iterable[tuple[str, str, str]], texts: Mapping[str, str], copies: Iterable[Copy]
) -> Iterator[tuple[str, str]]:
    """Which claims of a digest are words of a document that it gathers.

    In: claims as (id, document, words of evidence), the documents' texts, their copies. Out: pairs
    of a claim's id and the document whose words they are.
    """
    gathered = digests(copies)
    plain = {id: " ".join(_WORD.findall(texts[id].lower())) for d in gathered.values() for id in d}
    for claim, document, words in evidence:
        said = " ".join(_WORD.findall(words.lower()))
        for other in sorted(gathered.get(document, ())):
            if said and f" {said} " in f" {plain[other]} ":
                yield claim, other
                break
