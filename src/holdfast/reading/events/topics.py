"""Which place a text is speaking of: the one last named, or the one a label or heading names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from holdfast.language import Sentence, Token
from holdfast.reading.places.mention import Mention

#: Sentences back in which a place may have been named last.
BACK = 8
#: The same for "it", which may stand for anything.
BACK_PRONOUN = 2
#: How much less each sentence back counts.
FADING = 0.8
#: So often must a text speak of a capital as ground.
GROUND = 2
#: Nothing with more people is called a village, nothing with fewer a city.
VILLAGE, CITY = 30_000, 3_000
_LINKS = frozenset({",", "and", "&", ";", "-", "/", "the", ".", ":"})


class Topics:
    """The running topics of one document."""

    def __init__(
        self, sentences: Sequence[Sentence], by_sentence: Sequence[Sequence[Mention]]
    ) -> None:
        """`by_sentence` are the place names of each sentence."""
        self.sentences = sentences
        self.by_sentence = by_sentence
        self._counts = Counter(_key(m) for mentions in by_sentence for m in mentions)
        self._ground = Counter(
            _key(m) for mentions in by_sentence for m in mentions if m.capital and not m.metonym
        )
        self._headings = self._running_headings()

    def label(self, sentence: Sentence) -> Mention | None:
        """The place that labels the sentence: before its colon, or as the heading above it."""
        return next(iter(self.labels(sentence)), None)

    def labels(self, sentence: Sentence) -> list[Mention]:
        """All places of the label, where it names several."""
        mentions = self.by_sentence[sentence.index]
        if mentions and mentions[0].first <= 1:
            after = sentence.tokens[mentions[0].through + 1 :]
            if after and after[0].text in {":", "–", "—"}:
                return [mentions[0]]
        return self._headings[sentence.index]

    def last_before(
        self, sentence: Sentence, token: Token, fits: Callable[[Mention], bool],
        *, seats: bool = False,
    ) -> Mention | None:  # fmt: skip
        """The last place before a token that fits: in its sentence, then its label, then in the
        sentences before. With `seats`, a capital counts also where only somebody speaks there.
        """
        if seats:
            told = [m for found in self.by_sentence for m in found if fits(m)]
            return max(told, key=lambda m: m.sentence <= sentence.index, default=None)
        here = [
            m for m in self.by_sentence[sentence.index]
            if m.through < token.i and fits(m) and not self.is_seat(m)
        ]  # fmt: skip
        if here:
            return here[-1]
        labelled = self.label(sentence)
        if labelled is not None and fits(labelled):
            return labelled
        just = self._just_before(sentence, token, fits)
        if just is not None:
            return just
        best: tuple[float, Mention] | None = None
        back = BACK_PRONOUN if token.upos == "PRON" else BACK
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - back), -1):
            for mention in () if self.sentences[index].dateline else self.by_sentence[index]:
                if not fits(mention) or self.is_seat(mention) or not _sized(token, mention):
                    continue
                weight = self._weight(mention) * FADING ** (sentence.index - index)
                if best is None or weight > best[0]:
                    best = (weight, mention)
        return best[1] if best is not None else None

    def _just_before(
        self, sentence: Sentence, token: Token, fits: Callable[[Mention], bool]
    ) -> Mention | None:
        """The one place of the sentence before, in the same block, that a noun can mean."""
        if sentence.index == 0 or self.sentences[sentence.index - 1].block != sentence.block:
            return None
        if self.sentences[sentence.index - 1].dateline:
            return None
        found = {
            _key(m): m for m in self.by_sentence[sentence.index - 1]
            if fits(m) and not self.is_seat(m) and _sized(token, m)
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def is_seat(self, mention: Mention) -> bool:
        """Whether a capital is only where somebody speaks; one told of as ground is a place."""
        return mention.metonym or (mention.capital and self._ground[_key(mention)] < GROUND)

    def _weight(self, mention: Mention) -> float:
        """How much a place is spoken of: by how often the text names it, and as what."""
        subject = self.sentences[mention.sentence][mention.head].relation in {
            "nsubj",
            "obj",
            "root",
        }
        return (self._counts.get(_key(mention), 1) + 1.0) * (1.3 if subject else 1.0)

    def _running_headings(self) -> list[list[Mention]]:
        """For each sentence, the places that the heading above it consists of."""
        running: list[list[Mention]] = []
        current: list[Mention] = []
        for sentence in self.sentences:
            mentions = [] if sentence.dateline else self.by_sentence[sentence.index]
            if sentence.heading:
                covered = {i for m in mentions for i in range(m.first, m.through + 1)}
                rest = [t for t in sentence if t.i not in covered and t.low not in _LINKS]
                current = list(mentions) if mentions and not rest else []
                running.append([])
                continue
            running.append(current)
        return running


def _key(mention: Mention) -> str:
    return mention.chosen.id if mention.chosen is not None else mention.written


def _sized(token: Token, mention: Mention) -> bool:
    """Whether a place can be called so: no city is "the village", no hamlet "the city"."""
    people = mention.chosen.population if mention.chosen is not None else 0
    if token.low in {"village", "hamlet", "settlement"}:
        return people < VILLAGE
    return not (token.low == "city" and 0 < people < CITY)


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


def is_capital(mention: Mention) -> bool:
    """Whether a name is a capital's."""
    return mention.capital and not is_country(mention)


def is_region(mention: Mention) -> bool:
    """Whether a name is a province's, a region's or a district's."""
    return mention.chosen is not None and mention.chosen.kind not in {"PPL", "PCLI"}
