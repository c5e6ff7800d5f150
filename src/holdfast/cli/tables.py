"""Claims, answers and disputes as a reader of a terminal sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from holdfast.cli.console import count, out
from holdfast.cli.namesakes import Namesake
from holdfast.model import Claim, Dispute, Reason, Speaker, TimeRange
from holdfast.reading import Reading
from holdfast.workspace import Answer

BAR = 24
#: A claim that adds less than this to the log-odds is counted and not shown among the reasons.
SLIGHT = 0.01


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
    words: list[str] = [] if claim.certainty == "certain" else [claim.certainty]
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


def line(claim: Claim, where: str = "") -> tuple[str, str]:
    """A claim in two lines: what, when, how it is told and by whom; then its words and `where`."""
    parts = [subject(claim), days(claim.time), told(claim), chain(claim.speakers)]
    words = f"“{' '.join(claim.evidence.text.split())}”"
    return " · ".join(p for p in parts if p), f"{words} [{where}]" if where else words


def print_claim(claim: Claim, where: str = "", *, explain: bool = False) -> None:
    """A claim as a paragraph; with `explain` the rules that read it."""
    about, words = line(claim, where)
    out.print(Padding(f"[bold]{escape(about)}[/]\n{escape(words)}", (0, 0, 0, 2)))
    if explain:
        rules = f"{', '.join(map(_rule, claim.because))}; read with {claim.confidence:.2f}"
        out.print(Padding(f"[dim]{escape(rules)}[/]", (0, 0, 0, 4)))


def _rule(name: str) -> str:
    """A rule's name; the words that a frame read, as words."""
    what, mark, word = name.partition(":")
    return f"{what.replace('-', ' ')} “{word}”" if mark else name


def print_reading(reading: Reading, *, explain: bool) -> None:
    """One document's claims under its title."""
    time = reading.dating.time
    title = f"{reading.document.id} · written {days(time)} · theatre {reading.theatre or 'none'}"
    out.rule(escape(title), align="left", style="dim")
    for claim in reading.claims:
        print_claim(claim, explain=explain)
    if not reading.claims:
        out.print(f"  no claims{f': {reading.unread}' if reading.unread else ''}", markup=False)
    if explain:
        for told_by in reading.dating.evidence:
            out.print(f"  dated: {told_by}", markup=False)
        if reading.unplaced:
            out.print(f"  names without a place: {', '.join(reading.unplaced)}", markup=False)
        for claim in reading.doubted:
            about, words = line(claim)
            out.print(f"  left out as unlikely: {about} {words}", markup=False)


def print_answer(
    answer: Answer, dates: Mapping[str, str], *, called: str = "", others: Sequence[Namesake] = ()
) -> None:
    """The answer to `ask`.

    `dates` gives each document's paper and day, for the quotes; `called` what to call the place
    where its name alone would not do; `others` are further places of the name.
    """
    name = escape(called or answer.place.name)
    out.print(f"[bold]{name}[/] on {answer.on}{_known(answer.known_by)}: {_state(answer)}")
    if answer.state == "unknown":
        why = (
            "the day is before all that is told of it" if answer.told
            else "nothing was read that says who holds it"
        )  # fmt: skip
        out.print(f"  {why}", markup=False)
    else:
        _print_bars(answer.probabilities)
    if others:
        told = "; ".join(
            f"{o.label} ({', '.join([o.id, *([count(o.claims, 'claim')] if o.claims else [])])})"
            for o in others
        )
        out.print(Padding(escape(f"also: {told}"), (0, 0, 0, 2)))
    if answer.change:
        out.print(f"  changing: {answer.change}", markup=False)
    for extent in answer.extents:
        out.print(f"  part of it: {extent.side}, {extent.quantity.written}", markup=False)
    newest = (
        f"newest evidence {answer.newest_evidence}" if answer.newest_evidence else "no evidence yet"
    )
    out.print(
        f"  {count(answer.reports, 'report')}, {count(answer.origins, 'independent origin')}, {newest}",
        markup=False,
    )
    _print_reasons(answer, dates, answer.reasons if answer.state != "unknown" else ())
    if answer.disputes:
        out.print("[bold]Disputed[/]:")
        print_disputes(answer.disputes, {c.id: c for c in (*answer.claims, *answer.cited)})


def _print_bars(probabilities: Mapping[str, float]) -> None:
    width = max(0, min(BAR, out.width - 23))
    for state, chance in sorted(probabilities.items(), key=lambda p: -p[1]):
        bar = "█" * round(chance * width)
        out.print(f"  {state:<12} {bar:<{width}} {chance:6.1%}", markup=False)


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


def _print_reasons(answer: Answer, dates: Mapping[str, str], reasons: Sequence[Reason]) -> None:
    """The signed reasons with their words, then the claims that had no say of their own."""
    cited = {c.id: c for c in (*answer.claims, *answer.cited)}
    if reasons:
        out.print(f"[bold]Why[/] (log-odds for {escape(reasons[0].for_)})")
    shown = [r for r in reasons if r.claim is None or abs(r.weight) >= SLIGHT]
    for reason in shown:
        claim = cited.get(reason.claim or "")
        if claim is not None:
            where = dates.get(claim.document, claim.document)
            about, words = line(claim, where)
            text = f"{about}\n{words}\n{reason.note}"
        else:
            text = f"{reason.what}: {reason.note}"
        row = Table.grid(padding=(0, 1))
        row.add_column(justify="right", width=7, no_wrap=True)
        row.add_column()
        row.add_row(f"{reason.weight:+.2f}", escape(text))
        out.print(row)
    if len(shown) < len(reasons):
        slight = len(reasons) - len(shown)
        out.print(f"        and {slight} of less than {SLIGHT}", markup=False)
    if reasons:
        out.print(f"{sum(r.weight for r in reasons):+7.2f} in all", markup=False)
    weighed = {r.claim for r in reasons}
    besides = [c for c in answer.claims if c.id not in weighed]
    if besides:
        out.print("[bold]Said besides[/] (of other days, copies, or nothing about who holds it)")
        for claim in besides:
            print_claim(claim, dates.get(claim.document, claim.document))


def print_disputes(disputes: Iterable[Dispute], claims: Mapping[str, Claim]) -> None:
    """Each dispute with its positions and their words."""
    for dispute in disputes:
        place = dispute.place.name if dispute.place is not None else "no one place"
        span = (
            f"{dispute.start}…{dispute.end}" if dispute.start != dispute.end else f"{dispute.start}"
        )
        head = f"[bold]{dispute.id}[/] {dispute.kind} · {escape(place)} · {span} · {escape(dispute.why)}"
        out.print(Padding(head, (0, 0, 0, 2)))
        for position in dispute.positions:
            out.print(Padding(escape(f"{position.position}:"), (0, 0, 0, 4)))
            for id in position.claims:
                claim = claims.get(id)
                if claim is not None:
                    who = chain(claim.speakers) or "the paper itself"
                    words = " ".join(claim.evidence.text.split())
                    said = f"“{words}” - {who} [{claim.document}]"
                    out.print(Padding(escape(said), (0, 0, 0, 6)))
