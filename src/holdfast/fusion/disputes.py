"""Contradictions as objects: who differs from whom, about what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from holdfast.fusion.likelihood import is_part, parties
from holdfast.fusion.settings import fusion_settings
from holdfast.model import Claim, Dispute, DisputeSide, PlaceRef
from holdfast.model.ids import stable_id

#: Claims whose days are this close speak of the same happening (days).
WINDOW = 3
#: Two counts of one thing differ where the larger is this many times the smaller.
NUMBER_RATIO = 1.5
_HOLDING = frozenset({"control_gained", "control_held", "control_lost", "withdrawal"})
_LOSING = frozenset({"withdrawal", "control_lost"})
_CHANGES = _LOSING | {"control_gained"}


def find_disputes(claims: Sequence[Claim]) -> list[Dispute]:
    """The disputes among claims, by place and day.

    *outcome*: one claim gives the place to a side and another to the other; *existence*: one denies
    what another asserts; *framing*: one word plays down what another names; *number*: two counts of
    one thing are far apart.
    """
    found: dict[str, Dispute] = {}
    dated = [c for c in claims if c.time is not None and c.time.start is not None and c.moves_map]
    by_place: dict[str, list[Claim]] = {}
    for claim in dated:
        if claim.place is not None and claim.place.id is not None:
            by_place.setdefault(claim.place.id, []).append(claim)
    for members in by_place.values():
        for dispute in (*_outcomes(members), *_existence(members)):
            found[dispute.id] = dispute
    for dispute in (*_framing(dated), *_numbers(claims)):
        found[dispute.id] = dispute
    return sorted(
        found.values(), key=lambda d: (d.start or date.min, d.place.name if d.place else "", d.id)
    )


def _where(claim: Claim) -> str | None:
    """The place's id, or its name where no gazetteer has it."""
    return (claim.place.id or claim.place.name) if claim.place is not None else None


def _near(a: Claim, b: Claim) -> bool:
    if a.time is None or b.time is None or a.time.start is None or b.time.start is None:
        return False
    if a.time.end is None or b.time.end is None:
        return False
    slack = timedelta(WINDOW)
    return a.time.start <= b.time.end + slack and b.time.start <= a.time.end + slack


def _outcomes(claims: Sequence[Claim]) -> Iterator[Dispute]:
    """Groups, not pairs: all claims for one holder against all for the other, per window."""
    holders: dict[str, list[Claim]] = {}
    for claim in claims:
        gains, _ = parties(claim)
        if claim.kind in _HOLDING and gains is not None:
            holders.setdefault(gains, []).append(claim)
    for a, b in combinations(sorted(holders), 2):
        mine = [x for x in holders[a] if any(_clash(x, y) for y in holders[b])]
        theirs = [y for y in holders[b] if any(_clash(x, y) for x in holders[a])]
        if mine and theirs:
            yield _dispute(
                "outcome", [(f"held by {a}", mine), (f"held by {b}", theirs)],
                "both are said to hold it at about the same time",
            )  # fmt: skip


def _clash(a: Claim, b: Claim) -> bool:
    """Whether two claims of different holders cannot both be: a later gain may follow an older."""
    if not _near(a, b) or (is_part(a) and is_part(b)):
        # Of a place in parts, each may have one.
        return False
    return not any(
        later.kind in _CHANGES and _before(earlier, later) for earlier, later in ((a, b), (b, a))
    )


def _before(earlier: Claim, later: Claim) -> bool:
    """Whether a claim's days are over when another's begin: then the one follows the other."""
    if earlier.time is None or earlier.time.end is None or later.time is None:
        return False
    return later.time.start is not None and earlier.time.end < later.time.start


def _existence(claims: Sequence[Claim]) -> Iterator[Dispute]:
    for claim in claims:
        if claim.polarity != "-":
            continue
        asserted = [
            c for c in claims
            if c.polarity == "+" and c.side == claim.side and _near(c, claim)
            and (c.kind == claim.kind or {c.kind, claim.kind} <= _LOSING)
        ]  # fmt: skip
        if asserted:
            yield _dispute(
                "existence", [("it happened", asserted), ("it did not", [claim])],
                "one denies what the others say happened",
            )  # fmt: skip


def _framing(claims: Sequence[Claim]) -> Iterator[Dispute]:
    """One word that plays a withdrawal down against the plain telling of the same days and side."""
    words = fusion_settings().framing.soft
    soft: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.framing in words and claim.kind in _LOSING and claim.polarity == "+":
            place = _where(claim) or claim.document
            soft.setdefault((claim.framing, claim.side, place), []).append(claim)
    for members in soft.values():
        claim = members[0]
        plain = [
            c for c in claims
            if c.framing not in words and c.polarity == "+"
            and any(_near(c, member) and _same_move(c, member) for member in members)
        ]  # fmt: skip
        if plain:
            names = sorted({c.framing for c in plain if c.framing} or {plain[0].kind})
            yield _dispute(
                "framing",
                [(f"called {claim.framing}", members), (f"called {', '.join(names)}", plain)],
                "the same move under two names",
            )


def _same_move(plain: Claim, soft: Claim) -> bool:
    """Of the same place; a move without a place is one that its own report, or another such, tells."""
    if soft.place is None:
        if plain.place is not None and plain.document != soft.document:
            return False
    elif plain.place is not None and _where(soft) != _where(plain):
        return False
    if plain.kind in _LOSING:
        return plain.side == soft.side and plain.framing is not None
    return (
        plain.kind == "control_gained"
        and plain.side != soft.side
        and plain.place is not None
        and (soft.place is not None)
    )


def _numbers(claims: Iterable[Claim]) -> Iterator[Dispute]:
    counted = [
        c for c in claims
        if c.quantity is not None and c.quantity.value > 0 and c.time is not None
        and c.kind in {"casualties", "territory_extent", "equipment_loss", "displacement", "force_strength"}
        and c.realis in {"actual", "ongoing"}
    ]  # fmt: skip
    for a, b in combinations(counted, 2):
        if a.quantity is None or b.quantity is None or a.document == b.document:
            continue
        same = (
            a.kind == b.kind and a.side == b.side and a.quantity.unit == b.quantity.unit
            and _where(a) == _where(b) and (_where(a) or a.side is not None) and _near(a, b)
        )  # fmt: skip
        larger = max(a.quantity.value, b.quantity.value)
        smaller = min(a.quantity.value, b.quantity.value)
        if same and larger >= NUMBER_RATIO * smaller:
            yield _dispute(
                "number", [(a.quantity.written, [a]), (b.quantity.written, [b])],
                "two counts of the same thing",
            )  # fmt: skip


def _dispute(kind: str, positions: Sequence[tuple[str, Sequence[Claim]]], why: str) -> Dispute:
    claims = [c for _, members in positions for c in members]
    first = positions[0][1][0]
    place = first.place if first.place is not None and first.place.id is not None else None
    starts = [c.time.start for c in claims if c.time is not None and c.time.start is not None]
    ends = [c.time.end for c in claims if c.time is not None and c.time.end is not None]
    return Dispute(
        id=stable_id("d", kind, *sorted(c.id for c in claims)),
        kind=kind,  # type: ignore[arg-type]
        place=PlaceRef(place.id or "", place.name, place.lat, place.lon, place.kind, place.country, place.admin1)
        if place is not None else None,
        start=min(starts, default=None), end=max(ends, default=None),
        positions=tuple(
            DisputeSide(position, tuple(sorted(c.id for c in members))) for position, members in positions
        ),
        why=why,
    )  # fmt: skip
