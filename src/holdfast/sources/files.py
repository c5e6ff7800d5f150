"""One file, one document: plain text, Markdown, web pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from holdfast.model import Document, Furniture, TimeRange
from holdfast.model.errors import InputRefused, Refusal, Undated
from holdfast.model.ids import content_hash
from holdfast.sources.decode import decode
from holdfast.sources.frontmatter import read_front_matter
from holdfast.sources.furniture import mark_furniture
from holdfast.sources.html import read_page
from holdfast.sources.stamps import read_stamp

#: A single document larger than this is a dump, not a report (bytes).
MAX_DOCUMENT = 10_000_000


def check_size(size: int, *, line: int | None = None) -> None:
    """Raises InputRefused where `size` bytes are too many for one document."""
    if size > MAX_DOCUMENT:
        raise InputRefused(
            f"more than the limit of {MAX_DOCUMENT / 1e6:,.0f} MB for one document; split it, or give "
            "one document a line as .jsonl",
            line=line,
        )


def read_published(
    written: str | None, path: Path, *, line: int | None = None
) -> tuple[TimeRange | None, list[Undated]]:
    """The day of publication as metadata gives it.

    One that cannot be read is named and left out; the document is read without it.
    """
    if not written or not written.strip():
        return None, []
    stamp = read_stamp(written)
    if stamp is not None:
        return stamp, []
    reason = f"published: {written!r} is no one date, and is left out; write it as 2022-09-11"
    return None, [Undated(str(path), reason, line)]


def read_text_file(path: Path) -> Iterator[Document | Refusal]:
    """A .txt or .md file; its id is its stem, its front matter is marked and not read."""
    check_size(path.stat().st_size)
    data = path.read_bytes()
    text = decode(data)
    front = read_front_matter(text)
    furniture = mark_furniture(text)
    if front.span is not None:
        if not text[front.span.end :].strip():
            raise InputRefused("nothing but front matter")
        inside = front.span
        kept = tuple(f for f in furniture if f.span.start >= inside.end)
        furniture = (Furniture(inside, "front-matter"), *kept)
    published, left_out = read_published(
        front.values.get("published"), path, line=front.lines.get("published")
    )
    yield from left_out
    yield Document(
        id=path.stem,
        text=text,
        source=front.values.get("source"),
        published=published,
        url=front.values.get("url"),
        title=front.values.get("title"),
        format="md" if path.suffix.lower() in {".md", ".markdown"} else "txt",
        sha256=content_hash(data),
        original=str(path),
        furniture=furniture,
    )


def read_html_file(path: Path) -> Iterator[Document | Refusal]:
    """A saved web page; the text is the article's, the original stays as it is."""
    check_size(path.stat().st_size)
    data = path.read_bytes()
    page = read_page(data)
    yield Document(
        id=path.stem,
        text=page.text,
        source=page.source,
        published=read_stamp(page.date) if page.date else None,
        url=page.url,
        title=page.title,
        format="html",
        sha256=content_hash(data),
        original=str(path),
        furniture=mark_furniture(page.text),
    )
