"""What one walk up the tree has gathered about an event."""

from __future__ import annotations

from holdfast.language import Sentence, Token
from holdfast.model import Certainty, Realis
from holdfast.reading.certainty.truth import doubt_beside

_RANK: dict[Certainty, int] = {"certain": 2, "probable": 1, "possible": 0}
_STRONGER_REALIS: dict[Realis, int] = {
    "actual": 0, "ongoing": 0, "historical": 1, "predicted": 2, "planned": 3, "wanted": 4,
    "hypothetical": 5,
}  # fmt: skip


class Walk:
    """The mutable state of one analysis; each step adds its name to `because`."""

    def __init__(self) -> None:
        """Told as a fact, until something says otherwise."""
        self.negations = 0
        #: Whether the event is called a false report: who rejects that report denies no more.
        self.denied = False
        self.certainty: Certainty = "certain"
        self.realis: Realis = "actual"
        self.because: list[str] = []

    def weaken(self, certainty: Certainty | None) -> None:
        """No surer than this."""
        if certainty is not None and _RANK[certainty] < _RANK[self.certainty]:
            self.certainty = certainty

    def mode(self, realis: Realis | None) -> None:
        """In this mode, unless one farther from fact is known."""
        if realis == "ongoing" and self.realis == "actual":
            self.realis = realis
        if realis is not None and _STRONGER_REALIS[realis] > _STRONGER_REALIS[self.realis]:
            self.realis = realis

    def deny(self, reason: str) -> None:
        """The report of it is called false."""
        self.negations += 1
        self.denied = True
        self.note(f"polarity.{reason}")

    def doubt(self, sentence: Sentence, source: Token) -> None:
        """No surer than its source is called."""
        certainty = doubt_beside(sentence, source)
        if certainty is not None:
            self.weaken(certainty)
            self.note("certainty.of-source")

    def note(self, reason: str) -> None:
        """Keep a reason once."""
        if reason not in self.because:
            self.because.append(reason)
