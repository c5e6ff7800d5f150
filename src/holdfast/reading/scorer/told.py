"""What a document tells of each side by the rules: who gains in it, and who loses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from holdfast.reading.events.drafts import Draft
from holdfast.reading.places.mention import Mention
from holdfast.reading.scorer.anchors import Anchor

_GAINS = frozenset({"control_gained", "advance", "control_held"})
_LOSSES = frozenset({"control_lost", "withdrawal"})
#: Numbers that `Told.of` gives.
TOLD_FEATURES = 4


class Told:
    """The sides of one document's drafts, in all and at each place."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        """`drafts` are the rules'."""
        self._gains: Counter[str] = Counter()
        self._losses: Counter[str] = Counter()
        self._here: Counter[tuple[str, str, str]] = Counter()
        for draft in drafts:
            side = draft.side.side if draft.side is not None else None
            target = draft.target.side if draft.target is not None else None
            mention = draft.site.mention if draft.site is not None else None
            for who, kinds, other in ((side, _GAINS, _LOSSES), (target, _LOSSES, _GAINS)):
                if who is None:
                    continue
                gains = draft.kind in kinds
                if gains or draft.kind in other:
                    (self._gains if gains else self._losses)[who] += 1
                    if mention is not None:
                        self._here[_key(mention), who, "+" if gains else "-"] += 1

    def of(self, anchor: Anchor, side: str) -> list[float]:
        """A side's shares of the gains and losses told, and whether it gains or loses at this very
        place. Who was there first is not asked: that would favour a side by its name.
        """
        mention = anchor.site.mention
        key = _key(mention) if mention is not None else ""
        return [
            self._gains[side] / max(1, self._gains.total()),
            self._losses[side] / max(1, self._losses.total()),
            float(self._here[key, side, "+"] > 0),
            float(self._here[key, side, "-"] > 0),
        ]


def _key(mention: Mention) -> str:
    return mention.chosen.id if mention.chosen is not None else mention.written
