"""What training and measuring import is what the package and its extras install."""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWN = {"training", "bench", "holdfast"}


def imported(folder: Path) -> set[str]:
    """The packages of others that the files of a folder import, at the top or inside a function."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return {name.replace("_", "-") for name in found - OWN - sys.stdlib_module_names}


def declared(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][e] for e in extras)]
    return {each.split(">")[0].strip().replace(".", "-") for one in lists for each in one}


@pytest.mark.parametrize(
    ("folder", "extras"),
    [("training/english", ("train",)), ("training", ("train", "teacher")), ("bench", ("train",))],
)
def test_every_import_is_declared(folder: str, extras: tuple[str, ...]) -> None:
    known = declared(*extras)
    missing = {
        name for name in imported(ROOT / folder)
        if not any(one == name or one.startswith(name + "-") for one in known)
    }  # fmt: skip
    assert missing == set()


def test_the_recipe_installs_what_it_runs() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nmodel:")[2]
    assert "'.[train,teacher]'" in recipe.partition("\n\n")[0]
