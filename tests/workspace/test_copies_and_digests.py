"""Copies among the documents of a workspace: their furniture is no sign of copying, a digest's
claims are those of the reports that it gathers, and what came later makes no copies of what came
before.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from holdfast.links import find_origins
from holdfast.model import Claim, Document, Place, Quote, TimeRange
from holdfast.sources import mark_furniture
from holdfast.workspace import Workspace, evidence_of

from .conftest import ask_as_of

WIRE = """Ukrainian forces recaptured the town of Izium on Saturday after a week of fighting along
the river. Trains stood still at the station in the afternoon, and nobody could say when the line
to the north would be open again. Two bridges are gone."""
LETTER = """Our cousins wrote that Ukrainian troops entered Izium on Saturday and that the Russian
soldiers had gone by night, with what they could carry. The school has no roof left, she says, and
the baker opened his door for the first time in months."""
#: What every page of one site ends with.
FOOT = """
Leave a Reply

Your email address will not be published. Fields with a star must be filled. Save my name,
email, and website in this browser for the next time I comment. We answer each letter in the order
in which it reaches us, and we print those that are signed, short and about the matter itself."""


def document(id: str, text: str, source: str | None = None) -> Document:
    return Document(id=id, text=text, source=source, furniture=mark_furniture(text))


def said(id: str, of: Document, words: str) -> Claim:
    start = of.text.index(words)
    day = date(2022, 9, 10)
    return Claim(
        id=id, document=of.id, kind="control_gained", side="UA",
        place=Place("Izium", "Izium", "geonames:707292"), time=TimeRange(day, day),
        evidence=Quote(start, start + len(words), words),
    )  # fmt: skip


def test_two_reports_with_the_same_furniture_are_no_copies() -> None:
    note = "Izium is quiet, the mayor said.\n"
    other = "Nobody has seen a train in Lyman.\n"
    evidence = evidence_of((), [document("a", note + FOOT), document("b", other + FOOT)], ())
    assert evidence.copy_of == {"a": "a", "b": "b"}


def test_a_copy_is_found_whatever_furniture_is_around_it() -> None:
    documents = [document("a", WIRE), document("b", WIRE + "\n" + FOOT * 3)]
    assert evidence_of((), documents, ()).copy_of == {"a": "a", "b": "a"}


def test_documents_of_nothing_but_furniture_are_no_copies() -> None:
    empty = [document("a", "Share this article"), document("b", "Subscribe")]
    assert evidence_of((), empty, ()).copy_of == {"a": "a", "b": "b"}


def test_a_digests_claim_has_the_voice_of_the_report_it_is_from() -> None:
    first = document("z-wire", WIRE, "Harbour Wire")
    reprint = document("m-reprint", WIRE, "Harbour Wire")
    letter = document("a-letter", LETTER, "Dnipro Letter")
    digest = document("digest", f"Read today\n\n{WIRE}\n\nAnd:\n\n{LETTER}", "Week's End")
    words = "Ukrainian forces recaptured the town of Izium"
    claims = [said("c1", first, words), said("c2", digest, words)]
    evidence = evidence_of(claims, [first, reprint, letter, digest], ())
    assert evidence.copy_of["digest"] == "digest"
    assert evidence.copy_of["c2"] == evidence.copy_of["z-wire"] == "m-reprint"
    (origin,) = find_origins(claims, evidence.copy_of, evidence.source_of)
    assert origin.label == "Harbour Wire"


def put(folder: Path, id: str, source: str, published: str, words: str) -> Path:
    path = folder / f"{id}.md"
    path.write_text(f"---\nsource: {source}\npublished: {published}\n---\n{words}\n")
    return path


def test_a_later_copy_changes_no_earlier_answer(empty: Workspace, tmp_path: Path) -> None:
    """The reprint's id comes first, so that it would lead the group and lend it its paper."""
    day = date(2022, 9, 11)
    empty.add([
        put(tmp_path, "wire", "Harbour Wire", "2022-09-11", WIRE),
        put(tmp_path, "note", "Volga Review", "2022-09-11", "Ukrainian troops took Izium on Saturday, and the Russian army left."),
    ])  # fmt: skip
    empty.build()
    before = ask_as_of(empty, "Izium", day, day)
    assert before.origins == 2
    empty.add([put(tmp_path, "a-reprint", "Volga Review", "2022-09-14", WIRE)])
    empty.build()
    assert ask_as_of(empty, "Izium", day, day) == before
    assert empty.evidence(known_by=day)[0].copy_of == {"note": "note", "wire": "wire"}
    assert empty.evidence()[0].copy_of["wire"] == "a-reprint"
    assert ask_as_of(empty, "Izium", day, None).origins == 1


def test_a_theatre_is_in_force_once_a_report_of_it_is_known(
    empty: Workspace, tmp_path: Path
) -> None:
    empty.add([put(tmp_path, "wire", "Harbour Wire", "2022-09-11", WIRE)])
    empty.build()
    assert empty.evidence(known_by=date(2022, 9, 10))[1] == []
    assert [t.id for t in empty.evidence(known_by=date(2022, 9, 11))[1]] == ["ru-ua"]
