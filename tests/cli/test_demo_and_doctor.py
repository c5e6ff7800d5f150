"""`holdfast demo` and `holdfast doctor`: the first two things that anybody types."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdfast import __version__
from holdfast.model.errors import MissingPart
from holdfast.report import page_template

from .conftest import Holdfast


def need_page() -> None:
    try:
        page_template()
    except MissingPart as missing:
        pytest.skip(str(missing))


def test_doctor_names_every_part_and_says_it_is_well(holdfast: Holdfast) -> None:
    need_page()
    said = holdfast("doctor")
    assert said.status == 0
    for part in ("python", "english pipeline", "gazetteer", "theatres", "report page"):
        assert f"ok {part}: " in said.out_line
    assert __version__ in said.out
    assert "ru-ua" in said.out
    assert "sudan" in said.out


def test_doctor_names_the_part_that_is_missing_and_fails(
    holdfast: Holdfast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from holdfast.cli import doctor

    def absent() -> str:
        raise MissingPart("the gazetteer is not here; install it again")

    checks = tuple(
        (name, absent if name == "gazetteer" else lambda: "fine") for name, _ in doctor.CHECKS
    )
    monkeypatch.setattr(doctor, "CHECKS", checks)
    said = holdfast("doctor")
    assert said.status == 1
    assert "FAIL gazetteer: the gazetteer is not here; install it again" in said.out_line
    assert "ok theatres: fine" in said.out_line, "the other parts are checked all the same"


def test_the_demo_answers_for_both_operations_and_writes_a_report(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    need_page()
    said = holdfast("demo", "-o", "example.html")
    assert said.status == 0
    for place in ("Izium", "Lyman", "Sudzha"):
        assert f"{place} on 202" in said.out_line
    assert "open it in a browser" in said.out_line
    page = (tmp_path / "example.html").read_text(encoding="utf-8")
    assert "Sudzha" in page
    assert "Izium" in page
    assert [p.name for p in tmp_path.iterdir()] == ["example.html"]
