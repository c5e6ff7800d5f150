"""A browser without a network, and a report that it opens from disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import sync_playwright

from holdfast.model.errors import MissingPart
from holdfast.report.write import SLOT, embed, page_template

from .world import report

#: WebGL on the processor, and none of the calls that Chromium makes of its own accord.
FLAGS = [
    "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--disable-background-networking", "--disable-component-update", "--no-first-run",
    "--disable-sync", "--disable-quic",
]  # fmt: skip
#: Addresses that lead nowhere: parts of the page itself.
LOCAL = ("data:", "blob:")

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def template() -> str:
    try:
        return page_template()
    except MissingPart as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def report_file(template: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented report as `holdfast report` would write it."""
    page = template.replace(SLOT, SLOT.replace("{}", embed(msgspec.json.encode(report()).decode())))
    file = tmp_path_factory.mktemp("report") / "a report.html"
    file.write_text(page, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


class Log:
    """What a page asked for and complained of."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def watch(self, page: Any) -> None:
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("console", self._console)

    def _console(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    @property
    def outside(self) -> list[str]:
        """Requests beyond the file itself and parts of it."""
        return [u for u in self.requests if not u.startswith((*LOCAL, "file://"))]


class Pages:
    """Pages with the report: two that most tests share, with WebGL and without, and fresh ones.

    Opening the whole report takes a second on a slow machine; going to another of its addresses
    does not. Without WebGL the table stands where the map would be.
    """

    def __init__(self, browser: Any, file: Path) -> None:
        self.browser = browser
        self.file = file
        self.log = Log()
        self.shared: dict[bool, Any] = {}
        self.contexts: list[Any] = []

    def open(
        self, address: str = "", *, width: int = 1280, height: int = 860, webgl: bool = False,
        scheme: str = "light", motion: str = "no-preference",
    ) -> Any:  # fmt: skip
        if webgl not in self.shared:
            self.shared[webgl] = self._page(webgl)
            self.shared[webgl].goto(self.file.as_uri() + "#tab=about")
        page = self.shared[webgl]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion=motion)
        # By way of a tab without panels, so that nothing stays unfolded.
        page.goto(self.file.as_uri() + "#tab=about")
        page.goto(self.file.as_uri() + (address or "#"))
        page.evaluate("document.activeElement?.blur()")
        return page

    def fresh(
        self, address: str = "", *, file: Path | None = None, webgl: bool = False, **options: Any
    ) -> Any:
        page = self._page(webgl, **options)
        self.contexts.append(page.context)
        page.goto((file or self.file).as_uri() + address)
        return page

    def _page(self, webgl: bool, **options: Any) -> Any:
        context = self.browser.new_context(viewport={"width": 1280, "height": 860}, **options)
        context.set_default_timeout(8000)
        page = context.new_page()
        self.log.watch(page)
        if not webgl:
            page.add_init_script(
                "const had = HTMLCanvasElement.prototype.getContext;"
                "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
                " return kind.startsWith('webgl') ? null : had.call(this, kind, ...rest); };"
            )
        return page


@pytest.fixture(scope="session")
def pages(browser: Any, report_file: Path) -> Pages:
    return Pages(browser, report_file)


@pytest.fixture
def log(pages: Pages) -> Log:
    pages.log.requests.clear()
    pages.log.complaints.clear()
    return pages.log


@pytest.fixture
def opened(pages: Pages, log: Log) -> Open:
    """Opens the report at an address: `opened("#t=…")`, `opened("#t=…", width=360, webgl=True)`."""
    return pages.open


@pytest.fixture
def fresh(pages: Pages, log: Log) -> Iterator[Open]:
    """The same in a page of its own, for tests of the very start: `fresh(webgl=True, offline=True)`."""
    yield pages.fresh
    for context in pages.contexts:
        context.close()
    pages.contexts.clear()
