"""Agencies, broadcasters and papers of the world, for speakers whom no theatre lists."""

from __future__ import annotations

from functools import cache

import msgspec

from holdfast.reading.lexicon import load
from holdfast.reading.parties.names import Names, Referent


class _Outlets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agency: tuple[tuple[str, ...], ...]
    outlet: tuple[tuple[str, ...], ...]


@cache
def papers() -> Names:
    """The dictionary of the data file's names; none of them leans to a side."""
    listed = load("speakers", "outlets", _Outlets)
    return Names(
        (alias, Referent(names[0], "outlet", kind="agency" if group is listed.agency else "outlet",
                         fights=False))
        for group in (listed.agency, listed.outlet)
        for names in group
        for alias in names
    )  # fmt: skip
