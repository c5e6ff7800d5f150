"""Every draft that the rules make of a document: predicates, states, attributes, locations."""

from __future__ import annotations

from collections.abc import Iterator

from holdfast.reading.events.drafts import Draft, Drafter
from holdfast.reading.events.states import (
    location_drafts,
    premodifier_drafts,
    state_drafts,
    stronghold_drafts,
)
from holdfast.reading.prepared import Prepared


def rule_drafts(prepared: Prepared) -> Iterator[Draft]:
    """The drafts of all sentences, in the order of the text."""
    parties, sites, attributions = prepared.parties, prepared.sites, prepared.attributions
    drafter = Drafter(parties, sites, attributions, prepared.counted)
    for sentence in prepared.sentences:
        yield from drafter.drafts(sentence)
        yield from state_drafts(sentence, parties, sites, attributions)
        yield from premodifier_drafts(sentence, parties, sites)
        yield from stronghold_drafts(sentence, parties, sites)
        yield from location_drafts(sentence, parties, sites, attributions)
