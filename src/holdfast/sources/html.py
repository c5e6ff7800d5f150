"""Web pages: the article's text and the page's own account of itself.

trafilatura in its fast mode found the text best of six libraries on 990 real pages. Its date is
the page's word and weak evidence: on one page in eight it is wrong, so `reading.times` checks it
against the text.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from holdfast.model.errors import InputRefused
from holdfast.sources.decode import is_binary

#: What is left of a page without an article is its menu: fewer words than this.
MIN_WORDS = 8


@dataclass(frozen=True)
class Page:
    """An article without its page; None where the page does not say."""

    text: str
    title: str | None
    source: str | None
    url: str | None
    date: str | None


def read_page(data: bytes) -> Page:
    """The article in a page's bytes.

    Raises:
        InputRefused: where the bytes are no page, or hold no text that reads as an article.

    """
    if not data.strip():
        raise InputRefused("empty")
    if is_binary(data) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputRefused("binary data, not a web page")
    # Imported here because it takes half a second, which a folder of plain text need not pay.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(data, fast=True, with_metadata=True, include_comments=False)
    except Exception as error:
        # What its parsers raise for pages that nobody has foreseen is theirs to name.
        raise InputRefused(
            f"this page cannot be parsed: {error or type(error).__name__}"
        ) from error
    if not isinstance(found, Extracted) or len((found.text or "").split()) < MIN_WORDS:
        raise InputRefused("no article text found in this page")
    return Page(
        found.text or "", found.title, found.sitename or found.hostname, found.url, found.date
    )
