"""A theatre file with a mistake: the file, the key and the reason are named, nothing is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Holdfast, put

GOOD = """id = "invented"
name = "Invented war"
first_day = 2021-05-01
countries = ["SD"]
outlets = [{name = "Harbour Wire", leaning = "RED"}]
[[sides]]
id = "RED"
name = "Red party"
[[sides]]
id = "BLUE"
name = "Blue party"
"""
#: What is replaced by what, the key that the message has to name, and words of the reason.
MISTAKES = {
    "unknown key": ('name = "Red party"', 'name = "Red party"\ncolor = "red"', "sides[0].color", "unknown"),
    "missing key": ('name = "Invented war"\n', "", "name", "missing"),
    "wrong type": ("2021-05-01", '"May"', "first_day", "date"),
    "wrong value": ('["SD"]', '["Sudan"]', "countries[0]", "Expected"),
    "side twice": ('id = "BLUE"', 'id = "RED"', "sides[1].id", "twice"),
    "no such side": ('leaning = "RED"', 'leaning = "GREEN"', "outlets[0].leaning", "GREEN"),
    "bad TOML": ('id = "RED"', "id = RED", "syntax", "TOML"),
}  # fmt: skip


def test_a_theatre_file_is_used_where_it_is_right(holdfast: Holdfast, tmp_path: Path) -> None:
    (tmp_path / "war.toml").write_text(GOOD)
    put(tmp_path / "in", "singa")
    assert holdfast("claims", "in", "--theatre", "war.toml").status == 0


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_by_file_and_key(
    holdfast: Holdfast, tmp_path: Path, mistake: str
) -> None:
    old, new, key, reason = MISTAKES[mistake]
    assert old in GOOD
    (tmp_path / "war.toml").write_text(GOOD.replace(old, new))
    put(tmp_path / "in", "singa")
    for words in (("claims", "in"), ("init", "ws"), ("fuse", "claims.jsonl")):
        said = holdfast(*words, "--theatre", "war.toml")
        assert said.status == 1
        assert said.err_line.startswith(f"error: war.toml: {key}: ")
        assert reason in said.err_line
        assert said.out == ""
    assert not (tmp_path / "ws").exists()


def test_the_entry_with_the_mistake_is_named_as_its_author_named_it(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    old, new, _, _ = MISTAKES["unknown key"]
    (tmp_path / "war.toml").write_text(GOOD.replace(old, new))
    assert "Red party" in holdfast("claims", "x.txt", "--theatre", "war.toml").err_line
