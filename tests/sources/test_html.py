"""Web pages: the article without its page, and the page's word about itself."""

from __future__ import annotations

from pathlib import Path

from holdfast.model import Document
from holdfast.model.errors import Refusal
from holdfast.sources import read_documents

PAGE = """<!doctype html><html><head><title>Town retaken | The Site</title>
<meta property="og:site_name" content="The Site">
<meta property="article:published_time" content="2022-09-11T21:00:00+03:00"></head><body>
<nav><a href="/">Home</a><a href="/war">War</a></nav>
<article><h1>Town retaken</h1>
<p>Government troops retook the town of Alpha on Sunday, the army said in a statement that was
read out on the evening news.</p>
<p>Residents said the rebels had left before dawn &amp; taken the grain with them.</p></article>
<section class="comments"><h3>Leave a Reply</h3><p>First!</p></section>
</body></html>"""


def read(path: Path) -> Document | Refusal:
    (item,) = read_documents([path])
    return item


def test_the_article_is_found_and_the_page_left_out(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    page = read(path)
    assert isinstance(page, Document)
    assert (page.id, page.source, page.title) == ("page", "The Site", "Town retaken")
    assert "dawn & taken" in page.text
    assert "Home" not in page.text
    assert "First!" not in page.text
    assert page.published is not None
    assert str(page.published.start) == "2022-09-11"


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    refused = read(path)
    assert isinstance(refused, Refusal)
    assert "no article" in refused.reason


def test_bytes_that_are_no_page_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    path.write_bytes(b"\x00\x01\x02\x03" * 50)
    refused = read(path)
    assert isinstance(refused, Refusal)
    assert "binary" in refused.reason
