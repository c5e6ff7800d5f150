"""Forecasts, warnings, demands: what a named speaker says will, may or must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import Claim, Document, Quote, Speaker
from holdfast.model.ids import stable_id
from holdfast.reading.certainty.analysis import Stance, analyse, cue_of
from holdfast.reading.claims import MAX_EVIDENCE, place_of
from holdfast.reading.events.sites import Sites
from holdfast.reading.quantities.find import Counted
from holdfast.reading.speakers.attributed import Attribution
from holdfast.reading.speakers.attribution import Attributions
from holdfast.reading.times.attach import EventClock

_MODES = frozenset({"predicted", "wanted", "planned", "hypothetical"})
#: Words from which a report of plain speech is an assessment worth keeping.
MIN_WORDS = 8


class StatementReader:
    """Reads statements from one document."""

    def __init__(
        self, document: Document, clock: EventClock, attributions: Attributions, sites: Sites,
        counted: Sequence[Sequence[Counted]],
    ) -> None:  # fmt: skip
        """The rooms of one reading, all for the same document."""
        self.document = document
        self.clock = clock
        self.attributions = attributions
        self.sites = sites
        self.counted = counted

    def statements(self, sentence: Sentence, told: Sequence[Claim]) -> Iterator[Claim]:
        """At most one statement a source in a sentence: what it foresees or wants, and what it
        makes of things where it is more than a few words and no other claim (`told`) has them.
        """
        for attribution in self.attributions.of(sentence):
            if attribution.speaker.kind == "unnamed" or attribution.rule == "hearsay":
                continue
            head = _head(sentence, attribution)
            if head is None or head.upos not in {"VERB", "AUX", "ADJ", "NOUN"}:
                continue
            stance = analyse(sentence, head)
            aimed = sentence.children(head, "xcomp", "ccomp", "advcl", "obl", "acl")
            cue = cue_of(sentence, head) if head.upos == "NOUN" or aimed else None
            if stance.realis not in _MODES and cue is not None and cue.realis in _MODES:
                stance = msgspec.structs.replace(
                    stance, realis=cue.realis, certainty=cue.certainty or stance.certainty
                )
            inside = [
                claim for claim in told
                if any(sentence[i].start <= claim.evidence.start < sentence[i].end
                       for i in attribution.content)
            ]  # fmt: skip
            covered = bool(inside)
            if any(c.kind == "statement" for c in inside):
                # What is planned or foreseen has been read with its side and place.
                continue
            if stance.realis in _MODES or (len(attribution.content) >= MIN_WORDS and not covered):
                yield self._statement(sentence, attribution, head, stance)

    def _statement(
        self, sentence: Sentence, attribution: Attribution, head: Token, stance: Stance
    ) -> Claim:
        time, time_rule = self.clock.time_of(sentence, head, stance, "statement")
        content = [sentence[i] for i in sorted(attribution.content)]
        start, end = _stretch(content, head)
        named = [
            m for m in self.sites.by_sentence[sentence.index]
            if m.chosen is not None and m.head in attribution.content and not m.metonym
        ]  # fmt: skip
        place = place_of(named[0])[0] if named else None
        quantity = next(
            (c.quantity for c in self.counted[sentence.index] if c.noun in attribution.content),
            None,
        )
        chain: tuple[Speaker, ...] = (*attribution.through, attribution.speaker)
        return Claim(
            id=stable_id("c", self.document.id, "statement", start, end, chain[-1].name),
            document=self.document.id, language=self.document.language, kind="statement",
            side=attribution.speaker.side, place=place, time=time, polarity=stance.polarity,
            certainty=stance.certainty, realis=stance.realis, speakers=chain, quantity=quantity,
            evidence=Quote(start, end, self.document.text[start:end]), confidence=0.8,
            because=(f"statement.{attribution.rule}", time_rule, *stance.because),
        )  # fmt: skip


def _head(sentence: Sentence, attribution: Attribution) -> Token | None:
    """The content's own root: the token of it whose governor lies outside."""
    for i in sorted(attribution.content):
        token = sentence[i]
        if (token.head not in attribution.content or token.head == i) and token.upos not in {
            "PUNCT",
            "SCONJ",
            "CCONJ",
        }:
            return token
    return None


def _stretch(content: Sequence[Token], head: Token) -> tuple[int, int]:
    start, end = content[0].start, content[-1].end
    if end - start > MAX_EVIDENCE:
        near = [t for t in content if abs(t.start - head.start) < MAX_EVIDENCE // 2]
        start, end = near[0].start, near[-1].end
    return start, end
