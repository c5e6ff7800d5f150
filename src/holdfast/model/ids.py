"""Short stable ids: the same content gives the same id on every machine and every day."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

#: Letters after the prefix; 50 bits, so that a million ids collide with probability 0.0004.
LENGTH = 10


def stable_id(prefix: str, *parts: object) -> str:
    """A `prefix` and ten letters or digits that stand for `parts`.

    In: any values whose `str` is their identity; None counts as empty. Out: for instance
    `c4k2vq7m5xa`. Parts are separated by a character that text does not hold, so ("ab", "c") and
    ("a", "bc") differ.
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    digest = hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return prefix + base64.b32encode(digest).decode("ascii").lower()[:LENGTH]


def content_hash(data: bytes) -> str:
    """SHA-256 of an original's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_hash(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return content_hash(text.encode("utf-8", "surrogatepass"))


def suffixed(id: str, digest: str) -> Iterator[str]:
    """Ids to try for a text whose own may be taken: itself, then with more and more of its hash."""
    yield id
    for length in range(6, len(digest) + 1):
        yield f"{id}~{digest[:length]}"
