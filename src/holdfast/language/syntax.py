"""Parsed sentences in Universal Dependencies terms, whatever pipeline parsed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import overload

import msgspec


class Token(msgspec.Struct, frozen=True):
    """One syntactic word.

    `i` counts tokens of the sentence from 0; `start` and `end` are offsets into the document's
    text; `head` is the index of the governor, the token's own for the root; `dep` a UD relation
    with its subtype ("nsubj:pass"), "root" for the root; `feats` UD features by name.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    dep: str
    feats: dict[str, str]

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def relation(self) -> str:
        """The relation without its subtype."""
        return self.dep.partition(":")[0]


class Sentence:
    """A sentence's tokens with its tree. Read only."""

    __slots__ = ("__dict__", "block", "dateline", "heading", "index", "tokens")

    def __init__(
        self, tokens: Iterable[Token], *, index: int = 0, block: int = 0, heading: bool = False,
        dateline: bool = False,
    ) -> None:  # fmt: skip
        """`index` counts sentences of the document, `block` its blocks; `heading` and `dateline`
        say what sort of block the sentence is of.
        """
        self.tokens = tuple(tokens)
        self.index = index
        self.block = block
        self.heading = heading
        self.dateline = dateline

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, i: int) -> Token: ...

    @overload
    def __getitem__(self, i: slice) -> tuple[Token, ...]: ...

    def __getitem__(self, i: int | slice) -> Token | tuple[Token, ...]:
        return self.tokens[i]

    @property
    def start(self) -> int:
        """Offset of the first character in the document."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return children

    @cached_property
    def root(self) -> Token:
        """The first token that governs itself."""
        return next((t for t in self.tokens if t.head == t.i), self.tokens[0])

    def head(self, token: Token) -> Token | None:
        """The governor; None for the root."""
        return None if token.head == token.i else self.tokens[token.head]

    def children(self, token: Token, *relations: str) -> list[Token]:
        """Dependents in text order; only those whose relation, or relation with subtype, is named."""
        found = [self.tokens[i] for i in self._children[token.i]]
        if not relations:
            return found
        return [t for t in found if t.dep in relations or t.relation in relations]

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first such dependent."""
        return next(iter(self.children(token, *relations)), None)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Governors from the nearest to the root."""
        steps = 0
        while (head := self.head(token)) is not None and steps < len(self.tokens):
            yield head
            token, steps = head, steps + 1

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and everything coordinated with it to its right, in text order."""
        found, queue = [token], [token]
        while queue:
            for child in self.children(queue.pop(), "conj"):
                found.append(child)
                queue.append(child)
        return sorted(found, key=lambda t: t.i)

    def first_conjunct(self, token: Token) -> Token:
        """The token that a coordination hangs on; the token itself outside one."""
        while token.relation == "conj" and (head := self.head(token)) is not None:
            token = head
        return token

    def subtree(self, token: Token, *, without: Iterable[str] = ()) -> list[Token]:
        """The token and all it governs, in text order, not entering the relations `without`."""
        barred = frozenset(without)
        found: list[int] = []
        queue = [token.i]
        while queue:
            i = queue.pop()
            found.append(i)
            for child in self._children[i]:
                t = self.tokens[child]
                if t.dep not in barred and t.relation not in barred:
                    queue.append(child)
        return [self.tokens[i] for i in sorted(found)]
