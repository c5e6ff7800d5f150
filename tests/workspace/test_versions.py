"""Corrections: a changed file is a new version; a file of the same name elsewhere is not."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from holdfast.workspace import Workspace

from .conftest import ask_as_of

FIRST = "Ukrainian forces recaptured the town of Izium on Saturday, the General Staff in Kyiv said."
SECOND = (
    "Ukrainian forces did not enter the town of Izium on Saturday, the General Staff in Kyiv said."
    " An earlier text of this report was wrong."
)


def put(path: Path, published: str, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nsource: Harbour Wire\npublished: {published}\n---\n{words}\n")
    return path


def texts(workspace: Workspace) -> dict[str, str]:
    return {e.document.id: e.document.text for e in workspace.ledger.documents()}


@pytest.mark.parametrize("built_between", [True, False])
def test_before_a_correction_the_earlier_words_can_be_asked_for(
    empty: Workspace, tmp_path: Path, built_between: bool
) -> None:
    path = put(tmp_path / "in" / "report.md", "2022-09-11", FIRST)
    empty.add([path])
    if built_between:
        empty.build()
    put(path, "2022-09-14", SECOND)
    assert empty.add([path]).new == 1
    empty.build()
    assert empty.pending() == []
    on = date(2022, 9, 11)
    before = ask_as_of(empty, "Izium", on, date(2022, 9, 13))
    assert {c.kind for c in before.claims if c.polarity == "+"} >= {"control_gained"}
    assert all(c.evidence.text in FIRST for c in before.claims)
    after = ask_as_of(empty, "Izium", on, date(2022, 9, 14))
    assert after.claims
    assert all(c.evidence.text in SECOND for c in after.claims)
    assert ask_as_of(empty, "Izium", on, None).claims == after.claims


def test_mondays_and_tuesdays_report_are_two(empty: Workspace, tmp_path: Path) -> None:
    for _ in range(2):
        for day, words in (("mon", FIRST), ("tue", SECOND)):
            put(tmp_path / day / "report.md", "2022-09-11", words)
            empty.add([tmp_path / day])
    found = texts(empty)
    assert len(found) == 2
    assert FIRST in found.pop("report")
    ((id, text),) = found.items()
    assert id.startswith("report~")
    assert SECOND in text


def test_two_folders_at_once_and_one_after_the_other_give_the_same_ids(tmp_path: Path) -> None:
    for day, words in (("mon", FIRST), ("tue", SECOND)):
        put(tmp_path / day / "report.md", "2022-09-11", words)
    with Workspace.create(tmp_path / "once") as once:
        once.add([tmp_path / "mon", tmp_path / "tue"])
        again = once.add([tmp_path / "mon", tmp_path / "tue"])
        assert (again.new, again.known, again.refusals) == (0, 2, ())
        with Workspace.create(tmp_path / "twice") as twice:
            twice.add([tmp_path / "mon"])
            twice.add([tmp_path / "tue"])
            assert texts(once) == texts(twice)


def test_a_file_is_the_same_however_its_path_is_written(
    empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "in" / "report.md", "2022-09-11", FIRST)
    empty.add([tmp_path / "in" / "report.md"])
    put(tmp_path / "in" / "report.md", "2022-09-12", SECOND)
    monkeypatch.chdir(tmp_path / "in")
    empty.add([Path(os.pardir) / "in" / "report.md"])
    assert [SECOND in text for text in texts(empty).values()] == [True]


def test_a_row_supersedes_the_row_of_its_id_in_its_own_file(
    empty: Workspace, tmp_path: Path
) -> None:
    def dump(name: str, *rows: tuple[str, str]) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in rows))
        return path

    empty.add([dump("a.jsonl", ("1", "One."), ("2", "Two."), ("2", "Two again."))])
    empty.add([dump("b.jsonl", ("1", "Other."))])
    assert empty.add([dump("a.jsonl", ("1", "One, corrected."), ("2", "Two."))]).new == 1
    found = texts(empty)
    assert (found.pop("1"), found.pop("2")) == ("One, corrected.", "Two.")
    assert sorted(found.values()) == ["Other.", "Two again."]
    assert sorted(id.partition("~")[0] for id in found) == ["1", "2"]
