"""What a theatre file holds: one conflict, described as data.

Every key below is a key of the TOML file; `docs/theatres.md` shows one entry of each. A theatre
says what things are called and who belongs to whom. It never says who is to be believed: the same
rules weigh every side's word.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec

from holdfast.model.speaker import SpeakerKind

#: Descriptions are what an error says of the form of a value.
Identifier = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=40,
        description="a word of letters, digits, - and _, of 40 at most",
    ),
]  # fmt: skip
Name = Annotated[str, msgspec.Meta(min_length=2, description="two characters or more")]
CountryCode = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Z]{2}$", description="an ISO 3166 code of two capital letters, such as UA"
    ),
]
Colour = Annotated[
    str, msgspec.Meta(pattern=r"^#[0-9a-fA-F]{6}$", description="a colour such as #3366aa")
]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Point = tuple[Longitude, Latitude]


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all entries. In every one an unknown key is a mistake, not an extension."""


class Body(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office, ministry, staff, service, army or armed group that speaks or fights for a side."""

    name: Name
    aliases: tuple[Name, ...] = ()
    kind: SpeakerKind = "military"
    #: Whether it has troops of its own, so that "X took the town" names the side that gained.
    fights: bool = False


class Person(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A leader, officer or spokesman; `aliases` are other spellings of the whole name."""

    name: Name
    aliases: tuple[Name, ...] = ()
    office: str = ""
    kind: SpeakerKind = "official"


class Side(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party that can hold ground."""

    id: Identifier
    name: Name
    #: Other names of the party itself: "the Russian Federation", "the Rapid Support Forces".
    names: tuple[Name, ...] = ()
    #: Words that make any force its own: "Ukrainian troops", "pro-Kyiv forces".
    adjectives: tuple[Name, ...] = ()
    #: Words for its people or fighters: "Ukrainians", "paramilitaries".
    people: tuple[Name, ...] = ()
    #: Places whose name stands for the party when they act or speak: "Kyiv", "the Kremlin".
    metonyms: tuple[Name, ...] = ()
    #: Words of praise or abuse by which reporting names it without naming it: "occupiers".
    coded: tuple[Name, ...] = ()
    bodies: tuple[Body, ...] = ()
    persons: tuple[Person, ...] = ()
    #: Sides whose men are counted as this side's in plain reporting: allies without own ground.
    allies: tuple[Name, ...] = ()
    #: Whether it fights in wars of other countries too, so that its name alone does not show a text
    #: to be about this one.
    abroad: bool = False
    #: Its colour on the map.
    colour: Colour | None = None


class Outlet(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper, agency or channel; `leaning` is the side it is minded to, none where it is not."""

    name: Name
    aliases: tuple[Name, ...] = ()
    kind: SpeakerKind = "outlet"
    leaning: Identifier | None = None
    domains: tuple[Name, ...] = ()


class Region(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An area larger than a settlement, by its names.

    `admin1` are GeoNames first-level codes of `country` that it is made of; without them the point
    and the radius stand alone.
    """

    id: Name
    name: Name
    aliases: tuple[Name, ...] = ()
    country: CountryCode
    admin1: tuple[str, ...] = ()
    kind: Literal["ADM1", "RGN"] = "ADM1"
    lat: Latitude | None = None
    lon: Longitude | None = None
    radius_km: float | None = None


class Settlement(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place the gazetteer lacks, or whose house spelling or other names it lacks.

    With an `id` of the gazetteer ("geonames:707753") the entry only adds names to that place, and
    `lat` and `lon` may be left out.
    """

    id: Name
    name: Name
    aliases: tuple[Name, ...] = ()
    country: CountryCode
    lat: Latitude | None = None
    lon: Longitude | None = None
    #: The settlement of this file that it is a part of, by its id or a name: claims about a works
    #: or a station are claims about a part of its town. Loading turns a name into the id.
    part_of: Name | None = None


class Operation(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dated happening that texts speak of, used to date texts, never to say who holds what.

    A text has it as its news where it names at least `needs` of `places` and tells of a move at
    one of them: of any move where `side` is not given, else of one by which `side` gains or
    another loses. That speaks for the days from `start` to `news_until`; of several operations the
    one of which most is told counts. A text that only mentions it is not dated by it.
    """

    id: Identifier
    name: Name
    start: date
    news_until: date
    #: Places or regions (names as in this file or the gazetteer) in which it ran.
    places: tuple[Name, ...] = ()
    #: Whose move it was.
    side: Identifier | None = None
    #: How many different ones of `places` a text must tell of before it is taken for its news.
    needs: Annotated[int, msgspec.Meta(ge=1)] = 2


class FirstControl(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who held an area on the first day; later entries override earlier ones.

    Exactly one of `country`, `region` (an id of this file), `places` or `area` (a ring of
    longitude, latitude pairs) says where.
    """

    side: Identifier
    country: CountryCode | None = None
    region: Name | None = None
    places: tuple[Name, ...] = ()
    area: tuple[Point, ...] = ()


class Theatre(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One conflict. `first_day` is day 1 of "the Nth day"; `countries` order the gazetteer.

    `last_day` is the day on which what its words mean ceases to hold; None where it still does.
    """

    id: Identifier
    name: Name
    first_day: date
    last_day: date | None = None
    countries: tuple[CountryCode, ...]
    #: The first two are each other's enemy; further ones are third parties.
    sides: Annotated[tuple[Side, ...], msgspec.Meta(min_length=2)]
    outlets: tuple[Outlet, ...] = ()
    regions: tuple[Region, ...] = ()
    places: tuple[Settlement, ...] = ()
    operations: tuple[Operation, ...] = ()
    first_control: tuple[FirstControl, ...] = ()
    #: Words besides the sides' names that show a text to be about this war.
    signs: tuple[Name, ...] = ()
    #: What counts the days: "the 200th day of the war", "Day 17 of the special operation".
    day_counts: tuple[Name, ...] = ("war", "invasion", "conflict", "fighting")

    def side(self, id: str) -> Side | None:
        """The side by its id; None where the theatre has no such side."""
        return next((side for side in self.sides if side.id == id), None)
