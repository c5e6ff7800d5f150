"""Real articles: labels stand off the text, and come together with it where a corpus is there."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from holdfast.model import Document
from holdfast.sources import find_files, read_documents

data = pytest.importorskip("bench.data")
real = pytest.importorskip("bench.real")

PARTS = ("train", "dev", "test")
#: Corpora whose licences let a model be taught on them.
OPEN = {"ud_english_gum_ccby", "re3d"}
TEXT = "Rebels took Kutum – so “they” say.\r\nThe army holds the road."


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small standard of its own beside small corpora, with words made for this test."""
    reading = tmp_path / "shared" / "data" / "reading"
    for folder in ("news_ukraine_2022_2024", "ud_english_gum_ccby", "re3d/Wire"):
        (reading / folder).mkdir(parents=True)
    (reading / "news_ukraine_2022_2024" / "one.txt").write_bytes(TEXT.encode())
    (reading / "ud_english_gum_ccby" / "two.conllu").write_text(
        "# text = Troops left Ilo.\n1\tTroops\n\n# text = They went home.\n1\tThey\n"
    )
    records = [
        {"_id": {"$oid": "x"}, "text": "Nobody.", "title": "No"},
        {"_id": "three", "text": "M23 entered Rubaya.", "title": "A town"},
    ]
    (reading / "re3d" / "Wire" / "documents.json").write_text("\n".join(map(json.dumps, records)))
    labels = tmp_path / "labels"
    labels.mkdir()
    (labels / "documents.csv").write_text(
        "document,part,corpus,source,published\n"
        "one,dev,news_ukraine_2022_2024,one,2023-02-01\n"
        "two,dev,ud_english_gum_ccby,two,\n"
        "three,train,re3d,Wire/three,2024-05-05\n"
        "four,test,re3d,Wire/x,\n"
    )
    stretches = [("one", "took Kutum"), ("one", "holds the road"), ("two", "They went home")]
    whole = {"one": TEXT, "two": "Troops left Ilo.\n\nThey went home."}
    rows = [
        {"document": name, "offset": whole[name].index(words), "length": len(words)}
        for name, words in stretches
    ]
    (labels / "dev.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(data, "SHARED", tmp_path / "shared")
    monkeypatch.setattr(real, "FOLDER", labels)
    return tmp_path


def test_labels_get_their_words_from_the_corpus(corpora: Path) -> None:
    found = real.gold("dev")
    assert [row["evidence"] for row in found] == ["took Kutum", "holds the road", "They went home"]
    assert all("length" not in row for row in found)


def test_documents_of_a_part_come_with_their_text_day_and_title(corpora: Path) -> None:
    one, two = real.documents("dev")
    assert (one.document, one.published, one.text) == ("one", "2023-02-01", TEXT)
    assert (two.published, two.text) == ("", "Troops left Ilo.\n\nThey went home.")
    (three,) = real.documents("train")
    assert (three.text, three.title) == ("M23 entered Rubaya.", "A town")
    assert [d.text for d in real.documents("test")] == ["Nobody."]


def test_a_written_part_is_read_back_unchanged(corpora: Path, tmp_path: Path) -> None:
    path = real.write_texts("dev", tmp_path)
    found = [d for d in read_documents(find_files([path])) if isinstance(d, Document)]
    assert {d.id: d.text for d in found} == {d.document: d.text for d in real.documents("dev")}
    published = {d.id: d.published for d in found}
    assert published["one"] is not None
    assert str(published["one"].start) == "2023-02-01"
    assert published["two"] is None


@pytest.mark.parametrize("part", PARTS)
def test_without_the_corpora_the_measure_says_what_is_absent(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "SHARED", tmp_path / "nowhere")
    with pytest.raises(data.Absent, match="not part of the repository"):
        real.gold(part)


def test_an_absent_corpus_leaves_the_measure_out_and_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main = pytest.importorskip("bench.__main__")
    monkeypatch.setattr(data, "SHARED", tmp_path / "nowhere")
    monkeypatch.setattr("sys.argv", ["bench", "claims.real"])
    assert main.main() == 0
    said = capsys.readouterr().out
    assert "claims.real.dev left out" in said
    assert "claims.real.test left out" in said


# -- the standard itself ------------------------------------------------------------------------


def listed() -> list[dict[str, str]]:
    with (real.FOLDER / "documents.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_article_is_in_one_part_only() -> None:
    documents = [row["document"] for row in listed()]
    sources = [(row["corpus"], row["source"]) for row in listed()]
    assert len(documents) == len(set(documents))
    assert len(sources) == len(set(sources))
    assert {row["part"] for row in listed()} == set(PARTS)


def test_only_open_corpora_are_in_train() -> None:
    assert {row["corpus"] for row in listed() if row["part"] == "train"} <= OPEN


@pytest.mark.parametrize("part", PARTS)
def test_labels_hold_no_words_of_the_articles_evidence(part: str) -> None:
    own = {row["document"] for row in listed() if row["part"] == part}
    lines = (real.FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    for number, line in enumerate(lines):
        row = json.loads(line)
        assert row["document"] in own, number
        assert "evidence" not in row, number
        assert row["offset"] >= 0, number
        assert row["length"] > 0, number


@pytest.mark.parametrize("part", PARTS)
def test_labels_stand_inside_the_articles(shared: Path, part: str) -> None:
    try:
        documents = {d.document: d for d in real.documents(part)}
        found = real.gold(part)
    except data.Absent:
        pytest.skip("a corpus of real articles is not beside the repository")
    for number, row in enumerate(found):
        text, words = documents[row["document"]].text, row["evidence"]
        assert words == words.strip() != "", number
        assert row["offset"] + len(words) <= len(text), number


def test_the_reader_of_files_leaves_real_texts_as_they_are(shared: Path, tmp_path: Path) -> None:
    try:
        path = real.write_texts("dev", tmp_path)
    except data.Absent:
        pytest.skip("a corpus of real articles is not beside the repository")
    found = [d for d in read_documents(find_files([path])) if isinstance(d, Document)]
    wanted = {d.document: d.text for d in real.documents("dev")}
    assert {d.id for d in found} == set(wanted)
    assert [d.id for d in found if d.text != wanted[d.id]] == []
