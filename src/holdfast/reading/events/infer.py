"""Who took a place, where the words leave it out: "Izium has been liberated", "denied its capture".

Each rule names itself in `because` and lowers the confidence; where none holds, nobody is named.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.reading.certainty.analysis import Stance
from holdfast.reading.events.drafts import Draft
from holdfast.reading.parties.resolve import Parties, Party

#: Words that only friends of the winner use.
_FRIENDLY = frozenset({"liberate", "free", "deoccupy", "de-occupy", "liberation", "deoccupation"})
_GAINS = frozenset({"control_gained", "advance"})
_LOSSES = frozenset({"withdrawal", "control_lost"})


class Inference:
    """Infers missing sides in one document."""

    def __init__(self, drafts: Sequence[Draft], parties: Parties) -> None:
        """`drafts` are all of the document's."""
        self.drafts = drafts
        self.parties = parties

    def winner(self, draft: Draft, stance: Stance, speaker: str | None) -> Draft:
        """The draft with its winner, where it tells of a gain that names none."""
        if draft.kind != "control_gained" or draft.side is not None:
            return draft
        found = self._guess(draft, stance, speaker)
        if found is None:
            return draft
        side, rule = found
        party = Party(side, side, draft.predicate.token.text, rule, 0.6)
        return msgspec.structs.replace(
            draft, side=party, because=(*draft.because, rule), confidence=round(0.8 * draft.confidence, 3)
        )

    def _guess(self, draft: Draft, stance: Stance, speaker: str | None) -> tuple[str, str] | None:
        voice = speaker if speaker is not None else self.parties.author
        if "polarity.deny" in stance.because and (other := self.parties.other(voice)):
            return other, "party.denied-by-other"
        if draft.predicate.lemma in _FRIENDLY and voice is not None:
            return voice, "party.friendly-word"
        if draft.target is not None and (other := self.parties.other(draft.target.side)):
            return other, "party.other-than-loser"
        place = _place(draft)
        if place is None:
            return None
        near = sorted(
            (d for d in self.drafts if d is not draft and d.side is not None and _place(d) == place),
            key=lambda d: abs(d.sentence.index - draft.sentence.index),
        )
        for other_draft in near:
            if other_draft.side is not None and other_draft.kind in _GAINS:
                return other_draft.side.side, "party.same-place"
            if other_draft.side is not None and other_draft.kind in _LOSSES:
                winner = self.parties.other(other_draft.side.side)
                if winner is not None:
                    return winner, "party.same-place"
        return None


def _place(draft: Draft) -> str | None:
    mention = draft.site.mention if draft.site is not None else None
    return mention.chosen.id if mention is not None and mention.chosen is not None else None
