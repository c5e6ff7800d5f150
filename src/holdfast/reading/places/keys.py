"""How names are compared: a folded key for the same spelling, a skeleton for garbled ones."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SILENT = re.compile(r"['`\u2018\u2019\u02bc\u02bb\u2032\"]")

#: Spellings of one sound in the romanisations of Ukrainian, Russian and Arabic names, in order.
_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "h"), ("zh", "j"), ("sh", "s"),
    ("ch", "c"), ("ts", "c"), ("tz", "c"), ("dz", "j"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("z", "s"), ("g", "h"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyj]+")
_DOUBLED = re.compile(r"(.)\1+")
_LEADING_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az) ")
_ARTICLES = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at|az|the)\b ?")


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Lower-case ASCII words with single spaces: "Куп'янськ" is "kupyansk", "Dayr az-Zawr" is
    "dayr az zawr". Empty for a name with no letter or digit.
    """
    plain = _SILENT.sub("", name)
    if not plain.isascii():
        plain = _SILENT.sub("", anyascii(plain))
    return _NOT_WORD.sub(" ", plain.lower()).strip()


def without_article(key: str) -> str:
    """A folded key without the Arabic article before it: "hudaydah" for "al hudaydah"."""
    return _LEADING_ARTICLE.sub("", key)


@lru_cache(maxsize=100_000)
def skeleton(key: str) -> str:
    """The consonants of a folded key by their sounds: "kupiansk" and "kupansk" are "kpnsk".

    A first vowel is kept as "a", so that "izium" ("asm") and "zim" differ.
    """
    bare = _ARTICLES.sub("", key).replace(" ", "") or key.replace(" ", "")
    for spelling, sound in _SOUNDS:
        bare = bare.replace(spelling, sound)
    opening = "a" if bare[:1] in set("aeiouyj") else ""
    return opening + _DOUBLED.sub(r"\1", _VOWELS.sub("", bare))
