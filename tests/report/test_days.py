"""The day slider, the address, and going back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import Open

pytestmark = pytest.mark.browser


def test_opens_on_the_focus_and_speaks_a_date(opened: Open) -> None:
    page = opened()
    slider = page.get_by_role("slider", name="Day")
    expect(slider).to_have_attribute(
        "aria-valuetext", re.compile(r"^12 September 2030: \d+ held by Northland")
    )
    expect(page.locator(".today")).to_have_text("12 Sep 2030")
    assert page.locator(".tick").count() > 4
    assert page.locator(".histogram .bar").count() > 50


def test_keys_step_the_day(opened: Open) -> None:
    page = opened()
    today = page.locator(".today")
    expect(today).to_have_text("12 Sep 2030")
    page.keyboard.press("]")
    expect(today).to_have_text("13 Sep 2030")
    page.keyboard.press("[")
    page.keyboard.press("[")
    expect(today).to_have_text("11 Sep 2030")
    page.keyboard.press("Home")
    expect(today).to_have_text("1 Jan 2030")
    page.keyboard.press("[")
    expect(today).to_have_text("1 Jan 2030")
    page.keyboard.press("End")
    expect(today).to_have_text("31 Mar 2031")
    page.get_by_role("slider", name="Day").focus()
    page.keyboard.press("ArrowLeft")
    expect(today).to_have_text("30 Mar 2031")
    page.keyboard.press("Shift+[")
    expect(today).not_to_have_text("30 Mar 2031")


def test_a_change_of_day_is_spoken(opened: Open) -> None:
    page = opened("#place=p:anvar")
    page.keyboard.press("[")
    page.keyboard.press("[")
    spoken = page.locator("[aria-live=polite]")
    expect(spoken).to_have_text("10 September 2030. Anvar: Contested since 10 Sep 2030.")


def test_playing_and_pausing(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Space")
    play = page.locator(".play")
    expect(play).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".today")).not_to_have_text("12 Sep 2030")
    page.keyboard.press("Space")
    expect(play).to_have_attribute("aria-pressed", "false")


def test_with_reduced_motion_playing_goes_from_report_to_report(opened: Open) -> None:
    page = opened("#t=2030-01-02", motion="reduce")
    page.locator(".play").click()
    expect(page.locator(".today")).to_have_text("31 Jan 2030")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        " return s.transitionDuration !== '0s' || s.animationName !== 'none'; }).length"
    )
    assert moving == 0


def test_the_slider_can_show_fewer_days(opened: Open) -> None:
    page = opened("#window=31")
    slider = page.get_by_role("slider", name="Day")
    low, high = (int(slider.get_attribute(name) or 0) for name in ("min", "max"))
    assert high - low == 30
    page.get_by_label("Showing").select_option("all days")
    assert int(slider.get_attribute("max") or 0) - int(slider.get_attribute("min") or 0) > 400


def test_the_address_holds_the_view(opened: Open) -> None:
    page = opened("#t=2030-03-05&place=p:anvar&tab=table&q=an&sort=-place")
    expect(page.locator(".today")).to_have_text("5 Mar 2030")
    expect(page.locator("#panel-title")).to_have_text("Anvar")
    expect(page.get_by_role("button", name="Table")).to_have_attribute("aria-current", "page")
    expect(page.get_by_label("Filter the table")).to_have_value("an")
    expect(page.get_by_role("columnheader", name="Place")).to_have_attribute(
        "aria-sort", "descending"
    )


def test_back_undoes_steps_and_a_drag_is_one_step(opened: Open) -> None:
    page = opened("#t=2030-03-05")
    today = page.locator(".today")
    page.get_by_role("rowheader").get_by_role("button", name="Anvar").click()
    expect(page.locator("#panel-title")).to_have_text("Anvar")
    slider = page.get_by_role("slider", name="Day")
    slider.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(today).to_have_text("10 Mar 2030")
    expect(page).to_have_url(re.compile("t=2030-03-10"))
    page.go_back()
    expect(today).to_have_text("5 Mar 2030")
    expect(page.locator("#panel-title")).to_have_text("Anvar")
    page.go_back()
    expect(page.locator("#panel-title")).to_have_text("5 March 2030")
    page.go_forward()
    page.go_forward()
    expect(today).to_have_text("10 Mar 2030")


def test_a_link_to_a_claim_opens_place_day_and_words(opened: Open) -> None:
    page = opened("#claim=canvar00007")
    expect(page.locator("#panel-title")).to_have_text("Anvar")
    expect(page.locator(".today")).to_have_text("2 Mar 2030")
    expect(page.locator("#claim-canvar00007.chosen")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".claim.chosen")).to_have_count(0)
    expect(page.locator("#panel-title")).to_have_text("Anvar")
    page.keyboard.press("Escape")
    expect(page.locator("#panel-title")).to_have_text("2 March 2030")


def test_a_broken_address_opens_the_default_view(opened: Open) -> None:
    page = opened("#t=never&place=constructor&claim=__proto__&tab=x&map=a/b")
    expect(page.locator("#panel-title")).to_have_text("12 September 2030")
