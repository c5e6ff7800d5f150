"""What holds of every text: quotes are its own words, readings repeat, and no side is favoured."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.model import Claim, Document, TimeRange
from holdfast.reading import Reader
from holdfast.theatre import find_theatre

DAY = TimeRange(date(2022, 12, 1), date(2022, 12, 1), "day", "2022-12-01", "metadata")

SENTENCES = [
    "Ukrainian forces captured Kupiansk on Saturday.", "Russian forces captured Soledar.",
    "“Our troops have left Lyman,” the Russian Defence Ministry said.",
    "The enemy is holding Izium, according to the Ukrainian General Staff.",
    "Fighting continues in Bakhmut; 12 people were killed there.",
    "They withdrew from the town a day later.", "Both sides claimed the bridge.",
    "The RSF took El Fasher from the army.", "M23 rebels entered Goma, a resident told Reuters.",
    "RUSSIAN TROOPS LEAVE KHERSON", "Share this article", "It may rain tomorrow.",
    "Ukraine denied that 3,000 km² had been lost.", "On the 200th day of the war, nothing moved.",
    "No one knows who holds Zzyzxgrad…", "КИЇВ. Ізюм is Izium.", "— 10:30 **Troops** enter Hama —",
]  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n", "\r\n"])),
    min_size=1, max_size=8,
).map(lambda parts: "".join(sentence + gap for sentence, gap in parts))  # fmt: skip

UKRAINE = Reader(find_theatre("ru-ua"))
PLAIN = Reader(None)


def document(text: str, id: str = "d") -> Document:
    return Document(id=id, text=text, published=DAY)


def claims_of(reader: Reader, text: str) -> tuple[Claim, ...]:
    (reading,) = reader.read([document(text)])
    return reading.claims


@given(TEXTS, st.sampled_from([UKRAINE, PLAIN]))
@settings(max_examples=40, deadline=None)
def test_evidence_is_the_texts_own_words(text: str, reader: Reader) -> None:
    for claim in claims_of(reader, text):
        quote = claim.evidence
        assert quote.text
        assert text[quote.start : quote.end] == quote.text
        for part in (claim.place, claim.actor, claim.target, claim.quantity, *claim.speakers):
            if part is not None and claim.kind != "statement" and "hearsay" not in claim.because:
                assert part.written


@given(TEXTS, st.sampled_from([UKRAINE, PLAIN]))
@settings(max_examples=40, deadline=None)
def test_every_claim_is_in_its_range_and_gives_its_reasons(text: str, reader: Reader) -> None:
    claims = claims_of(reader, text)
    assert len({claim.id for claim in claims}) == len(claims)
    assert [c.evidence.start for c in claims] == sorted(c.evidence.start for c in claims)
    for claim in claims:
        assert 0 < claim.confidence <= 1
        assert claim.because
        assert claim.time is not None
        if claim.time.start is not None and claim.time.end is not None:
            assert claim.time.start <= claim.time.end


@given(TEXTS)
@settings(max_examples=20, deadline=None)
def test_reading_twice_gives_equal_claims(text: str) -> None:
    (again,) = Reader(find_theatre("ru-ua"), gazetteer=UKRAINE.gazetteer).read([document(text)])
    assert claims_of(UKRAINE, text) == again.claims


@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_company_of_a_document_does_not_change_it(texts: list[str], random: object) -> None:
    documents = [document(text, str(i)) for i, text in enumerate(texts)]
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    in_order = {r.document.id: r for r in UKRAINE.read(documents)}
    in_disorder = {r.document.id: r for r in UKRAINE.read(shuffled)}
    assert in_order == in_disorder


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_at_all_is_read_or_said_to_be_unread(text: str) -> None:
    (reading,) = PLAIN.read([document(text)])
    assert reading.sentences > 0 or reading.unread


# -- no side is favoured ------------------------------------------------------------------------

#: Each with A and B for the sides, at a place whose first holder does not tell who must have won.
MIRRORED = [
    "{A} forces captured {place}.", "{place} was captured by {A} forces.",
    "{A} forces withdrew from {place}.", "{A} forces lost {place}.", "{A} forces hold {place}.",
    "{A} forces entered {place} and {B} forces left it.", "{place} fell to {A} forces.",
    "{A} forces drove {B} troops out of {place}.", "{A} artillery shelled {place}.",
    "{A} forces may have captured {place}.", "{A} forces have not captured {place}.",
    "{A} officials said {B} troops had left {place}.", "{place} is under {A} control.",
    "{A} officials denied that {B} troops had entered {place}.",
    "{A} officials admitted that {A} troops had left {place}.",
    "{A} forces liberated {place}.", "{A} forces took control of {place} from {B} forces.",
    "The {A} army claimed that its troops had captured {place}.",
]  # fmt: skip


def shape(claims: Sequence[Claim], sides: dict[str, str]) -> list[tuple[object, ...]]:
    return sorted(
        (
            c.kind, sides.get(c.side or "", ""), sides.get(c.target.side or "", "") if c.target else "",
            c.place.name if c.place else "", c.polarity, c.certainty, c.realis, c.confidence,
            tuple(sides.get(s.side or "", "") for s in c.speakers),
        )
        for c in claims
    )  # fmt: skip


@pytest.mark.parametrize("place", ["Bakhmut", "Kupiansk"])
@pytest.mark.parametrize("words", MIRRORED)
def test_exchanging_the_sides_names_exchanges_the_sides(words: str, place: str) -> None:
    told = claims_of(UKRAINE, words.format(A="Ukrainian", B="Russian", place=place))
    mirrored = claims_of(UKRAINE, words.format(A="Russian", B="Ukrainian", place=place))
    assert told
    assert shape(told, {"UA": "A", "RU": "B"}) == shape(mirrored, {"RU": "A", "UA": "B"})


@pytest.mark.parametrize("words", MIRRORED)
def test_the_same_holds_where_no_theatre_names_the_sides(words: str) -> None:
    context = " The war is hard on soldiers and civilians."
    told = claims_of(PLAIN, words.format(A="Syrian", B="Turkish", place="Afrin") + context)
    mirrored = claims_of(PLAIN, words.format(A="Turkish", B="Syrian", place="Afrin") + context)
    assert told
    assert shape(told, {"Syria": "A", "Turkey": "B"}) == shape(
        mirrored, {"Turkey": "A", "Syria": "B"}
    )
