"""What each of the five reports says must come out right."""

from __future__ import annotations

from datetime import date

from holdfast.model import CONTROL_KINDS

from .conftest import Report

Reports = dict[str, Report]


def day(month: int, number: int, year: int = 2022) -> date:
    return date(year, month, number)


def test_000_is_dated_by_its_own_count_of_days(reports: Reports) -> None:
    dating = reports["000"].reading.dating
    assert (dating.time.start, dating.time.end) == (day(9, 11), day(9, 11))
    assert any("200" in reason for reason in dating.evidence)


def test_000_tells_who_took_and_who_entered_what(reports: Reports) -> None:
    report = reports["000"]
    for place in ("Izium", "Kupiansk"):
        gain = report.one("control_gained", place=place)
        assert gain.side == "UA"
        assert gain.time is not None
        assert gain.time.start == gain.time.end == day(9, 10)
        assert (gain.speakers, gain.certainty) == ((), "certain")
    entered = {p: report.one("advance", place=p) for p in ("Izium", "Kupiansk")}
    assert [s.name for s in entered["Kupiansk"].speakers] == ["Ukrainian military"]
    assert [s.name for s in entered["Izium"].speakers] == ["Kyiv"]


def test_000_a_ministry_calls_the_retreat_a_regrouping(reports: Reports) -> None:
    framed = [c for c in reports["000"].of("withdrawal") if c.framing == "regrouping"]
    assert framed
    for claim in framed:
        assert claim.side == "RU"
        assert claim.speakers[-1].side == "RU"
        assert "Ministry" in claim.speakers[-1].name


def test_000_hopes_duties_and_comment_forms_move_no_map(reports: Reports) -> None:
    report = reports["000"]
    text = report.reading.document.text
    reasons = text.index("four reasons")
    for claim in report.claims:
        if claim.evidence.start > reasons and claim.kind in CONTROL_KINDS and claim.moves_map:
            assert claim.side == "RU"
            assert claim.kind == "withdrawal"
    furniture = text.index("Leave a")
    assert not any(c.evidence.start >= furniture for c in report.claims)


def test_001_is_dated_by_its_weekdays(reports: Reports) -> None:
    time = reports["001"].reading.dating.time
    assert time.start is not None
    assert time.end is not None
    assert day(9, 11) <= time.start <= time.end <= day(9, 13)


def test_001_counts_settlements_and_ground(reports: Reports) -> None:
    extents = {
        c.quantity.unit: c for c in reports["001"].of("territory_extent") if c.quantity is not None
    }
    assert {c.side for c in extents.values()} == {"UA"}
    thirty = extents["settlements"]
    assert thirty.quantity is not None
    assert thirty.quantity.value == 30
    assert thirty.time is not None
    assert thirty.time.start == thirty.time.end == day(9, 11)
    area = extents["km2"].quantity
    assert area is not None
    assert (area.value, area.approximate) == (9000, True)


def test_001_knows_who_admits_the_ratio_and_who_relays_the_deputy(reports: Reports) -> None:
    report = reports["001"]
    (ratio,) = [c for c in report.of("force_strength") if c.quantity is not None]
    assert ratio.quantity is not None
    assert (ratio.quantity.value, ratio.quantity.unit) == (8, "ratio")
    speaker = ratio.speakers[-1]
    assert "head of the" in speaker.name
    assert speaker.side == "RU"
    deputy = report.one("statement", words="special operation would be effective")
    assert [s.name for s in deputy.speakers][:1] == ["Wall Street Journal"]
    assert deputy.speakers[-1].name.startswith("Boris")


def test_001_captured_ammunition_is_a_loss_of_equipment(reports: Reports) -> None:
    assert {c.side for c in reports["001"].of("equipment_loss")} == {"RU"}


def test_002_tells_retreats_parts_and_fighting(reports: Reports) -> None:
    report = reports["002"]
    assert report.one("withdrawal", place="Balakliia").side == "RU"
    shares = [c for c in report.of("withdrawal", place="Kupiansk") if c.quantity is not None]
    assert [(c.quantity.unit, round(c.quantity.value, 2)) for c in shares if c.quantity] == [
        ("share", 0.67)
    ]
    assert {c.place.name for c in report.of("armed_clash") if c.place} >= {"Izium", "Lyman"}


def test_002_hedges_stay_hedges(reports: Reports) -> None:
    report = reports["002"]
    lyman = report.one("withdrawal", place="Lyman")
    assert lyman.certainty == "possible"
    fall = report.one("control_gained", words="may fall")
    assert (fall.realis, fall.certainty, fall.side) == ("predicted", "possible", "UA")
    assert not fall.moves_map


def test_002_an_accusation_stays_an_accusation(reports: Reports) -> None:
    accusations = reports["002"].of("violence_against_civilians")
    assert accusations
    assert {c.side for c in accusations} == {"UA"}
    assert not any(c.kind in CONTROL_KINDS for c in accusations)


def test_003_is_of_another_summer(reports: Reports) -> None:
    time = reports["003"].reading.dating.time
    assert time.start is not None
    assert (time.start.year, time.start.month) == (2024, 8)


def test_003_ground_strikes_forecast_and_people(reports: Reports) -> None:
    report = reports["003"]
    area = report.one("territory_extent", place="Kursk region")
    assert area.quantity is not None
    assert (area.quantity.value, area.quantity.unit, area.side) == (260, "km2", "UA")
    assert area.certainty != "certain"
    struck = {c.place.name for c in report.of("armed_clash", side="UA") if c.place}
    assert struck >= {"Belgorod region", "Lipetsk region"}
    forecast = report.one("statement", place="Kursk region")
    assert forecast.realis == "predicted"
    assert [s.kind for s in forecast.speakers] == ["outlet", "analyst"]
    assert forecast.speakers[0].name == "Washington Post"
    (georgia,) = [c for c in report.of("displacement") if c.place is not None]
    assert georgia.place is not None
    assert (georgia.place.name, georgia.place.kind) == ("Georgia", "PCLI")
    measures = report.of("civil_measure")
    assert any("emergency" in c.evidence.text for c in measures)
    money = [c.quantity for c in measures if c.quantity is not None]
    assert [(q.value, q.unit) for q in money] == [(10000, "RUB")]


def test_004_the_text_overrules_its_page(reports: Reports) -> None:
    dating = reports["004"].reading.dating
    assert dating.overruled
    assert dating.time.start is not None
    assert (dating.time.start.year, dating.time.start.month) == (2022, 9)
    assert any("2024" in reason and "overruled" in reason for reason in dating.evidence)


def test_004_garbled_names_are_the_places_and_people_meant(reports: Reports) -> None:
    report = reports["004"]
    left = {c.place.name: c for c in report.of("withdrawal", side="RU") if c.place}
    assert set(left) == {"Balakliia", "Kupiansk", "Izium"}
    assert all(c.place is not None and c.place.name != c.place.written for c in left.values())
    speakers = {s.name for c in report.claims for s in c.speakers}
    assert {"Valerii Zaluzhnyi", "Dmitry Kiselyov"} <= speakers


def test_004_a_denial_is_the_papers_and_history_moves_nothing(reports: Reports) -> None:
    report = reports["004"]
    denial = report.one("withdrawal", words="did not flee")
    assert denial.polarity == "-"
    assert [s.kind for s in denial.speakers] == ["outlet"]
    for claim in report.claims:
        if claim.kind in CONTROL_KINDS and claim.moves_map:
            assert claim.time is not None
            assert claim.time.start is not None
            assert claim.time.start.year == 2022
            assert not any(word in claim.evidence.text for word in ("1905", "1917", "Wheel"))
