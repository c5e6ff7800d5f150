"""The gold standard for English: every label stands in its text, and the parts have nothing in
common. Nothing here shows a word of the test part, also where a check fails.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from holdfast.model import CONTROL_KINDS, Kind

GOLD = Path(__file__).resolve().parents[2] / "bench" / "gold" / "english"
PARTS = ("train", "dev", "test")
#: Reports and claims that the standard's README promises at least.
SIZES = {"train": (640, 7_809), "dev": (106, 1_438), "test": (156, 2_075)}
#: One report in this many is without a claim of control, at least.
QUIET = 25
KEYS = {
    "document", "kind", "side", "place", "start", "end", "speaker", "polarity", "certainty",
    "quantity", "framing", "evidence", "offset",
}  # fmt: skip

Row = dict[str, Any]


@cache
def texts(part: str) -> dict[str, str]:
    """The reports of a part, with their line ends as they are: offsets count them."""
    return {
        path.stem: path.read_bytes().decode("utf-8")
        for path in sorted((GOLD / part / "texts").iterdir())
    }


@cache
def rows(*path: str) -> tuple[Row, ...]:
    lines = GOLD.joinpath(*path).read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def labels() -> list[tuple[Row, str]]:
    """Every label of both annotations, with its text."""
    every = {name: text for part in PARTS for name, text in texts(part).items()}
    first = [
        (row, texts(part)[row["document"]]) for part in PARTS for row in rows(part, "gold.jsonl")
    ]
    return first + [(row, every[row["document"]]) for row in rows("second.jsonl")]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_as_large_as_its_readme_says(part: str) -> None:
    reports, claims = SIZES[part]
    assert len(texts(part)) >= reports
    assert len(rows(part, "gold.jsonl")) >= claims
    said = (GOLD / "README.md").read_text(encoding="utf-8")
    assert f"| `{part}` | {len(texts(part)):,} | {len(rows(part, 'gold.jsonl')):,} |" in said


def test_the_evidence_of_every_label_stands_at_its_offset() -> None:
    wrong = [
        (row["document"], row["offset"])
        for row, text in labels()
        if not row["evidence"] or not text.startswith(row["evidence"], row["offset"])
    ]
    assert wrong == []


def test_evidence_is_whole_words_of_one_line() -> None:
    wrong = []
    for row, text in labels():
        words, start = row["evidence"], row["offset"]
        end = start + len(words)
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        cut = ((before + words[0]).isalnum() and before) or (
            (words[-1] + behind).isalnum() and behind
        )
        if cut or "\n" in words or words != words.strip():
            wrong.append((row["document"], start))
    assert wrong == []


def test_every_label_is_one_that_the_guideline_knows() -> None:
    kinds = set(get_args(Kind))
    for row, _ in labels():
        where = row["document"], row["offset"]
        assert KEYS <= set(row) <= KEYS | {"side_written", "place_written"}, where
        assert row["kind"] in kinds, where
        assert row["polarity"] in {"+", "-"}, where
        assert row["certainty"] in {"certain", "probable", "possible"}, where


def test_the_days_of_a_label_are_a_span_or_none_at_all() -> None:
    for row, _ in labels():
        where = row["document"], row["offset"]
        assert (row["start"] is None) == (row["end"] is None), where
        if row["start"] is not None:
            assert date.fromisoformat(row["start"]) <= date.fromisoformat(row["end"]), where


@pytest.mark.parametrize("key", ["side_written", "place_written"])
def test_words_that_mean_a_side_or_a_place_are_the_texts_own(key: str) -> None:
    wrong = [
        (row["document"], row["offset"]) for row, text in labels() if row.get(key, "") not in text
    ]
    assert wrong == []


def test_no_report_is_in_two_parts() -> None:
    counts = Counter(name for part in PARTS for name in texts(part))
    assert [name for name, n in counts.items() if n > 1] == []


def test_no_text_of_dev_or_test_is_in_train_nor_a_sentence_of_it() -> None:
    def sentences(part: str) -> set[str]:
        found = (re.split(r"(?<=[.!?])\s+|\n+", text) for text in texts(part).values())
        return {" ".join(s.lower().split()) for row in found for s in row if len(s) >= 60}

    assert not sentences("train") & sentences("dev")
    assert not sentences("train") & sentences("test")
    assert not sentences("dev") & sentences("test")


@pytest.mark.parametrize("part", PARTS)
def test_labels_are_of_reports_of_their_part(part: str) -> None:
    assert {row["document"] for row in rows(part, "gold.jsonl")} <= set(texts(part))


@pytest.mark.parametrize("part", PARTS)
def test_some_reports_tell_of_no_control_at_all(part: str) -> None:
    telling = {row["document"] for row in rows(part, "gold.jsonl") if row["kind"] in CONTROL_KINDS}
    quiet = set(texts(part)) - telling
    assert len(quiet) * QUIET >= len(texts(part))


@pytest.mark.parametrize("part", PARTS)
def test_every_kind_of_control_is_there_and_so_are_denials_and_doubts(part: str) -> None:
    found = [row for row in rows(part, "gold.jsonl") if row["kind"] in CONTROL_KINDS]
    assert {row["kind"] for row in found} == set(CONTROL_KINDS)
    assert {row["polarity"] for row in found} == {"+", "-"}
    assert {row["certainty"] for row in found} == {"certain", "probable", "possible"}


def test_the_second_annotation_is_of_the_reports_it_names() -> None:
    listed = (GOLD / "second.txt").read_text(encoding="utf-8").split()
    assert len(listed) == len(set(listed)) == 137
    assert set(listed) <= {name for part in PARTS for name in texts(part)}
    assert {row["document"] for row in rows("second.jsonl")} <= set(listed)
