"""In a real process: output into a pipe is plain, a pipe that closes early is no error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from holdfast.model import Claim

from .conftest import put

PLAIN = {
    k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"}
}


def run(*words: str, cwd: Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    paths = [os.path.abspath(p) for p in PLAIN.get("PYTHONPATH", "").split(os.pathsep) if p]
    return subprocess.run(
        [sys.executable, "-m", "holdfast", *words], cwd=cwd, input=data, capture_output=True,
        env={**PLAIN, "PYTHONPATH": os.pathsep.join(paths)}, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("words", [("claims", "in"), ("claims", "in", "--format", "jsonl")])
def test_piped_output_is_plain_and_work_is_told_of_elsewhere(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    put(tmp_path / "in", "avdiivka", "madani")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert b"\x1b" not in done.stdout
    assert b"\x1b" not in done.stderr
    assert b"2 documents" in done.stderr
    assert b"2 documents" not in done.stdout


def test_claims_piped_into_fuse(tmp_path: Path) -> None:
    put(tmp_path / "in", "avdiivka")
    claims = run("claims", "in", "--format", "jsonl", cwd=tmp_path).stdout
    assert [msgspec.json.decode(line, type=Claim).document for line in claims.splitlines()]
    done = run("fuse", "-", "--theatre", "ru-ua", cwd=tmp_path, data=claims)
    assert done.returncode == 0
    assert b'"side":"RU"' in done.stdout


def test_a_pipe_that_closes_early_ends_quietly(tmp_path: Path) -> None:
    put(tmp_path / "in")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "holdfast", "claims", str(tmp_path / "in"), "--format", "jsonl"],
        stdout=writing, stderr=subprocess.PIPE, env=PLAIN, check=False,
    )  # fmt: skip
    os.close(writing)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipeError" not in done.stderr
