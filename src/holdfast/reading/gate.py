"""The gate: which blocks of a text can hold a claim at all, before anything is parsed.

Parsing takes nearly all of the reader's time, and most news is of something else. A text with
hardly a word of arms is not parsed; one that speaks of arms in passing is parsed around those words
only; one that speaks of them throughout is parsed whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from holdfast.language import verb_forms
from holdfast.language.blocks import Block
from holdfast.model import Document
from holdfast.reading.parties.lexicon import party_words
from holdfast.reading.parties.names import group_names

#: A text in which this share of the words are of arms is of war throughout.
THROUGHOUT = 0.01
#: A text of fewer characters is parsed whole: it costs little, and may say all in one line.
SHORT = 600
#: Blocks before and behind a word of arms that are parsed with it: who is meant by "they", and what
#: "there" was.
BEFORE, BEHIND = 2, 2
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _words() -> frozenset[str]:
    words = party_words()
    return words.arms | words.soldiers | frozenset(verb_forms(words.deeds))


@cache
def _first_words() -> frozenset[str]:
    """The words that a group's name may begin with; without one the names need not be tried."""
    return frozenset(match[0] for name in group_names() if (match := _WORD.search(name)))


@cache
def _groups() -> re.Pattern[str]:
    names = sorted(group_names(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def passing(document: Document, blocks: Sequence[Block]) -> list[Block]:
    """Those of a document's blocks that can hold a claim, in order."""
    if len(document.text) < SHORT:
        return list(blocks)
    arms, firsts = _words(), _first_words()
    told: list[int] = []
    words = 0
    for block in blocks:
        text = document.text[block.span.start : block.span.end]
        found = _WORD.findall(text)
        words += len(found)
        count = sum(w.lower() in arms for w in found)
        if not firsts.isdisjoint(found):
            count += len(_groups().findall(text))
        told.append(count)
    if sum(told) >= THROUGHOUT * words:
        return list(blocks)
    near = {
        i for at, count in enumerate(told) if count for i in range(at - BEFORE, at + BEHIND + 1)
    }
    return [block for i, block in enumerate(blocks) if i in near]
