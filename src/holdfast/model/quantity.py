"""Numbers with units."""

from __future__ import annotations

from typing import Literal

import msgspec

Unit = Literal[
    "km2", "km", "settlements", "share", "ratio", "killed", "wounded", "casualties", "captured",
    "people", "displaced", "equipment", "USD", "RUB", "UAH", "EUR", "money", "days", "items",
]  # fmt: skip


class Quantity(msgspec.Struct, frozen=True):
    """`value` in `unit`, as the words `written` say; `approximate` for "about", "some", "over"."""

    written: str
    value: float
    unit: Unit
    approximate: bool = False
