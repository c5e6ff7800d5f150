"""What the scorer's encoder is shown: sentences cut into word pieces, a few sentences at a time.

Names of places and of parties are shown as one piece each, the same for all of a sort. What is learnt
of one war so holds in another, no place is known by its history, and no side is read otherwise than
its enemy: exchanging their names exchanges the answers and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdfast.language import Sentence
from holdfast.reading.events.topics import is_country
from holdfast.reading.parties.names import Named
from holdfast.reading.places.mention import Mention

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Pieces in a window, with its first and last mark.
WINDOW = 126
#: A longer sentence is cut; what is behind is not weighed.
LONGEST = 250
_START, _END = "[CLS]", "[SEP]"
#: Pieces of the vocabulary that stand for a settlement's and a region's name.
SETTLEMENT, REGION, SEAT = "[unused1]", "[unused2]", "[unused3]"
#: The same for the names of parties, by their sort.
ADJECTIVE, PARTY, PERSON, OUTLET = "[unused4]", "[unused5]", "[unused6]", "[unused7]"
_SORTS = {"adjective": ADJECTIVE, "person": PERSON, "outlet": OUTLET, "metonym": SEAT}


class Window(msgspec.Struct, frozen=True):
    """Pieces by number, and where those of each token stand: (sentence, token) to (first, stop)."""

    pieces: list[int]
    where: dict[tuple[int, int], tuple[int, int]]
    sentences: frozenset[int]


class Cutter:
    """Cuts words into pieces by a vocabulary."""

    def __init__(self, vocabulary: Path) -> None:
        """`vocabulary` is a tokenizer's file."""
        self._tokenizer = _load(vocabulary)
        self.start = self.number(_START)
        self.end = self.number(_END)
        self._hidden = {
            name: self.number(name)
            for name in (SETTLEMENT, REGION, SEAT, ADJECTIVE, PARTY, PERSON, OUTLET)
        }
        self._known: dict[str, list[int]] = {}

    def sentence(
        self, sentence: Sentence, mentions: Iterable[Mention], names: Iterable[Named]
    ) -> list[list[int]]:
        """The pieces of each token; all but the first of a name's have none."""
        shown: dict[int, int] = {}
        inside: set[int] = set()
        for name in names:
            sort = _SORTS.get(name.referent.role, PARTY)
            shown[name.first] = self._hidden[sort]
            # "Rebel-held" says more than whose: its participle stays.
            inside |= {i for i in range(name.first + 1, name.last + 1) if sentence[i].xpos != "VBN"}
        for mention in mentions:
            if mention.chosen is None or inside & set(range(mention.first, mention.last + 1)):
                continue
            town = mention.chosen.kind == "PPL"
            sort = SEAT if _is_seat(mention) else SETTLEMENT if town else REGION
            shown[mention.first] = self._hidden[sort]
            inside |= set(range(mention.first + 1, mention.last + 1))
        return [
            [shown[token.i]] if token.i in shown
            else [] if token.i in inside
            else self._word(token.text)
            for token in sentence
        ]  # fmt: skip

    def is_common(self, word: str) -> bool:
        """Whether a word in lower case is a piece of its own, as common words are."""
        return self._tokenizer.token_to_id(word) is not None

    def _word(self, text: str) -> list[int]:
        known = self._known.get(text)
        if known is None:
            known = self._tokenizer.encode(text, add_special_tokens=False).ids[:12]
            self._known[text] = known
        return known

    def number(self, piece: str) -> int:
        """The number of a piece of the vocabulary.

        Raises:
            ValueError: where the vocabulary lacks it.

        """
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the scorer's vocabulary lacks {piece}")
        return int(number)


def windows(
    cut: Sequence[list[list[int]]], blocks: Sequence[int], start: int, end: int, *, first: int = 0
) -> Iterator[Window]:
    """Packs sentences into windows, in order; a sentence is in one window only.

    In: the pieces of each token of each sentence, and the sentences' blocks; `start` and `end` are
    the marks around a window, the end also between blocks. `first` is the first sentence's number.
    """
    pieces = [start]
    where: dict[tuple[int, int], tuple[int, int]] = {}
    members: set[int] = set()
    for n, tokens in enumerate(cut):
        length = min(sum(map(len, tokens)), LONGEST)
        if members and len(pieces) + length + 1 > WINDOW:
            yield Window([*pieces, end], where, frozenset(members))
            pieces, where, members = [start], {}, set()
        elif members and blocks[n] != blocks[n - 1]:
            pieces.append(end)
        members.add(first + n)
        full = len(pieces) + LONGEST
        for i, token in enumerate(tokens):
            kept = token[: full - len(pieces)]
            # A word of a name has no piece of its own; it is shown by the name's first.
            at = len(pieces) if kept or i == 0 else where[(first + n, i - 1)][0]
            pieces += kept
            where[(first + n, i)] = (min(at, len(pieces) - 1), max(at + 1, len(pieces)))
    if members:
        yield Window([*pieces, end], where, frozenset(members))


def _is_seat(mention: Mention) -> bool:
    return mention.metonym or mention.capital or is_country(mention)


@lru_cache(maxsize=2)
def _load(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    # A file saved for sentence vectors pads every word to a sentence's length.
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
