"""What the scorer's tests share: one text with its candidates, and what the network makes of it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from holdfast.language import parse
from holdfast.model import Document
from holdfast.reading import Reader
from holdfast.reading.prepared import Untold
from holdfast.reading.reader import Ruled
from holdfast.reading.scorer.candidates import Candidates, candidates
from holdfast.reading.scorer.weigh import SHIPPED, Scorer, Weighed, shipped_scorer


class Looked(msgspec.Struct, frozen=True):
    """A text with what the rules read, what may be asked of it, and the words of its tokens."""

    ruled: Ruled
    found: Candidates

    def words(self, sentence: int, first: int, last: int) -> str:
        """The words of some tokens."""
        return " ".join(
            t.text for t in self.ruled.prepared.sentences[sentence].tokens[first : last + 1]
        )


Look = Callable[..., Looked]


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    """The shipped scorer; tests that need it skip where it is not installed."""
    made = shipped_scorer()
    if made is None:
        pytest.skip(f"the scorer's files are not in {SHIPPED.name}")
    return made


@pytest.fixture(scope="session")
def look(readers: dict[str, Reader], scorer: Scorer) -> Look:
    """`look("text", theatre="ru-ua")`: the candidates of a text."""

    def one(text: str, *, theatre: str = "none", **more: object) -> Looked:
        document = Document(id="test", text=text, **more)  # type: ignore[arg-type]
        (sentences,) = parse([document])
        ruled = readers[theatre].rules(document, sentences)
        assert not isinstance(ruled, Untold), ruled
        common = scorer.network.cutter.is_common
        return Looked(ruled, candidates(ruled.prepared, ruled.read, common))

    return one


@pytest.fixture(scope="session")
def weigh(look: Look, scorer: Scorer) -> Callable[..., list[Weighed]]:
    """What the network makes of a text's anchors."""

    def one(text: str, **more: object) -> list[Weighed]:
        looked = look(text, **more)
        return scorer.weigh(looked.ruled.prepared, looked.found)

    return one
