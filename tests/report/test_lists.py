"""Table, disputes, sources, legend: the map's content without the map."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import Open
from .world import HOSTILE, MANY

pytestmark = pytest.mark.browser


def names(page: Any) -> list[str]:
    found: list[str] = page.locator("tbody th").all_inner_texts()
    return [name.strip() for name in found]


def test_states_look_different_without_colour(opened: Open) -> None:
    page = opened("#tab=about")
    shapes = page.locator(".legend-rows svg[role=img]")
    described = [shapes.nth(i).get_attribute("aria-label") for i in range(shapes.count())]
    assert described == [
        "solid circle", "solid square", "solid triangle", "solid diamond", "half circle, half square",
        "faded circle with a dashed outline", "hollow ring with a dot", "solid circle in a large soft ring",
    ]  # fmt: skip
    drawings = page.evaluate(
        "[...document.querySelectorAll('.legend-rows svg[role=img]')].map(s =>"
        " [...s.querySelectorAll('path')].map(p => p.getAttribute('d') +"
        " p.getAttribute('stroke-dasharray') + (p.getAttribute('fill') === 'none')).join())"
    )
    assert len(set(drawings)) == len(drawings)
    expect(page.locator(".legend-rows")).to_contain_text("at least 60 % likely")
    expect(page.locator(".legend-rows")).to_contain_text("no evidence within 60 days")
    expect(page.locator(".legend-rows")).to_contain_text("nobody has said anything")


def test_the_legend_leads_to_the_method(opened: Open) -> None:
    page = opened(webgl=True)
    page.locator(".legend").get_by_role("button", name="How this was made").click()
    expect(page.get_by_role("heading", name="How this was made")).to_be_visible()
    expect(page.get_by_text("admission against its own interest counts most")).to_be_visible()
    assert "tab=about" in page.url


def test_table_sorts_and_filters(opened: Open) -> None:
    page = opened("#tab=table")
    assert len(names(page)) == MANY + 10
    assert names(page)[0] == "Anvar"
    head = page.get_by_role("columnheader", name="Probability")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert names(page)[0] == "مدينة النور"
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert names(page)[0] == "Calda"
    page.get_by_label("Filter the table").fill("eastern held")
    expect(page.get_by_role("status").filter(has_text="of 200 places")).to_contain_text(
        re.compile(r"^\d\d of")
    )
    assert "Ezra" in names(page)
    assert "Anvar" not in names(page)
    expect(page).to_have_url(re.compile("q=eastern%20held"))


def test_csv_is_what_is_shown(opened: Open, tmp_path: Path) -> None:
    page = opened("#tab=table&sort=-probability&q=northland")
    shown = names(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    assert waiting.value.suggested_filename == f"holdfast-2030-09-12-{len(shown)}-places.csv"
    file = tmp_path / "table.csv"
    waiting.value.save_as(file)
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert [row["place"] for row in rows] == shown
    anvar = next(row for row in rows if row["place"] == "Anvar")
    assert anvar["date"] == "2030-09-12"
    assert (anvar["state"], anvar["side"], anvar["probability"]) == ("held", "N", "0.97")
    assert (anvar["reports"], anvar["origins"], anvar["newest_evidence"]) == (
        "5",
        "4",
        "2030-09-12",
    )


def test_a_dispute_leads_to_its_place_and_day(opened: Open) -> None:
    page = opened("#tab=disputes")
    dispute = page.locator("#dispute-dexist00001")
    positions = dispute.locator(".position")
    expect(positions.first).to_contain_text("it happened")
    expect(positions.first.locator("mark").first).to_have_text("Northern troops retook Anvar")
    expect(positions.last.locator("mark")).to_have_text("Anvar had not fallen")
    left, right = positions.first.bounding_box(), positions.last.bounding_box()
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    dispute.get_by_role("button", name="Show the place on that day").click()
    expect(page.locator("#panel-title")).to_have_text("Anvar")
    expect(page.locator(".today")).to_have_text("11 Sep 2030")
    expect(page.locator("details#dispute-dexist00001")).to_have_attribute("open", "")
    page.go_back()
    expect(page.get_by_role("heading", name="Disputes")).to_be_visible()


def test_disputes_can_be_filtered(opened: Open) -> None:
    page = opened("#tab=disputes")
    page.get_by_label("Filter the disputes").fill("regroup")
    expect(page.locator(".dispute")).to_have_count(1)


def test_sources_tell_what_was_read_and_what_not(opened: Open) -> None:
    page = opened("#tab=sources")
    herald = page.locator(".source", has_text="Southern Herald")
    expect(herald).to_contain_text("the page’s own date was overruled")
    herald.get_by_text("Written 12–13 Sep 2030").click()
    expect(herald).to_contain_text("names 'September 11' as news")
    expect(herald).to_contain_text("The page itself says “1 January 1970”")
    expect(herald).to_contain_text("Ghost Hill, Old Mill")
    herald.get_by_text("5 claims").click()
    expect(herald.locator("mark").first).to_be_visible()
    expect(page.locator(".unread")).to_have_text("Not read: language ru is not read yet")
    expect(
        page.get_by_text(f"broken {HOSTILE}.pdf: not a kind of file that is read")
    ).to_be_visible()
    expect(page.locator(".names")).to_contain_text("Old Mill (2 documents)")
