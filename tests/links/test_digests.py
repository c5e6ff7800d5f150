"""A digest gathers several reports; that makes them neither copies of it nor of one another."""

from __future__ import annotations

from holdfast.links import clusters, find_copies, find_origins, gathered_claims

from .test_copies import DISPATCH, WITNESS
from .test_origins import said

TEXTS = {
    "a-wire": DISPATCH,
    "b-witness": WITNESS,
    "z-digest": f"What was read today\n\n{DISPATCH}\n\nAnd from a reader:\n\n{WITNESS}",
}


def test_reports_that_one_digest_gathers_stay_two() -> None:
    leader = clusters(TEXTS, find_copies(TEXTS))
    assert len({leader["a-wire"], leader["b-witness"]}) == 2


def test_a_digest_of_one_report_is_its_copy() -> None:
    texts = {"a-wire": DISPATCH, "z-page": TEXTS["z-digest"]}
    leader = clusters(texts, find_copies(texts))
    assert leader["z-page"] == leader["a-wire"]


def test_a_digests_claim_is_the_gathered_reports() -> None:
    words = "Army units entered the river port of Anvar"
    found = dict(gathered_claims([("c9", "z-digest", words)], TEXTS, find_copies(TEXTS)))
    assert found == {"c9": "a-wire"}
    claims = [said("c1", "a-wire"), said("c9", "z-digest")]
    copy_of = clusters(TEXTS, find_copies(TEXTS)) | found
    assert len(find_origins(claims, copy_of, {})) == 1
    assert len(find_origins(claims, clusters(TEXTS, find_copies(TEXTS)), {})) == 2


def test_many_equal_texts_are_one_group() -> None:
    texts = {f"d{i:03}": DISPATCH for i in range(250)}
    assert len(set(clusters(texts, find_copies(texts)).values())) == 1


def test_a_dispatch_deep_inside_a_long_page_is_found() -> None:
    filler = " ".join(f"word{i} item{i * 7}" for i in range(3000))
    texts = {"a-wire": DISPATCH, "page": f"{filler}\n\n{DISPATCH}\n\n{filler[::-1]}"}
    assert len(set(clusters(texts, find_copies(texts)).values())) == 1
