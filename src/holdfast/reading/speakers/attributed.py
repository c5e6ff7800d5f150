"""The record of one attribution."""

from __future__ import annotations

import msgspec

from holdfast.model import Speaker


class Attribution(msgspec.Struct, frozen=True):
    """One source with its cue and content, within a sentence.

    `content` are the tokens of the sentence that it answers for; `cue` is the cue's token, or the
    source's where the cue is a preposition. `through` are those who relay it, outermost first.
    """

    sentence: int
    cue: int
    rule: str
    speaker: Speaker
    content: frozenset[int]
    through: tuple[Speaker, ...] = ()
    #: How many attributions it lies within; the outer comes first in a chain.
    depth: int = 0
