"""Theatres: one TOML file describes a conflict, its sides, names, sources and places."""

from holdfast.theatre.choose import choose_theatre
from holdfast.theatre.first_lines import first_holder, side_called, side_of_country
from holdfast.theatre.load import (
    AUTO,
    NONE,
    bundled,
    find_theatre,
    is_bundled,
    load_theatre,
    parse_theatre,
    unknown_theatre,
)
from holdfast.theatre.papers import outlet_of, paper_side
from holdfast.theatre.schema import Body, Operation, Outlet, Person, Side, Theatre

__all__ = [
    "AUTO",
    "NONE",
    "Body",
    "Operation",
    "Outlet",
    "Person",
    "Side",
    "Theatre",
    "bundled",
    "choose_theatre",
    "find_theatre",
    "first_holder",
    "is_bundled",
    "load_theatre",
    "outlet_of",
    "paper_side",
    "parse_theatre",
    "side_called", "side_of_country",
    "unknown_theatre",
]  # fmt: skip
