"""When the page is built again, and with which Node.js."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("hatchling", reason="hatchling is only there where wheels are built")


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "hatch_build", Path(__file__).parents[2] / "hatch_build.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(tmp_path: Path) -> tuple[Path, Path]:
    """Sources of day 1000 and a page of day 2000, in seconds."""
    ui, page = tmp_path / "ui", tmp_path / "index.html"
    (ui / "src").mkdir(parents=True)
    (ui / "node_modules").mkdir()
    for file, age in ((ui / "package-lock.json", 1000), (ui / "src" / "main.tsx", 1000),
                      (ui / "node_modules" / "x.js", 9000), (page, 2000)):  # fmt: skip
        file.write_text("x", encoding="utf-8")
        os.utime(file, (age, age))
    return ui, page


def test_a_page_is_fresh_until_a_source_changes(hook: ModuleType, tree: tuple[Path, Path]) -> None:
    ui, page = tree
    assert hook.is_fresh(ui, page)
    os.utime(ui / "src" / "main.tsx", (3000, 3000))
    assert not hook.is_fresh(ui, page)
    assert hook.is_fresh(ui, page, whatever_age=True)
    page.unlink()
    assert not hook.is_fresh(ui, page, whatever_age=True)


def test_a_page_without_sources_is_used(hook: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("x", encoding="utf-8")
    assert hook.is_fresh(tmp_path / "ui", page)


@pytest.mark.parametrize(
    ("version", "enough"),
    [("v20.19.0", True), ("v20.18.9", False), ("v21.7.0", False), ("v22.11.0", False),
     ("v22.12.0\n", True), ("v24.1.0", True), ("v8.9.0", False), ("", False)],
)  # fmt: skip
def test_which_node_is_new_enough(hook: ModuleType, version: str, enough: bool) -> None:
    assert hook.is_new_enough(version) is enough


def test_nothing_to_build_from_is_told(hook: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(hook.PageError, match="use a full checkout"):
        hook.build_page(tmp_path / "ui", tmp_path / "index.html")


def test_a_failing_npm_is_told_with_the_next_step(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho no such registry\nexit 7\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setattr(hook, "system_npm", lambda: str(npm))
    with pytest.raises(
        hook.PageError, match=r"(?s)npm ci.*no such registry.*Next step: .*npm ping"
    ):
        hook.run_npm(["ci"], tmp_path)
