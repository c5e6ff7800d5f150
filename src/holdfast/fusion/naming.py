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
    changed: dict[str, object] = {}
    actor, target = claim.actor, claim.target
    if claim.side is not None and claim.side not in known:
        names = (claim.side, *((actor.name, actor.written) if actor is not None else ()))
        side = next((s for n in names if (s := side_called(n, theatre)) is not None), None)
        if side is not None:
            changed["side"] = side
    if target is not None and target.side is not None and target.side not in known:
        names = (target.side, target.name, target.written)
        side = next((s for n in names if (s := side_called(n, theatre)) is not None), None)
        if side is not None:
            changed["target"] = msgspec.structs.replace(target, side=side)
    speakers = tuple(
        msgspec.structs.replace(s, side=side)
        if s.side is not None and s.side not in known
        and (side := side_called(s.side, theatre)) is not None else s
        for s in claim.speakers
    )  # fmt: skip
    return msgspec.structs.replace(claim, speakers=speakers, **changed)
