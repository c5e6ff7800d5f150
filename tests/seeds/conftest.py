"""The five reports, read once; and a workspace that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.model import Claim, Document
from holdfast.reading import Reader, Reading
from holdfast.sources import find_files, read_documents
from holdfast.workspace import Questions, Workspace


class Report:
    """The reading of one report, with short ways to ask what it holds."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.claims = reading.claims

    def of(
        self, *kinds: str, place: str | None = None, side: str | None = None, words: str = ""
    ) -> list[Claim]:
        return [
            c for c in self.claims
            if (not kinds or c.kind in kinds)
            and (place is None or (c.place is not None and c.place.name == place))
            and (side is None or c.side == side)
            and words in c.evidence.text
        ]  # fmt: skip

    def one(self, *kinds: str, place: str | None = None, words: str = "") -> Claim:
        found = self.of(*kinds, place=place, words=words)
        assert len(found) == 1, [c.evidence.text for c in found]
        return found[0]


@pytest.fixture(scope="session")
def reports(shared: Path) -> dict[str, Report]:
    """By the number that the file's name begins with."""
    folder = shared / "seeds"
    if not folder.is_dir():
        pytest.skip("the folder ../shared/seeds is not here")
    documents = [d for d in read_documents(find_files([folder])) if isinstance(d, Document)]
    return {r.document.id[:3]: Report(r) for r in Reader(auto=True).read(documents)}


@pytest.fixture(scope="session")
def questions(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Questions]:
    with Workspace.create(tmp_path_factory.mktemp("seeds")) as workspace:
        workspace.add([shared / "seeds"])
        workspace.build()
        evidence, theatres = workspace.evidence()
        yield Questions(evidence, theatres)
