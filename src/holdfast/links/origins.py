"""Origins: claims that go back to one statement, through however many papers.

Ten copies of a dispatch, or ten papers that quote one spokesman, are one origin and get one
weight. What makes two claims one origin is, in this order: the same named speaker at the end of
the chain giving the same place to the same side within a few days; the same group of near copies;
the same outlet speaking in its own voice; the same document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from holdfast.model import Claim
from holdfast.model.ids import stable_id

#: Days within which the same speaker's same claim is the same statement.
SAME_STATEMENT = 4
#: Kinds that tell the same change, seen from either side.
_GROUPS = {
    "control_gained": "change", "control_lost": "change", "withdrawal": "change",
    "advance": "move", "control_held": "state", "armed_clash": "fight",
}  # fmt: skip


class Origin(msgspec.Struct, frozen=True):
    """One statement with all claims that repeat it; `label` says whose it is."""

    id: str
    label: str
    claims: tuple[str, ...]


def find_origins(
    claims: Iterable[Claim], copy_of: Mapping[str, str], source_of: Mapping[str, str | None]
) -> list[Origin]:
    """Group the claims of one place (or of all) by origin.

    In: claims; for each document the id of its group of copies (`copies.clusters`), and for a
    claim that a digest took over that of the document it is from (`copies.gathered_claims`); each
    document's source's name where it has one. Out: origins in the order of their first claim's day.
    """
    listed = sorted(claims, key=_when)
    sides = sorted({c.side for c in listed if c.kind in _GROUPS and c.side is not None})
    groups: dict[tuple[str, ...], list[Claim]] = {}
    labels: dict[tuple[str, ...], str] = {}
    for claim in listed:
        key, label = _key(claim, copy_of, source_of, sides)
        key = _with_window(key, claim, groups)
        groups.setdefault(key, []).append(claim)
        labels.setdefault(key, label)
    return [
        Origin(stable_id("o", *key), labels[key], tuple(c.id for c in members))
        for key, members in groups.items()
    ]


def _when(claim: Claim) -> tuple[str, str]:
    time = claim.time
    return (time.start.isoformat() if time is not None and time.start else "9999", claim.id)


def _key(
    claim: Claim,
    copy_of: Mapping[str, str],
    source_of: Mapping[str, str | None],
    sides: Sequence[str],
) -> tuple[tuple[str, ...], str]:
    place = (claim.place.id or claim.place.name) if claim.place is not None else ""
    said = (_GROUPS.get(claim.kind, claim.kind), claim.polarity, place, _toward(claim, sides))
    speaker = claim.speakers[-1] if claim.speakers else None
    if speaker is not None and speaker.kind != "unnamed":
        return ("speaker", speaker.name.lower(), *said), speaker.name
    group = copy_of.get(claim.id) or copy_of.get(claim.document, claim.document)
    source = source_of.get(group)
    if source:
        # A copy speaks with the voice of the paper whose words it repeats.
        return ("source", source.lower(), *said), source
    return ("document", group, *said), source_of.get(claim.document) or group


def _toward(claim: Claim, sides: Sequence[str]) -> str:
    """To whom the place goes; of two sides, what one loses goes to the other."""
    if claim.side is None or claim.kind == "armed_clash":
        return ""
    if claim.kind not in {"control_lost", "withdrawal"}:
        return claim.side
    others = [s for s in sides if s != claim.side]
    if claim.target is not None and claim.target.side is not None:
        return claim.target.side
    return others[0] if len(sides) == 2 and len(others) == 1 else f"not {claim.side}"


def _with_window(
    key: tuple[str, ...], claim: Claim, groups: Mapping[tuple[str, ...], Sequence[Claim]]
) -> tuple[str, ...]:
    """The key of the group within whose days the claim falls, else a new one."""
    day = claim.time.start if claim.time is not None else None
    number = 0
    while (*key, str(number)) in groups:
        first = groups[(*key, str(number))][0]
        first_day = first.time.end if first.time is not None else None
        if day is None or first_day is None or (day - first_day).days <= SAME_STATEMENT:
            return (*key, str(number))
        number += 1
    return (*key, str(number))
