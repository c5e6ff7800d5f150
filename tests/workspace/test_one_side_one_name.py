"""A side that one report names by its id and another by its full name is one side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from holdfast.workspace import Questions, Workspace, evidence_of


def test_two_names_for_one_side_are_no_dispute(tmp_path: Path) -> None:
    from holdfast.model import Claim, Document, Place, Quote, TimeRange
    from holdfast.theatre import find_theatre

    day = TimeRange(date(2025, 1, 11), date(2025, 1, 11))
    town = Place("Wad Madani", "Wad Madani", "geonames:364103", 14.4, 33.5, "PPL", country="SD")
    claims = [
        Claim(id=id, document=id, kind="control_gained", side=side, place=town, time=day,
              evidence=Quote(0, 4, "took"))
        for id, side in (("a", "RSF"), ("b", "Rapid Support Forces"))
    ]  # fmt: skip
    documents = [Document(id=c.document, text="took it, they say, at dawn") for c in claims]
    theatres = [find_theatre("sudan")]
    evidence = evidence_of(claims, documents, theatres)
    assert {c.side for c in evidence.claims} == {"RSF"}
    assert Questions(evidence, theatres).disputes == []


def test_an_unknown_day_has_no_reasons(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "---\npublished: 2022-09-11\n---\nUkrainian forces captured Izium on Saturday.\n"
    )
    with Workspace.create(tmp_path / "w", theatre="ru-ua") as workspace:
        workspace.add([tmp_path / "a.txt"])
        workspace.build()
        questions = Questions(*workspace.evidence())
    answer = questions.ask("Izium", date(2014, 5, 1))
    assert (answer.state, answer.reasons) == ("unknown", ())
