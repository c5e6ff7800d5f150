"""The claim: one thing that a text says happened or holds, at one place, by one side."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from holdfast.model.place import Place
from holdfast.model.quantity import Quantity
from holdfast.model.span import Quote
from holdfast.model.speaker import Speaker
from holdfast.model.time import TimeRange

Kind = Literal[
    "control_gained", "control_lost", "control_held", "withdrawal", "advance", "armed_clash",
    "remote_violence", "violence_against_civilians", "casualties", "equipment_loss",
    "territory_extent", "force_strength", "displacement", "civil_measure", "statement",
]  # fmt: skip
Polarity = Literal["+", "-"]
#: After FactBank (Saurí and Pustejovsky 2009): certain, probable, possible.
Certainty = Literal["certain", "probable", "possible"]
Realis = Literal[
    "actual", "ongoing", "planned", "predicted", "wanted", "hypothetical", "historical"
]

KINDS: tuple[Kind, ...] = get_args(Kind)
#: The kinds that say who holds a place, or that this is changing.
CONTROL_KINDS: frozenset[Kind] = frozenset(
    {"control_gained", "control_lost", "control_held", "withdrawal", "advance"}
)
#: Only claims of these realis move the map.
MOVING_REALIS: frozenset[Realis] = frozenset({"actual", "ongoing"})


class Actor(msgspec.Struct, frozen=True):
    """A party as the text writes it, and the name the house gives it."""

    written: str
    name: str
    side: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """See `docs/claims.md` for every field; the same names are used in every way out.

    `side` is whose act, gain, loss or holding it is: an id of the theatre, else the actor's name.
    `speakers` runs from the outermost to the one who answers for the words; empty where the
    author says it. `confidence` is how likely the sentence was read rightly, not how likely it
    is true. `because` names the rules that read it.
    """

    id: str
    document: str
    language: str = "en"
    kind: Kind
    side: str | None = None
    actor: Actor | None = None
    target: Actor | None = None
    place: Place | None = None
    time: TimeRange | None = None
    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    realis: Realis = "actual"
    speakers: tuple[Speaker, ...] = ()
    quantity: Quantity | None = None
    framing: str | None = None
    evidence: Quote
    confidence: float = 1.0
    because: tuple[str, ...] = ()

    @property
    def moves_map(self) -> bool:
        """Whether the claim is of a kind and realis that bears on who holds its place."""
        return self.kind in CONTROL_KINDS | {"armed_clash"} and self.realis in MOVING_REALIS
