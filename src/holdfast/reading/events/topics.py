"""Which place a text is speaking of: the one last named, or the one a label or heading names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from holdfast.language import Sentence, Token
from holdfast.reading.places.find import Mention

#: Sentences back in which a place may have been named last.
BACK = 8
_LINKS = frozenset({",", "and", "&", ";", "-", "/", "the", ".", ":"})


class Topics:
    """The running topics of one document."""

    def __init__(
        self, sentences: Sequence[Sentence], by_sentence: Sequence[Sequence[Mention]]
    ) -> None:
        """`by_sentence` are the place names of each sentence."""
        self.sentences = sentences
        self.by_sentence = by_sentence
        self._headings = self._running_headings()

    def label(self, sentence: Sentence) -> Mention | None:
        """The place that labels the sentence: before its colon, or as the heading above it."""
        mentions = self.by_sentence[sentence.index]
        if mentions and mentions[0].first <= 1 and mentions[0].through + 1 < len(sentence):
            if sentence[mentions[0].through + 1].text in {":", "–", "—"}:
                return mentions[0]
        return self._headings[sentence.index]

    def last_before(
        self, sentence: Sentence, token: Token, fits: Callable[[Mention], bool]
    ) -> Mention | None:
        """The last place before a token that fits: in its sentence, then its label, then in the
        sentences before."""
        here = [
            m for m in self.by_sentence[sentence.index]
            if m.through < token.i and fits(m) and not m.metonym
        ]  # fmt: skip
        if here:
            return here[-1]
        labelled = self.label(sentence)
        if labelled is not None and fits(labelled):
            return labelled
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
            before = [m for m in self.by_sentence[index] if fits(m) and not m.metonym]
            if before:
                return _main(self.sentences[index], before)
        return None

    def _running_headings(self) -> list[Mention | None]:
        """For each sentence, the place that the heading above it consists of."""
        running: list[Mention | None] = []
        current: Mention | None = None
        for sentence in self.sentences:
            mentions = self.by_sentence[sentence.index]
            if sentence.heading:
                covered = {i for m in mentions for i in range(m.first, m.through + 1)}
                rest = [t for t in sentence if t.i not in covered and t.low not in _LINKS]
                current = mentions[0] if mentions and not rest else None
                running.append(None)
                continue
            running.append(current)
        return running


def _main(sentence: Sentence, mentions: Sequence[Mention]) -> Mention:
    """Of several places of a sentence the one it is about: its subject or object, else the last."""
    for mention in mentions:
        if sentence[mention.head].relation in {"nsubj", "obj"}:
            return mention
    return mentions[-1]


def is_town(mention: Mention) -> bool:
    """Whether a name is, or most likely is, a settlement's."""
    if mention.shape is not None:
        return mention.shape == "SECTOR"
    if mention.chosen is not None:
        return mention.chosen.kind == "PPL"
    return not mention.candidates or mention.candidates[0].kind == "PPL"


def is_country(mention: Mention) -> bool:
    """Whether a name is a country's."""
    return mention.chosen is not None and mention.chosen.kind == "PCLI"
