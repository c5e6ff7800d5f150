"""A party as one phrase of a text names it."""

from __future__ import annotations

import msgspec

from holdfast.model import Actor


class Party(msgspec.Struct, frozen=True):
    """A party of the war as one phrase names it.

    `side` is the theatre's id, or the name itself outside a theatre. `strength` is how sure the
    reading is: 1 for a name, less for a pronoun or a bare "troops". `rule` says what gave it.
    """

    side: str
    name: str
    written: str
    rule: str
    strength: float = 1.0
    #: A force of the party, or the party itself, rather than a government, person or place.
    fights: bool = True

    def actor(self) -> Actor:
        """The party as claims record it."""
        return Actor(written=self.written, name=self.name, side=self.side)
