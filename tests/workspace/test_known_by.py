"""What could be known on a day: nothing that was written later is used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from holdfast.workspace import Questions, Workspace

from .conftest import ask_as_of
from .reports import CHANGES, REPORTS, put


def written(document: str) -> date:
    return date.fromisoformat(REPORTS[document][1])


@pytest.mark.parametrize(("place", "day", "loser", "taker"), CHANGES)
def test_before_anything_was_written_the_place_was_unknown(
    built: Workspace, place: str, day: date, loser: str, taker: str
) -> None:
    answer = ask_as_of(built, place, day, date(2022, 9, 1))
    assert answer.state == "unknown"
    assert answer.claims == ()
    assert (answer.origins, answer.reports) == (0, 0)
    assert answer.known_by == date(2022, 9, 1)


@pytest.mark.parametrize(("place", "day", "loser", "taker"), CHANGES)
@pytest.mark.parametrize("known_by", sorted({date.fromisoformat(r[1]) for r in REPORTS.values()}))
def test_no_claim_of_an_answer_was_written_later(
    built: Workspace, place: str, day: date, loser: str, taker: str, known_by: date
) -> None:
    answer = ask_as_of(built, place, day, known_by)
    cited = {c.document for c in (*answer.claims, *answer.cited)}
    assert all(written(document) <= known_by for document in cited)
    for dispute in answer.disputes:
        ids = {id for position in dispute.positions for id in position.claims}
        assert ids <= {c.id for c in (*answer.claims, *answer.cited)}


def test_a_later_report_makes_an_earlier_day_surer_only_once_it_is_known(built: Workspace) -> None:
    first, both = (
        ask_as_of(built, "Izium", date(2022, 9, 11), known)
        for known in (date(2022, 9, 11), date(2022, 9, 12))
    )
    assert {c.document for c in first.claims} == {"izium-wire"}
    assert {c.document for c in both.claims} == {"izium-wire", "izium-ministry"}
    assert both.probabilities["UA"] > first.probabilities["UA"]


def test_what_comes_later_does_not_change_what_could_be_known(
    empty: Workspace, tmp_path: Path
) -> None:
    empty.add(put(tmp_path / "early", "izium-wire", "avdiivka-wire"))
    empty.build()
    questions = [("Izium", date(2022, 9, 11)), ("Avdiivka", date(2024, 2, 18))]
    before = [ask_as_of(empty, place, on, on) for place, on in questions]
    empty.add(put(tmp_path / "late", "izium-ministry", "avdiivka-kyiv"))
    empty.build()
    after = [ask_as_of(empty, place, on, on) for place, on in questions]
    assert msgspec.json.encode(after) == msgspec.json.encode(before)
    assert Questions(*empty.evidence()).ask(*questions[0]).reports > before[0].reports


def test_an_undated_report_is_not_among_what_could_be_known(
    empty: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text(
        "Ukrainian forces recaptured the town of Izium from the Russian army, and the flag of"
        " Ukraine hangs over the town hall again, the mayor of Izium told our neighbours.\n"
    )
    empty.add([tmp_path / "letter.txt"])
    empty.build()
    (entry,) = empty.ledger.documents()
    assert entry.dating is not None
    assert entry.dating.time.end is None
    assert len(empty.ledger.claims()) > 0
    assert empty.evidence(known_by=date(2030, 1, 1))[0].claims == ()
