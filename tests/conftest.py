"""What tests share: readers, one reading at a time, and the optional shared folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from holdfast.model import Claim, Document, TimeRange
from holdfast.reading import Reader, Reading
from holdfast.theatre import find_theatre

SHARED = Path(__file__).resolve().parents[2] / "shared"

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with corpora; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def readers() -> dict[str, Reader]:
    """Readers by theatre, made once: each holds a gazetteer and a dictionary."""
    made = {name: Reader(find_theatre(name)) for name in ("ru-ua", "sudan")}
    made["none"] = Reader(None)
    made["auto"] = Reader(auto=True)
    return made


@pytest.fixture(scope="session")
def read(readers: dict[str, Reader]) -> Read:
    """`read("text", theatre="ru-ua", on="2022-09-11")`: the reading of one text."""

    def one(
        text: str, *, theatre: str = "ru-ua", on: str | None = "2022-09-11", **more: object
    ) -> Reading:
        published = None
        if on is not None:
            day = date.fromisoformat(on)
            published = TimeRange(day, day, "day", on, "metadata")
        document = Document(id="test", text=text, published=published, **more)  # type: ignore[arg-type]
        (reading,) = readers[theatre].read([document])
        for claim in reading.claims:
            quote = claim.evidence
            assert text[quote.start : quote.end] == quote.text, "evidence is the text's own words"
        return reading

    return one


def told(reading: Reading, *kinds: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, side and place of a reading's claims: those of `kinds`, else all but statements."""
    return [
        (c.kind, c.side, c.place.name if c.place else None)
        for c in reading.claims
        if (c.kind in kinds if kinds else c.kind != "statement")
    ]


def only(reading: Reading, kind: str) -> Claim:
    """The one claim of a kind."""
    found = [c for c in reading.claims if c.kind == kind]
    assert len(found) == 1, f"{len(found)} claims of {kind}: {[c.evidence.text for c in found]}"
    return found[0]
