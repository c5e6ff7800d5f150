"""One place: its state in words, its reasons, its history, and the words behind it."""

from __future__ import annotations

import math
import re

import pytest
from playwright.sync_api import expect

from .conftest import Log, Open
from .world import ENDLESS, HOSTILE, RTL

pytestmark = pytest.mark.browser
T = "#t=2030-09-12&place="


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (T + "p:anvar", "Held by Northland since 11 Sep 2030."),
        ("#t=2030-09-10&place=p:anvar", "Contested since 10 Sep 2030."),
        (T + "p:calda", "Unknown: nobody has said anything up to this day."),
        (T + "p:dorum", "Stale: last told 5 months ago, then held by Southland."),
    ],
)
def test_state_in_words(opened: Open, address: str, sentence: str) -> None:
    expect(opened(address).locator(".place-state")).to_have_text(sentence)


def test_reports_and_origins_up_to_the_day(opened: Open) -> None:
    page = opened(T + "p:anvar")
    expect(page.locator(".facts")).to_contain_text("5 reports, 4 independent origins")
    expect(page.get_by_role("list", name="Probabilities")).to_contain_text("Northland 97 %")


def test_reasons_add_up(opened: Open) -> None:
    page = opened(T + "p:anvar")
    weights = page.locator(".fall-weight").all_inner_texts()
    total = sum(float(w.replace("−", "-")) for w in weights)
    shown = page.locator("[data-sum]").inner_text()
    assert math.isclose(total, float(shown.replace("−", "-")), abs_tol=0.005 * len(weights) + 0.005)
    assert math.isclose(float(shown), math.log(0.97 / 0.03), abs_tol=0.01)
    expect(page.locator(".sum")).to_contain_text("97 %")
    page.locator(".fall-words").get_by_role("button", name="Southland withdrew from Anvar").click()
    expect(page.locator("#claim-canvar00003")).to_be_focused()


def test_a_claim_with_everything_behind_it(opened: Open) -> None:
    claim = opened(T + "p:anvar").locator("#claim-canvar00001")
    expect(claim).to_contain_text("The River Gazette (outlet) → quoting Northland General Staff")
    expect(claim).to_contain_text("Northland took control of Anvar, from Southland")
    expect(claim).to_contain_text("11 Sep 2030, “yesterday”, from the sentence")
    expect(claim).to_contain_text("told as certain")
    expect(claim).to_contain_text("called “liberated”")
    expect(claim.locator("mark")).to_have_text("Northern troops retook Anvar")
    expect(claim.locator("blockquote")).to_have_text(
        "On the second day, Northern troops retook Anvar, two officers said."
    )
    expect(claim.locator("blockquote")).to_have_attribute("dir", "auto")
    link = claim.get_by_role("link", name="Anvar retaken")
    expect(link).to_have_attribute("href", "https://gazette.example/anvar")
    expect(link).to_have_attribute("rel", re.compile("noopener"))
    expect(claim).to_contain_text("told by 2 reports, counted once")
    claim.get_by_text("How it was read").click()
    expect(claim.locator("code", has_text="capture.active")).to_be_visible()


def test_how_a_claim_is_told(opened: Open) -> None:
    page = opened(T + "p:anvar")
    expect(page.locator("#claim-canvar00004")).to_contain_text(
        "Denied: Northland took control of Anvar"
    )
    expect(page.locator("#claim-canvar00004")).to_contain_text("the page’s own date was overruled")
    page.get_by_text("1 later claim").click()
    planned = page.locator("#claim-canvar00005")
    expect(planned).to_contain_text("as planned, not done")
    expect(planned).to_contain_text("Does not move the map")
    page.get_by_text("1 undated claim").click()
    expect(page.locator("#claim-canvar00008")).to_contain_text("day not known")


def test_hostile_words_stay_words(opened: Open, log: Log) -> None:
    page = opened(T + "p:hostile")
    expect(page.locator("#panel-title")).to_have_text(f"Borsk {HOSTILE}")
    claim = page.locator("#claim-chostile001")
    expect(claim.locator("mark")).to_have_text(f"they shelled {HOSTILE} twice")
    expect(claim.locator("blockquote")).to_have_text(
        f"{HOSTILE}they shelled {HOSTILE} twice{HOSTILE}"
    )
    for tab in ("Disputes", "Sources", "About", "Table"):
        page.get_by_role("navigation", name="Views").get_by_role("button", name=tab).click()
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, blockquote b").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0
    assert log.complaints == []


def test_letters_from_right_to_left(opened: Open) -> None:
    page = opened(T + "p:nur")
    expect(page.locator("#panel-title")).to_have_text("مدينة النور")
    quote = page.locator("blockquote")
    expect(quote.locator("mark")).to_have_text(RTL)


def test_words_without_end_do_not_burst_the_panel(opened: Open) -> None:
    page = opened(T + "p:hostile", width=360)
    expect(page.locator("#claim-chostile003 mark")).to_have_text(ENDLESS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_history_leads_to_its_days(opened: Open) -> None:
    page = opened(T + "p:anvar")
    strip = page.locator(".strip")
    box = strip.bounding_box()
    assert box is not None
    strip.click(position={"x": box["width"] * 0.24, "y": 10})
    expect(page.locator(".place-state")).to_contain_text("Held by Southland since 10 Mar 2030")
    page.get_by_text("7 stretches, one by one").click()
    page.get_by_role("button", name="11 Sep – 31 Dec 2030").click()
    expect(page.locator(".today")).to_have_text("11 Sep 2030")


def test_a_place_without_coordinates_is_reachable(opened: Open) -> None:
    page = opened()
    page.get_by_role("rowheader").get_by_role("button", name="Nowhere on maps").click()
    expect(page.locator(".facts")).to_contain_text("without coordinates, so not on the map")


def test_a_claim_without_a_place_is_reachable(opened: Open) -> None:
    page = opened("#claim=cloose00001")
    expect(page.locator("#panel-title")).to_have_text("Not on the map")
    expect(page.locator("mark")).to_have_text("some 300 fell")


def test_copying_a_link_and_a_citation(opened: Open) -> None:
    page = opened(T + "p:anvar")
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    claim = page.locator("#claim-canvar00001")
    claim.get_by_role("button", name="Copy link").click()
    spoken = page.locator("[aria-live=polite]")
    expect(spoken).to_have_text("Link to this claim copied.")
    assert page.evaluate("window.copied").endswith("#claim=canvar00001")
    claim.get_by_role("button", name="Copy citation").click()
    expect(spoken).to_have_text("Citation copied.")
    assert "characters 19 to 47 of document gazette-1" in page.evaluate("window.copied")
    assert "SHA-256" in page.evaluate("window.copied")
