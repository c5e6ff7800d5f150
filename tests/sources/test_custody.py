"""Originals: kept once, by hash, byte for byte."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from holdfast.sources import keep, original_path


def test_an_original_is_kept_under_its_hash_and_only_once(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"bytes \xff\x00 of any kind")
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    kept = keep(tmp_path / "originals", source, digest)
    assert kept == original_path(tmp_path / "originals", digest)
    assert kept.read_bytes() == source.read_bytes()
    before = kept.stat().st_mtime_ns
    assert keep(tmp_path / "originals", source, digest).stat().st_mtime_ns == before
    assert [p for p in (tmp_path / "originals").rglob("*") if p.is_file()] == [kept]


def test_a_file_that_changed_meanwhile_is_kept_under_what_was_copied(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"new")
    kept = keep(tmp_path / "originals", source, hashlib.sha256(b"old").hexdigest())
    assert kept.name == hashlib.sha256(b"new").hexdigest()


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"new")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        keep(tmp_path / "originals", source, "0" * 64)
    assert list((tmp_path / "originals").iterdir()) == []
