"""The report opens from disk, alone, and draws its map."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from holdfast.report.write import SLOT

from .conftest import Log, Open

pytestmark = pytest.mark.browser


def test_opens_offline_with_map_and_no_complaint(fresh: Open, log: Log) -> None:
    page = fresh(webgl=True, offline=True)
    page.wait_for_selector(".map-canvas[data-ready]", timeout=20_000)
    expect(page.get_by_role("heading", name="12 September 2030")).to_be_visible()
    page.wait_for_timeout(500)
    assert log.outside == []
    assert [u for u in log.requests if u.startswith("file:")] == [page.url.split("#")[0]]
    assert log.complaints == []


def test_map_draws_places_and_their_names(opened: Open) -> None:
    page = opened("#map=9/13.1/14.2", webgl=True)
    page.wait_for_selector(".map-canvas[data-ready]", timeout=20_000)
    canvas = page.locator(".map-canvas canvas")
    box = canvas.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    # A click on the middle of the map, where Anvar lies, opens it.
    def opens() -> bool:
        page.mouse.click(*middle)
        return bool(page.locator("#panel-title").inner_text() == "Anvar")

    for _ in range(20):
        if opens():
            break
        page.wait_for_timeout(150)
    expect(page.locator("#panel-title")).to_have_text("Anvar")
    assert "place=p:anvar" in page.url
    # Land, symbols and letters make many colours; a map without its worker has few.
    page.wait_for_timeout(600)
    colours = page.evaluate(COLOURS, page.locator(".map-canvas").screenshot(type="png").hex())
    assert colours["side"] > 60, "Anvar's symbol has its side's colour"
    assert colours["ink"] > 60, "its name is written"


#: Counts pixels of the North's blue, and nearly black ones, in a picture given as hexadecimal.
COLOURS = """async hex => {
  const bytes = new Uint8Array(hex.match(/../g).map(h => parseInt(h, 16)));
  const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const size = 160, x = image.width / 2 - size / 2, y = image.height / 2 - size / 2;
  const {data} = pen.getImageData(x, y, size, size);
  const near = (i, r, g, b) => Math.hypot(data[i] - r, data[i + 1] - g, data[i + 2] - b) < 40;
  let side = 0, ink = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (near(i, 0x1f, 0x78, 0xb4)) side++;
    if (near(i, 0x1d, 0x20, 0x26)) ink++;
  }
  return {side, ink};
}"""


def test_map_opens_after_another_tab(fresh: Open, log: Log) -> None:
    page = fresh("#tab=about", webgl=True)
    page.keyboard.press("1")
    page.wait_for_selector(".map-canvas[data-ready]", timeout=20_000)
    assert log.complaints == []


def test_without_webgl_the_table_says_why(opened: Open) -> None:
    page = opened()
    expect(page.get_by_role("note")).to_contain_text("needs WebGL")
    expect(page.get_by_role("row")).to_have_count(201)


def test_an_empty_slot_is_told(fresh: Open, template: str, tmp_path: Path, log: Log) -> None:
    file = tmp_path / "template.html"
    file.write_text(template, encoding="utf-8")
    page = fresh(file=file)
    expect(page.get_by_text("holds no report yet")).to_be_visible()
    assert log.complaints == []


def test_the_page_is_closed_to_the_world(template: str) -> None:
    assert template.count(SLOT) == 1
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', template)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert not re.search(r"https?:|\*|unsafe-eval|script-src[^;]*unsafe", policy[1])
    assert "sourceMappingURL" not in template


def test_the_policy_stops_a_request(opened: Open, log: Log) -> None:
    page = opened()
    stopped = page.evaluate("fetch('https://example.org/').then(() => false, () => true)")
    assert stopped
    assert log.outside == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_and_the_switch(opened: Open, scheme: Any) -> None:
    page = opened(scheme=scheme)
    lightness = (
        "Number(getComputedStyle(document.body.parentElement).backgroundColor.match(/\\d+/)[0])"
    )
    assert (page.evaluate(lightness) < 60) == (scheme == "dark")
    switch = page.get_by_role("button", name=re.compile("^Colours:"))
    for wanted in ("light", "dark"):
        switch.click()
        expect(page.locator("html")).to_have_attribute("data-theme", wanted)
        assert (page.evaluate(lightness) < 60) == (wanted == "dark")
    switch.click()
    expect(page.locator("html")).to_have_attribute("data-theme", scheme)
