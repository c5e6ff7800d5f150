"""What holds of every text: quotes are its own words, readings repeat, nothing goes unsaid."""

from __future__ import annotations

from datetime import date
from random import Random

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
THEATRES = st.sampled_from(["ru-ua", "sudan", "none", "auto"])


def document(text: str, id: str = "d") -> Document:
    return Document(id=id, text=text, published=DAY)


def claims_of(reader: Reader, text: str) -> tuple[Claim, ...]:
    (reading,) = reader.read([document(text)])
    return reading.claims


@given(text=TEXTS, theatre=THEATRES)
@settings(max_examples=50, deadline=None)
def test_evidence_is_the_texts_own_words(
    readers: dict[str, Reader], text: str, theatre: str
) -> None:
    for claim in claims_of(readers[theatre], text):
        quote = claim.evidence
        assert quote.text
        assert text[quote.start : quote.end] == quote.text


@given(text=TEXTS, theatre=THEATRES)
@settings(max_examples=40, deadline=None)
def test_claims_come_in_the_order_of_the_text_each_with_its_own_id(
    readers: dict[str, Reader], text: str, theatre: str
) -> None:
    claims = claims_of(readers[theatre], text)
    assert len({claim.id for claim in claims}) == len(claims)
    starts = [claim.evidence.start for claim in claims]
    assert starts == sorted(starts)


@given(text=TEXTS, theatre=THEATRES)
@settings(max_examples=40, deadline=None)
def test_every_claim_gives_its_reasons_its_confidence_and_its_days(
    readers: dict[str, Reader], text: str, theatre: str
) -> None:
    for claim in claims_of(readers[theatre], text):
        assert claim.because
        assert 0 < claim.confidence <= 1
        assert claim.time is not None
        assert (claim.time.start is None) == (claim.time.end is None)
        if claim.time.start is not None and claim.time.end is not None:
            assert claim.time.start <= claim.time.end


@given(text=TEXTS)
@settings(max_examples=15, deadline=None)
def test_reading_twice_gives_equal_claims(readers: dict[str, Reader], text: str) -> None:
    once = readers["ru-ua"]
    again = Reader(find_theatre("ru-ua"), gazetteer=once.gazetteer)
    assert claims_of(once, text) == claims_of(once, text) == claims_of(again, text)


@given(texts=st.lists(TEXTS, min_size=2, max_size=4), random=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_company_of_a_document_does_not_change_its_reading(
    readers: dict[str, Reader], texts: list[str], random: Random
) -> None:
    documents = [document(text, str(i)) for i, text in enumerate(texts)]
    shuffled = random.sample(documents, len(documents))
    in_order = {r.document.id: r for r in readers["auto"].read(documents)}
    shuffled_too = {r.document.id: r for r in readers["auto"].read(shuffled)}
    assert in_order == shuffled_too


@given(text=st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_at_all_is_read_or_said_to_be_unread(
    readers: dict[str, Reader], text: str
) -> None:
    (reading,) = readers["none"].read([document(text)])
    assert reading.unread is not None or reading.sentences > 0
    assert not (reading.unread and reading.claims)
