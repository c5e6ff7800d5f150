"""Without a mouse, on a small screen, and for eyes that need contrast."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import Open

pytestmark = pytest.mark.browser
#: The keys of the tabs.
TABS = {"1": "map", "2": "table", "3": "disputes", "4": "sources", "5": "about"}


def test_from_start_to_a_quote_by_keys_alone(opened: Open) -> None:
    page = opened()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Find a place")).to_be_focused()
    page.keyboard.type("anv")
    option = page.get_by_role("option", name="Anvar")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.waterfall') !== null"):
            break
    page.keyboard.press("Enter")
    claim = page.locator(".claim.chosen")
    expect(claim).to_be_focused()
    expect(claim.locator("mark")).to_be_in_viewport()


def test_every_control_is_reached_and_shows_it(fresh: Open) -> None:
    page = fresh("#place=p:anvar", webgl=True)
    page.wait_for_selector(".map-canvas[data-ready]", timeout=20_000)
    seen: list[str] = []
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        found = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " const name = e.getAttribute('aria-label') || e.innerText || e.labels?.[0]?.innerText || '';"
            " return [name.trim().split('\\n')[0], s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1"
            " || s.boxShadow !== 'none']; }"
        )
        seen.append(found[0])
        assert found[1], f"{found[0]!r} has the focus and does not show it"
    for wanted in ("Skip to the content", "Table", "Day", "Zoom in", "Legend", "Copy link", "▶"):
        assert any(wanted in name for name in seen), f"{wanted!r} is not reached by Tab: {seen}"


def test_places_one_after_another(opened: Open) -> None:
    page = opened()
    title = page.locator("#panel-title")
    page.keyboard.press("j")
    expect(title).to_have_text("Anvar")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(title).to_have_text("Calda")
    page.keyboard.press("k")
    expect(title).to_contain_text("Borsk")
    page.keyboard.press("Escape")
    expect(title).to_have_text("12 September 2030")


def test_every_place_of_the_map_is_a_button(opened: Open) -> None:
    page = opened()
    buttons = page.get_by_role("list", name="200 places").get_by_role("button")
    expect(buttons).to_have_count(200)
    dorum = page.get_by_role("button", name="Dorum stale, last held by Southland")
    dorum.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_have_text("Dorum")
    expect(page.locator("#panel-title")).to_be_focused()


def test_the_cheat_sheet(opened: Open) -> None:
    page = opened()
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    expect(sheet).to_be_visible()
    page.keyboard.press("]")
    expect(page.locator(".today")).to_have_text("12 Sep 2030")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_keys_are_letters_where_somebody_types(opened: Open) -> None:
    page = opened("#tab=table")
    box = page.get_by_label("Filter the table")
    box.focus()
    page.keyboard.type("j]/?1 ")
    expect(box).to_have_value("j]/?1 ")
    expect(page.locator(".today")).to_have_text("12 Sep 2030")


def test_finding_by_id(opened: Open) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("canvar00007")
    page.keyboard.press("Enter")
    expect(page.locator(".claim.chosen mark")).to_have_text("Southern tanks drove into Anvar")


def test_a_small_screen_never_scrolls_sideways(opened: Open) -> None:
    page = opened("#place=p:hostile", width=360, height=740, webgl=True)
    for key, tab in TABS.items():
        page.keyboard.press(key)
        expect(page.locator("main")).to_have_attribute("data-tab", tab)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, tab
        if tab in {"map", "table"}:
            expect(page.get_by_role("slider", name="Day")).to_be_in_viewport()


#: Every visible text whose contrast with its ground is below WCAG's AA, as "ratio text".
CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((v, i) => i < 3 ? v / 255 : v / 255);
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor);
      if (c[3] > 0.5) return c;
    }
    return rgba('white');
  };
  const low = [];
  const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, s = getComputedStyle(e);
    if (!walk.currentNode.textContent.trim() || !e.checkVisibility() || e.closest('.sr, .map-canvas, option')) continue;
    const a = light(rgba(s.color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && s.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) low.push(ratio.toFixed(2) + ' ' + walk.currentNode.textContent.slice(0, 40));
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(opened: Open, scheme: str) -> None:
    page = opened("#claim=canvar00004", scheme=scheme, webgl=True)
    expect(page.locator(".claim.chosen")).to_be_visible()
    for key, tab in TABS.items():
        page.keyboard.press(key)
        expect(page.locator("main")).to_have_attribute("data-tab", tab)
        assert page.evaluate(CONTRAST) == [], tab
