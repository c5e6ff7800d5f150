"""An invented war with every state and every kind of text that a report may have to show.

Four sides, ten places with names, 190 more, hostile strings, letters that run from right to left,
and quotes longer than any panel. Reasons add up to the log-odds of the answer everywhere, as they
do in a true report.
"""

from __future__ import annotations

import math
from datetime import date, timedelta

from holdfast.model import CONTESTED, Dating, Dispute, DisputeSide, Reason, TimeRange
from holdfast.model.control import PlaceRef
from holdfast.report.data import (
    ClaimView,
    DocumentView,
    OriginView,
    PlaceView,
    QuoteView,
    ReportData,
    RulesView,
    SideView,
    SpanView,
)

START, END, FOCUS = date(2030, 1, 1), date(2031, 3, 31), date(2030, 9, 12)
HOSTILE = "</script><img src=x onerror=\"window.pwned='image'\"><b>bold</b>"
RTL = "قالت القوات إنها استعادت المدينة أمس"
#: No gap to break a line at.
ENDLESS = "Donaudampfschifffahrtsgesellschaft" * 12
LONG = "The council met for the ninth time that week and heard the same three men. " * 30
MANY = 190
SIDES = [
    SideView("N", "Northland", "#1f78b4"),
    SideView("S", "Southland", "#d95f02"),
    SideView("E", "Eastern League", "#009E73"),
    SideView("F", "Free Companies", "#CC79A7"),
]
IDS = [side.id for side in SIDES]


def shares(answer: str, share: float) -> dict[str, float]:
    """All states with `share` for the answer; of the rest the first other side has most."""
    rest = [s for s in [*IDS, CONTESTED] if s != answer]
    parts = [0.6, 0.25, 0.1, 0.05]
    found = {s: round((1 - share) * part, 4) for s, part in zip(rest, parts, strict=True)}
    return found | {answer: round(share, 4)}


def span(
    start: date,
    end: date,
    state: str,
    side: str | None,
    share: float,
    *,
    claims: tuple[str, ...] = (),
    newest: date | None = None,
) -> SpanView:
    """A span whose reasons add up: prior, persistence, then the claims in equal parts."""
    answer = side or CONTESTED
    total = math.log(share / (1 - share))
    prior, persistence = 2.2, -0.9
    each = (total - prior - persistence) / max(1, len(claims))
    reasons = [
        Reason("prior", prior, answer, None, "first lines of 2030-01-01"),
        Reason(
            "persistence",
            persistence if claims else total - prior,
            answer,
            None,
            "90 days since then",
        ),
        *(Reason("claim", each, answer, id, "the paper itself, certain") for id in claims),
    ]
    return SpanView(
        start, end, state, side, shares(answer, share), newest,  # type: ignore[arg-type]
        len(claims), len(claims), answer, reasons,
    )  # fmt: skip


def claim(
    id: str, place: PlaceView | tuple[str, str] | None, day: date | None, text: str, **more: object
) -> ClaimView:
    """A claim with plain values where `more` says nothing."""
    place_id, name = (
        (place.id, place.name) if isinstance(place, PlaceView) else (place or (None, None))
    )
    known: dict[str, object] = {
        "kind": "control_gained", "side": "N", "target": None, "polarity": "+", "certainty": "certain",
        "realis": "actual", "speakers": [], "quantity": None, "framing": None, "document": "gazette-1",
        "origin": None, "confidence": 0.9, "because": ["capture.active", "time.yesterday"], "moves": True,
        "before": "On the second day, ", "after": ", two officers said.",
    }  # fmt: skip
    known |= more
    before, after = str(known.pop("before")), str(known.pop("after"))
    until = known.pop("until", day)
    time = None
    if day is not None:
        precision = "day" if until == day else "interval"
        time = {
            "start": day,
            "end": until,
            "precision": precision,
            "written": "yesterday",
            "from": "expression",
        }
    quote = QuoteView(before, text, after, len(before), len(before) + len(text))
    return ClaimView(id=id, place=name, place_id=place_id, time=time, quote=quote, **known)  # type: ignore[arg-type]


def place(
    id: str,
    name: str,
    at: tuple[float, float] | None,
    spans: list[SpanView],
    claims: list[str],
    *,
    kind: str = "PPL",
) -> PlaceView:
    lat, lon = at or (None, None)
    return PlaceView(id, name, lat, lon, kind, 4.0, spans, claims)


def speaker(
    name: str, side: str | None, kind: str, written: str | None = None
) -> dict[str, object]:
    return {"written": written or name, "name": name, "side": side, "kind": kind}


GAZETTE = speaker("The River Gazette", None, "outlet")
STAFF = speaker("Northland General Staff", "N", "military", "the army of the North")
MINISTRY = speaker("Southland Ministry", "S", "government")
D = timedelta(1)


def _anvar() -> tuple[PlaceView, list[ClaimView]]:
    """Held by the North since 11 September 2030; the best told place."""
    taken = date(2030, 9, 11)
    here = ("p:anvar", "Anvar")
    claims = [
        claim("canvar00001", here, taken, "Northern troops retook Anvar", origin="ostaff",
              speakers=[GAZETTE, STAFF], target="Southland", framing="liberated"),
        claim("canvar00002", here, taken, "the North had taken Anvar", origin="ostaff", document="echo-1",
              speakers=[speaker("Echo", None, "outlet"), STAFF], until=taken + D),
        claim("canvar00003", here, taken - D, "we left Anvar to regroup", kind="withdrawal", side="S",
              origin="omin", speakers=[MINISTRY], framing="regrouping", document="herald-1"),
        claim("canvar00004", here, taken, "Anvar had not fallen", polarity="-", origin="oherald",
              document="herald-1", speakers=[speaker("Col. Orr", "S", "official")]),
        claim("canvar00005", here, taken + 20 * D, "the South will retake Anvar", side="S", realis="planned",
              certainty="possible", moves=False, document="herald-1"),
        claim("canvar00006", here, taken + 2 * D, "about 300 people were killed", kind="casualties",
              side=None, quantity="about 300 people", moves=False),
        claim("canvar00007", here, date(2030, 3, 2), "Southern tanks drove into Anvar", side="S",
              origin="ospring", document="herald-1"),
        claim("canvar00008", here, None, "Anvar changed hands twice", kind="statement", side=None, moves=False),
    ]  # fmt: skip
    spans = [
        span(START, date(2030, 3, 1), "held", "N", 0.9),
        span(date(2030, 3, 2), date(2030, 3, 9), "contested", None, 0.7, claims=("canvar00007",)),
        span(date(2030, 3, 10), date(2030, 5, 1), "held", "S", 0.8, claims=("canvar00007",)),
        span(date(2030, 5, 2), taken - 2 * D, "stale", "S", 0.7, claims=("canvar00007",)),
        span(taken - D, taken - D, "contested", None, 0.55, claims=("canvar00003",)),
        span(
            taken,
            taken + 19 * D,
            "held",
            "N",
            0.97,
            claims=("canvar00001", "canvar00003", "canvar00004"),
        ),
        span(
            taken + 20 * D, END - 90 * D, "held", "N", 0.91, claims=("canvar00001", "canvar00003")
        ),
        span(END - 89 * D, END, "stale", "N", 0.8, claims=("canvar00001",)),
    ]
    return place(*here, (13.1, 14.2), spans, [c.id for c in claims]), claims


def _hostile() -> tuple[PlaceView, list[ClaimView]]:
    here = ("p:hostile", f"Borsk {HOSTILE}")
    claims = [
        claim("chostile001", here, FOCUS, f"they shelled {HOSTILE} twice", document="evil", origin="oevil",
              before=HOSTILE, after=HOSTILE, speakers=[speaker(HOSTILE, "S", "milblogger", HOSTILE)],
              framing=HOSTILE, quantity=HOSTILE, side="S", kind="control_held"),
        claim("chostile002", here, FOCUS, LONG, document="gazette-1", origin="olong", side="N", kind="armed_clash"),
        claim("chostile003", here, FOCUS, ENDLESS, document="gazette-1", side=None, kind="remote_violence", moves=False),
    ]  # fmt: skip
    spans = [span(START, END, "contested", None, 0.5, claims=("chostile001", "chostile002"))]
    return place(*here, (13.6, 15.1), spans, [c.id for c in claims]), claims


def _named() -> list[tuple[PlaceView, list[ClaimView]]]:
    told = FOCUS - 2 * D

    def held(
        id: str, name: str, at: tuple[float, float] | None, side: str, share: float, *, kind: str = "PPL",
        text: str = "its flag flew over the town hall",
    ) -> tuple[PlaceView, list[ClaimView]]:  # fmt: skip
        key = id.replace(":", "")
        one = claim(
            f"c{key}01", (id, name), told, text, side=side, kind="control_held", origin=f"o{key}"
        )
        spans = [span(START, END, "held", side, share, claims=(one.id,))]
        return place(id, name, at, spans, [one.id], kind=kind), [one]

    old = claim("cdorum00001", ("p:dorum", "Dorum"), date(2030, 4, 20), "Dorum is ours", side="S",
                kind="control_held", origin="odorum", document="herald-1")  # fmt: skip
    dorum = place("p:dorum", "Dorum", (12.6, 15.6), [
        span(START, date(2030, 6, 19), "held", "S", 0.8, claims=(old.id,)),
        span(date(2030, 6, 20), END, "stale", "S", 0.66, claims=(old.id,)),
    ], [old.id])  # fmt: skip
    unknown = SpanView(START, END, "unknown", None, {}, None, 0, 0, CONTESTED, [])
    return [
        held("p:ezra", "Ezra", (12.2, 13.4), "E", 0.88),
        held("p:fen", "Fen", (13.9, 13.1), "F", 0.64),
        held("p:gor", "Gor region", (14.6, 14.6), "S", 0.72, kind="ADM1"),
        held("p:nur", "مدينة النور", (12.9, 12.6), "N", 0.99, text=RTL),
        held("p:nowhere", "Nowhere on maps", None, "N", 0.75),
        (dorum, [old]),
        (place("p:calda", "Calda", (13.3, 16.2), [unknown], []), []),
        (
            place(
                "p:hal",
                "Hal",
                (11.4, 14.9),
                [span(START, END, "contested", None, 0.6)],
                [],
                kind="PCLI",
            ),
            [],
        ),
    ]


def _many() -> list[tuple[PlaceView, list[ClaimView]]]:
    """A field of hamlets; arithmetic, not chance, spreads states and places."""
    found = []
    for i in range(MANY):
        lat, lon = 11.6 + (i * 37 % 100) / 30, 12.2 + (i * 61 % 100) / 22
        id, name = f"p:hamlet{i:03}", f"Hamlet {i:03}"
        side = IDS[(i * 7 + i // 11) % 4]
        share = 0.61 + (i * 13 % 38) / 100
        turn = START + timedelta(30 + i * 29 % 360)
        one = claim(
            f"chamlet{i:03}",
            (id, name),
            turn,
            f"{name} is quiet now",
            side=side,
            origin=f"ohamlet{i:03}",
        )
        state, holder = [("held", side), ("held", side), ("contested", None), ("stale", side)][
            i % 4
        ]
        spans = [
            span(START, turn - D, "held", IDS[i % 4], 0.7),
            span(turn, END, state, holder, share, claims=(one.id,)),
        ]
        found.append((place(id, name, (round(lat, 4), round(lon, 4)), spans, [one.id]), [one]))
    return found


def _documents(claims: list[ClaimView]) -> dict[str, DocumentView]:
    counts: dict[str, int] = {}
    for each in claims:
        counts[each.document] = counts.get(each.document, 0) + 1

    def dating(day: date, *, overruled: bool = False) -> Dating:
        evidence = ("names 'September 11' as news", "its 'on Sunday' falls on 2030-09-08")
        return Dating(TimeRange(day, day + D, "interval"), 0.88, evidence, overruled)

    def document(id: str, title: str | None, source: str | None, url: str | None, *, dated: Dating | None,
                 published: str | None = None, unread: str | None = None, unplaced: tuple[str, ...] = ()) -> DocumentView:  # fmt: skip
        return DocumentView(
            id,
            title,
            source,
            url,
            published,
            dated,
            "ab" * 32,
            "invented",
            unread,
            list(unplaced),
            counts.get(id, 0),
        )

    found = [
        document("gazette-1", "Anvar retaken", "The River Gazette", "https://gazette.example/anvar", dated=dating(FOCUS),
                 published="12 September 2030"),
        document("echo-1", "North: Anvar is ours", "Echo", "http://echo.example/1", dated=dating(FOCUS)),
        document("herald-1", "All is well", "Southern Herald", None, dated=dating(FOCUS, overruled=True),
                 published="1 January 1970", unplaced=("Ghost Hill", "Old Mill")),
        document("evil", f"Title {HOSTILE}", HOSTILE, "javascript:window.pwned='link'", dated=None, unplaced=(HOSTILE, "Old Mill")),
        document("unread-1", "Не прочитано", "Вестник", None, dated=None, unread="language ru is not read yet"),
    ]  # fmt: skip
    return {d.id: d for d in found}


def _disputes() -> list[Dispute]:
    anvar = PlaceRef("p:anvar", "Anvar", 13.1, 14.2)
    return [
        Dispute(id="dframing001", kind="framing", place=anvar, start=FOCUS - 2 * D, end=FOCUS - D,
                positions=(DisputeSide("called regrouping", ("canvar00003",)),
                           DisputeSide("called liberated", ("canvar00001",))),
                why="the same move under two names"),
        Dispute(id="dexist00001", kind="existence", place=anvar, start=FOCUS - D, end=FOCUS - D,
                positions=(DisputeSide("it happened", ("canvar00001", "canvar00002")),
                           DisputeSide("it did not", ("canvar00004",))),
                why="one denies what the others say happened"),
        Dispute(id="dloose00001", kind="number", place=None, start=FOCUS, end=FOCUS,
                positions=(DisputeSide("about 300 people", ("cloose00001",)),
                           DisputeSide(f"{HOSTILE}", ("chostile001",))),
                why="two counts of the same thing"),
    ]  # fmt: skip


def report() -> ReportData:
    """The whole report."""
    pairs = [_anvar(), _hostile(), *_named(), *_many()]
    loose = claim("cloose00001", None, FOCUS, "some 300 fell", kind="casualties", moves=False)
    claims = [c for _, told in pairs for c in told] + [loose]
    origins: dict[str, OriginView] = {}
    for each in claims:
        if each.origin is not None:
            known = origins.get(
                each.origin, OriginView(HOSTILE if each.origin == "oevil" else each.origin[1:], [])
            )
            origins[each.origin] = OriginView(known.label, [*known.claims, each.id])
    return ReportData(
        version="0.0.0", theatres=["An invented war"], sides=SIDES, start=START, end=END, focus=FOCUS,
        rules=RulesView(0.6, 60),
        places=[p for p, _ in pairs], claims={c.id: c for c in claims}, origins=origins,
        documents=_documents(claims), disputes=_disputes(),
        refusals=[f"broken {HOSTILE}.pdf: not a kind of file that is read"],
    )  # fmt: skip
