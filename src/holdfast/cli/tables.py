"""Claims, answers and disputes as a reader of a terminal sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rich.markup import escape
from rich.table import Table

from holdfast.cli.console import out
from holdfast.model import Claim, Dispute, Speaker, TimeRange
from holdfast.reading import Reading
from holdfast.workspace import Answer

BAR = 24


def days(time: TimeRange | None) -> str:
    """A time in words: one day, a span, or "undated"."""
    if time is None or time.start is None or time.end is None:
        return f"undated ({time.written})" if time is not None and time.written else "undated"
    if time.start == time.end:
        return str(time.start)
    if (time.start.year, time.start.month) == (time.end.year, time.end.month):
        return f"{time.start}…{time.end.day:02d}"
    return f"{time.start}…{time.end}"


def chain(speakers: Iterable[Speaker]) -> str:
    """The speakers in words, outermost first."""
    return " › ".join(
        f"{s.name} ({s.side})" if s.side is not None and s.side not in s.name else s.name
        for s in speakers
    )


def told(claim: Claim) -> str:
    """How a claim is told, where it is not told plainly as fact."""
    words = [] if claim.certainty == "certain" else [claim.certainty]
    words += [] if claim.realis == "actual" else [claim.realis]
    words += ["denied"] if claim.polarity == "-" else []
    return ", ".join(words)


def subject(claim: Claim) -> str:
    """What a claim says, in a line: who, what, where, how much."""
    parts = [claim.side or "?", claim.kind.replace("_", " ")]
    if claim.place is not None:
        unplaced = "" if claim.place.id else " (unplaced)"
        parts.append(f"{claim.place.name}{unplaced}")
    if claim.quantity is not None:
        parts.append(f"[{claim.quantity.written}]")
    return " ".join(parts)


def print_reading(reading: Reading, *, explain: bool) -> None:
    """One document's claims as a table under its title."""
    time = reading.dating.time
    title = f"{reading.document.id}  ·  written {days(time)}  ·  theatre {reading.theatre or 'none'}"
    table = Table(title=escape(title), title_justify="left", show_lines=explain, expand=True)
    table.add_column("what", ratio=5)
    table.add_column("days", ratio=3)
    table.add_column("told", ratio=2)
    table.add_column("who says so", ratio=3)
    table.add_column("words", ratio=8)
    for claim in reading.claims:
        words = f"“{' '.join(claim.evidence.text.split())}”"
        if explain:
            words += f"\n{', '.join(claim.because)}\nread with {claim.confidence:.2f}"
        table.add_row(
            *(escape(t) for t in (subject(claim), days(claim.time), told(claim), chain(claim.speakers), words))
        )
    if reading.claims:
        out.print(table)
    else:
        out.print(f"[bold]{escape(title)}[/]\n  no claims")
    if explain:
        for line in reading.dating.evidence:
            out.print(f"  dated: {line}", markup=False)
        if reading.unplaced:
            out.print(f"  names without a place: {', '.join(reading.unplaced)}", markup=False)


def print_answer(answer: Answer, dates: Mapping[str, str]) -> None:
    """The answer to `ask`; `dates` gives each document's paper and day, for the quotes."""
    out.print(f"[bold]{escape(answer.place.name)}[/] on {answer.on}{_known(answer.known_by)}: {_state(answer)}")
    for state, chance in sorted(answer.probabilities.items(), key=lambda p: -p[1]):
        bar = "█" * round(chance * BAR)
        out.print(f"  {state:<12} {bar:<{BAR}} {chance:6.1%}", markup=False)
    if answer.change:
        out.print(f"  changing: {answer.change}", markup=False)
    for extent in answer.extents:
        out.print(f"  part of it: {extent.side}, {extent.quantity.written}", markup=False)
    newest = f"newest evidence {answer.newest_evidence}" if answer.newest_evidence else "no evidence yet"
    out.print(f"  {answer.reports} reports, {answer.origins} independent origins, {newest}", markup=False)
    if answer.reasons:
        out.print(f"[bold]Why[/] (log-odds for {escape(answer.reasons[0].for_)}):")
        by_id = {c.id: c for c in answer.claims}
        for reason in answer.reasons:
            claim = by_id.get(reason.claim or "")
            quote = f" “{' '.join(claim.evidence.text.split())}” [{claim.document}]" if claim else ""
            out.print(f"  {reason.weight:+6.2f}  {reason.what}: {reason.note}{quote}", markup=False)
        total = sum(r.weight for r in answer.reasons)
        out.print(f"  {total:+6.2f}  in all", markup=False)
    _print_claims(answer, dates)
    if answer.disputes:
        out.print("[bold]Disputed[/]:")
        print_disputes(answer.disputes, {c.id: c for c in answer.claims})


def _known(day: date | None) -> str:
    return f", as could be known by {day}" if day is not None else ""


def _state(answer: Answer) -> str:
    if answer.state == "held":
        since = f" since {answer.since}" if answer.since else ""
        return f"[bold]held by {escape(answer.side or '')}[/]{since}"
    if answer.state == "stale":
        last = f", last believed held by {escape(answer.side)}" if answer.side else ""
        return f"[bold]stale[/]{last}"
    return f"[bold]{answer.state}[/]"


def _print_claims(answer: Answer, dates: Mapping[str, str]) -> None:
    if not answer.claims:
        return
    table = Table(title="What is said", title_justify="left", expand=True)
    for name, ratio in (("what", 4), ("days", 3), ("told", 2), ("who says so", 3), ("words", 8), ("where", 3)):
        table.add_column(name, ratio=ratio)
    for claim in answer.claims:
        where = dates.get(claim.document, claim.document)
        words = f"“{' '.join(claim.evidence.text.split())}”"
        table.add_row(
            *(escape(t) for t in (subject(claim), days(claim.time), told(claim), chain(claim.speakers), words, where))
        )
    out.print(table)


def print_disputes(disputes: Iterable[Dispute], claims: Mapping[str, Claim]) -> None:
    """Each dispute with its positions and their words."""
    for dispute in disputes:
        place = dispute.place.name if dispute.place is not None else "no one place"
        span = f"{dispute.start}…{dispute.end}" if dispute.start != dispute.end else f"{dispute.start}"
        out.print(f"  [bold]{dispute.id}[/] {dispute.kind} · {escape(place)} · {span} · {escape(dispute.why)}")
        for position in dispute.positions:
            out.print(f"    {position.position}:", markup=False)
            for id in position.claims:
                claim = claims.get(id)
                if claim is not None:
                    who = chain(claim.speakers) or "the paper itself"
                    words = " ".join(claim.evidence.text.split())
                    out.print(f"      “{words}” - {who} [{claim.document}]", markup=False)
