"""Who held a place when the theatre opened, by its first lines."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.model import PlaceRef
from holdfast.theatre.schema import FirstControl, Point, Theatre


def first_holder(place: PlaceRef, theatre: Theatre) -> str | None:
    """The side that the theatre's first lines give a place to; None where they are silent.

    The last entry that holds of the place stands, as the file's entries override one another.
    """
    holder = None
    for entry in theatre.first_control:
        if _applies(entry, place, theatre):
            holder = entry.side
    return holder


def side_called(name: str, theatre: Theatre) -> str | None:
    """The id of the side with a name, in whatever case and with or without "the"; None for none."""
    wanted = _bare(name)
    for side in theatre.sides:
        bodies = [n for body in side.bodies if body.fights for n in (body.name, *body.aliases)]
        if wanted in {_bare(n) for n in (side.id, side.name, *side.names, *side.allies, *bodies)}:
            return side.id
    return None


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def side_of_country(country: str | None, theatre: Theatre) -> str | None:
    """The side to which the first lines give a country (ISO code) as a whole; None for none."""
    return next(
        (e.side for e in theatre.first_control if e.country is not None and e.country == country),
        None,
    )


def _applies(entry: FirstControl, place: PlaceRef, theatre: Theatre) -> bool:
    if entry.country is not None:
        return place.country == entry.country
    if entry.places:
        return place.name in entry.places or place.id in entry.places
    if entry.region is not None:
        region = next(r for r in theatre.regions if r.id == entry.region)
        if place.id == region.id:
            return True
        return place.country == region.country and place.admin1 in region.admin1
    return (
        place.lon is not None
        and place.lat is not None
        and inside((place.lon, place.lat), entry.area)
    )


def inside(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a point (longitude, latitude) lies in a ring, by the even-odd rule."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd
