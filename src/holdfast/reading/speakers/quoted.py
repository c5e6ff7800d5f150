"""Who speaks a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.language import Sentence
from holdfast.model import Span, Speaker
from holdfast.reading.speakers.attributed import Attribution


def quote_speakers(
    text: str,
    quotes: Sequence[Span],
    sentences: Sequence[Sentence],
    attributions: Sequence[Sequence[Attribution]],
) -> list[tuple[Span, Speaker, tuple[Speaker, ...]]]:
    """For each quotation, who speaks it: the cue in the sentences it runs through, else the
    cue just before or after it.
    """
    found: list[tuple[Span, Speaker, tuple[Speaker, ...]]] = []
    for quote in quotes:
        touching = [s for s in sentences if s.start < quote.end and quote.start < s.end]
        if not touching or len(text[quote.start : quote.end].split()) < 4:
            continue
        own = _cue_outside(quote, touching, attributions)
        if own is None:
            own = _cue_beside(quote, touching, text, sentences, attributions)
        if own is not None:
            found.append((quote, own.speaker, own.through))
    return found


def _cue_outside(
    quote: Span, touching: Sequence[Sentence], attributions: Sequence[Sequence[Attribution]]
) -> Attribution | None:
    candidates = []
    for sentence in touching:
        for attribution in attributions[sentence.index]:
            cue = sentence[attribution.cue]
            outside = not quote.start <= cue.start < quote.end
            if outside and attribution.rule in {"verb", "according-to"}:
                distance = min(abs(cue.start - quote.end), abs(cue.end - quote.start))
                candidates.append((distance, sentence.index, attribution))
    return min(candidates, key=lambda c: c[:2])[2] if candidates else None


def _cue_beside(
    quote: Span,
    touching: Sequence[Sentence],
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Sequence[Attribution]],
) -> Attribution | None:
    """A cue sentence in the same block right before ("He added:") or a bare one right after."""
    first, last = touching[0], touching[-1]
    if first.index > 0:
        before = sentences[first.index - 1]
        ends_open = text[before.start : before.end].rstrip().endswith((":", ","))
        if ends_open or before.block == first.block:
            for attribution in attributions[before.index]:
                if attribution.rule in {"verb", "according-to"}:
                    return attribution
    if last.index + 1 < len(sentences):
        after = sentences[last.index + 1]
        if after.block == last.block and len(after) < 14:
            for attribution in attributions[after.index]:
                if attribution.rule == "verb":
                    return attribution
    return None
