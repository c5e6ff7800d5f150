"""One name for one side, whoever read the report."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.model import Claim
from holdfast.theatre import Theatre, side_called


def in_theatre(claim: Claim, theatres: Sequence[Theatre]) -> Claim:
    """A claim with its sides called as the theatre of its place calls them: a report too short to
    choose a theatre by itself names them as it finds them ("Rapid Support Forces" for "RSF").
    """
    country = claim.place.country if claim.place is not None else None
    theatre = next((t for t in theatres if country in t.countries), None)
    if theatre is None:
        return claim
    known = {s.id for s in theatre.sides}

    def called(side: str | None, *names: str) -> str | None:
        if side is None or side in known:
            return side
        found = (side_called(name, theatre) for name in (side, *names))
        return next(filter(None, found), side)

    actor, target = claim.actor, claim.target
    return msgspec.structs.replace(
        claim,
        side=called(claim.side, *((actor.name, actor.written) if actor is not None else ())),
        target=target and msgspec.structs.replace(
            target, side=called(target.side, target.name, target.written)
        ),
        speakers=tuple(msgspec.structs.replace(s, side=called(s.side)) for s in claim.speakers),
    )  # fmt: skip
