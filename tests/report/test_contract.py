"""What the page's sources promise: the same fields as the data, no markup from text, no address."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from holdfast.model import Dating, Dispute, Reason, TimeRange
from holdfast.model.speaker import Speaker
from holdfast.report import data

UI = Path(__file__).parents[2] / "ui"
STRUCTS = {
    "Data": data.ReportData, "Side": data.SideView, "Place": data.PlaceView, "Span": data.SpanView,
    "Claim": data.ClaimView, "Quote": data.QuoteView, "Origin": data.OriginView,
    "Doc": data.DocumentView, "Reason": Reason, "Dispute": Dispute, "Dating": Dating,
    "Time": TimeRange, "Speaker": Speaker,
}  # fmt: skip


def interface(name: str) -> tuple[set[str], set[str]]:
    """Required and optional fields of an interface of `types.ts`."""
    text = (UI / "src" / "data" / "types.ts").read_text(encoding="utf-8")
    body = re.search(rf"^export interface {name} {{\n(.*?)^}}", text, re.DOTALL | re.MULTILINE)
    assert body is not None, name
    fields = re.findall(r"^  (\w+)(\??):", body[1], re.MULTILINE)
    return {f for f, mark in fields if not mark}, {f for f, mark in fields if mark}


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_the_page_knows_the_data_by_the_same_names(name: str) -> None:
    written = {field.encode_name for field in msgspec.structs.fields(STRUCTS[name])}
    required, optional = interface(name)
    assert required <= written, "the page reads what is not written"
    assert written <= required | optional, "the page does not know what is written"


def test_no_text_becomes_markup_and_no_address_is_asked() -> None:
    for file in sorted((UI / "src").rglob("*.ts*")):
        text = file.read_text(encoding="utf-8")
        found = re.findall(
            r"innerHTML|insertAdjacentHTML|document\.write|\beval\(|fetch\(|https?://[a-z]", text
        )
        assert found == [], file.name
    for file in sorted((UI / "src").rglob("*.css")):
        assert not re.search(r"@import|url\(", file.read_text(encoding="utf-8")), file.name


def test_the_lock_file_names_no_registry() -> None:
    lock = (UI / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
