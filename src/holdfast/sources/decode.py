"""Bytes to text, or a refusal that says which byte on which line is wrong."""

from __future__ import annotations

import codecs
from pathlib import Path

from holdfast.model.errors import InputRefused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Bytes below space that text does hold: tab, line feed, vertical tab, form feed, carriage return.
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b\x85")
_SNIFFED = 65536


def decode(data: bytes) -> str:
    """The text of a file's bytes: UTF-8, or UTF-16 with its byte-order mark; never guessed.

    Line ends are left as they are, so that offsets into the text are offsets into the file.

    Raises:
        InputRefused: for an empty, binary or wrongly encoded file, with the line where it shows.

    """
    if not data.strip():
        raise InputRefused("empty")
    encoding = "utf-8"
    for bom, name in _BOMS:
        if data.startswith(bom):
            data, encoding = data[len(bom) :], name
            break
    if encoding == "utf-8" and is_binary(data):
        raise InputRefused(_binary(data))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = " ".join(f"0x{byte:02x}" for byte in data[error.start : error.start + 1])
        raise InputRefused(
            f"byte {wrong} is not {encoding.upper()}; convert the file to UTF-8 first", line=line
        ) from error
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise InputRefused("a NUL byte: binary data, not text", line=line)
    if not text.strip():
        raise InputRefused("empty")
    return text


def is_binary(data: bytes) -> bool:
    """Whether the first 64 KiB hold a NUL byte, or control characters in one byte of a hundred."""
    return b"\x00" in data[:_SNIFFED] or is_mostly_binary(data)


def is_mostly_binary(data: bytes) -> bool:
    """Whether one byte in a hundred of the first 64 KiB is a control character; UTF-16 without its
    byte-order mark is that too.
    """
    head = data[:_SNIFFED]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    return controls * 100 > len(head)


def check_head(path: Path) -> None:
    """Raises InputRefused for a file of many documents that begins like no text at all, before
    much of it is read.
    """
    with path.open("rb") as file:
        head = file.read(_SNIFFED)
    if not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and is_mostly_binary(head):
        raise InputRefused(_binary(head))


def _binary(data: bytes) -> str:
    """What to say of bytes that are no text; in UTF-16 most Latin letters have a NUL beside them."""
    head = data[:_SNIFFED]
    for zeros, letters in ((head[::2], head[1::2]), (head[1::2], head[::2])):
        if zeros.count(0) > 0.4 * len(zeros) and letters.count(0) == 0:
            return "UTF-16 without its byte-order mark; convert the file to UTF-8 first"
    return "binary data, not text"
