"""`holdfast fuse`: the claims that `holdfast claims` prints, fused to spans of days."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from .conftest import Holdfast, put

COLUMNS = "id,name,lat,lon,kind,country,admin1\n"


@pytest.fixture
def printed(holdfast: Holdfast, tmp_path: Path) -> str:
    """What `claims --format jsonl` prints for all reports, saved as claims.jsonl too."""
    said = holdfast("claims", str(put(tmp_path / "in")), "--format", "jsonl")
    (tmp_path / "claims.jsonl").write_text(said.out)
    return said.out


def spans(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def on(found: list[dict[str, Any]], place: str, day: str) -> dict[str, Any]:
    """The one span of a place that holds a day."""
    (span,) = [s for s in found if s["place"]["name"] == place and s["start"] <= day <= s["end"]]
    return span


def test_claims_go_in_as_they_were_printed_and_control_comes_out(
    holdfast: Holdfast, printed: str
) -> None:
    said = holdfast("fuse", "claims.jsonl")
    assert said.status == 0
    found = spans(said.out)
    assert f"{len(printed.splitlines())} claims" in said.err_line
    assert f"{len(found)} spans, 0 refused" in said.err_line
    assert {"place", "start", "end", "state", "side", "probabilities"} <= set(found[0])
    assert on(found, "Avdiivka", "2024-02-10")["side"] == "UA"
    assert on(found, "Avdiivka", "2024-02-18")["side"] == "RU"
    madani = on(found, "Wad Madani", "2023-12-19")["probabilities"]
    assert max(madani, key=madani.__getitem__) == "RSF"


def test_spans_of_a_place_follow_on_one_another(holdfast: Holdfast, printed: str) -> None:
    found = spans(holdfast("fuse", "claims.jsonl", "--theatre", "ru-ua").out)
    for one, following in pairwise(found):
        assert one["start"] <= one["end"]
        if one["place"] == following["place"]:
            assert one["end"] < following["start"]
        assert sum(one["probabilities"].values()) == pytest.approx(1.0, abs=3e-4)


def test_a_dash_reads_standard_input(holdfast: Holdfast, printed: str) -> None:
    piped = holdfast("fuse", "-", stdin=printed)
    assert (piped.status, piped.out) == (0, holdfast("fuse", "claims.jsonl").out)


def test_the_order_of_lines_does_not_matter(holdfast: Holdfast, printed: str) -> None:
    turned = "\n".join(reversed(printed.splitlines())) + "\n\n"
    assert holdfast("fuse", "-", stdin=turned).out == holdfast("fuse", "claims.jsonl").out


def test_listed_places_are_told_of_though_nobody_spoke_of_them(
    holdfast: Holdfast, tmp_path: Path, printed: str
) -> None:
    (tmp_path / "towns.csv").write_text(
        COLUMNS + "own:1,Upper Brun,49.9,36.2,PPL,UA,07\nown:2,Lower Brun,51.7,36.2,PPL,RU,41\n"
    )
    said = holdfast("fuse", "claims.jsonl", "--theatre", "ru-ua", "--places", "towns.csv")
    assert said.status == 0
    upper = on(spans(said.out), "Upper Brun", "2022-03-01")
    lower = on(spans(said.out), "Lower Brun", "2022-03-01")
    assert (upper["state"], lower["state"]) == ("unknown", "unknown")
    assert upper["probabilities"]["UA"] == lower["probabilities"]["RU"] > 0.9
    assert upper["place"]["lat"] == 49.9
    assert (upper["origins"], upper["reports"]) == (0, 0)


def test_a_bad_line_is_named_and_the_rest_is_fused(
    holdfast: Holdfast, tmp_path: Path, printed: str
) -> None:
    lines = printed.splitlines()
    bad = [lines[0], "not json", '{"id": 3}', *lines[1:], "\x00"]
    (tmp_path / "mixed.jsonl").write_text("\n".join(bad) + "\n")
    said = holdfast("fuse", "mixed.jsonl")
    assert said.status == 3
    assert said.out == holdfast("fuse", "claims.jsonl").out
    for number in (2, 3, len(bad)):
        assert f"refused mixed.jsonl:{number}: not a claim" in said.err


def test_a_day_that_is_none_is_refused_with_its_line_and_key(
    holdfast: Holdfast, tmp_path: Path, printed: str
) -> None:
    (tmp_path / "odd.jsonl").write_text(printed.replace('"2024-02-17"', '"2024-02-31"'))
    said = holdfast("fuse", "odd.jsonl")
    assert said.status == 3
    assert "time" in said.err
    assert "refused odd.jsonl:1: not a claim" in said.err


def test_a_bad_row_of_places_is_named_with_its_line(
    holdfast: Holdfast, tmp_path: Path, printed: str
) -> None:
    (tmp_path / "towns.csv").write_text(
        COLUMNS + "own:1,Brun,north,36.2,PPL,UA,07\nown:2,Ost,1,2,PPL,UA,07\n"
    )
    said = holdfast("fuse", "claims.jsonl", "--places", "towns.csv")
    assert said.status == 3
    assert "refused towns.csv:2: " in said.err
    assert "Ost" in said.out
    assert "Brun" not in said.out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("fuse", "nowhere.jsonl"), "nowhere.jsonl: no such file"),
        (("fuse", "claims.jsonl", "--places", "nowhere.csv"), "nowhere.csv: no such file"),
        (("fuse", "claims.jsonl", "--places", "bare.csv"), "bare.csv:1: no column called name"),
        (("fuse", "claims.jsonl", "--theatre", "atlantis"), "atlantis: theatre: unknown"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    holdfast: Holdfast, tmp_path: Path, printed: str, words: tuple[str, ...], named: str
) -> None:
    (tmp_path / "bare.csv").write_text("id,title\nown:1,Brun\n")
    said = holdfast(*words)
    assert said.status == 1
    assert f"error: {named}" in said.err_line
    assert said.out == ""


def test_no_claims_give_no_spans(holdfast: Holdfast) -> None:
    said = holdfast("fuse", "-", stdin="\n")
    assert (said.status, said.out) == (0, "")
    assert "0 claims, 0 places, 0 spans" in said.err_line


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_claims_may_begin_with_a_byte_order_mark(
    holdfast: Holdfast, tmp_path: Path, printed: str, encoding: str
) -> None:
    (tmp_path / "marked.jsonl").write_text(printed, encoding=encoding)
    said = holdfast("fuse", "marked.jsonl")
    assert (said.status, said.out) == (0, holdfast("fuse", "claims.jsonl").out)


def test_a_claim_that_comes_twice_is_counted_once(
    holdfast: Holdfast, tmp_path: Path, printed: str
) -> None:
    (tmp_path / "twice.jsonl").write_text(printed * 2)
    said = holdfast("fuse", "twice.jsonl")
    assert (said.status, said.out) == (0, holdfast("fuse", "claims.jsonl").out)
    many = len(printed.splitlines())
    assert f"{many} claims, " in said.err_line
    assert said.err_line.endswith(f"0 refused, {many} repeated")


def test_another_claim_of_a_known_id_is_refused_with_both_lines(
    holdfast: Holdfast, tmp_path: Path, printed: str
) -> None:
    lines = printed.splitlines()
    other = json.dumps({**json.loads(lines[1]), "confidence": 0.123})
    (tmp_path / "odd.jsonl").write_text("\n".join([*lines, other]))
    said = holdfast("fuse", "odd.jsonl")
    assert (said.status, said.out) == (3, holdfast("fuse", "claims.jsonl").out)
    assert f"refused odd.jsonl:{len(lines) + 1}: the id " in said.err
    assert "another claim, on line 2" in said.err


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("0001-01-01", "0001-01-01", "not within the years 1000 to 2199"),
        ("2022-09-10", "9999-12-31", "not within the years 1000 to 2199"),
        ("2022-09-12", "2022-09-10", "ends on 2022-09-10, before it starts on 2022-09-12"),
    ],
)
def test_days_of_no_report_are_refused_and_the_rest_is_fused(
    holdfast: Holdfast, tmp_path: Path, printed: str, start: str, end: str, reason: str
) -> None:
    claim = json.loads(printed.splitlines()[0])
    odd = {**claim, "id": "odd", "time": {**claim["time"], "start": start, "end": end}}
    (tmp_path / "odd.jsonl").write_text(json.dumps(odd) + "\n" + printed)
    said = holdfast("fuse", "odd.jsonl")
    assert (said.status, said.out) == (3, holdfast("fuse", "claims.jsonl").out)
    assert "refused odd.jsonl:1: time: " in said.err
    assert reason in said.err
