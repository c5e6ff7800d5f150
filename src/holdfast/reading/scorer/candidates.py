"""All that the scorer weighs in one document: anchors, actors, and what the rules read there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from holdfast.language import Sentence
from holdfast.reading.prepared import Prepared
from holdfast.reading.scorer.actors import ActorMention, actors, present
from holdfast.reading.scorer.anchors import Anchor, anchors
from holdfast.reading.scorer.features import Read, actor_features, key_of
from holdfast.reading.scorer.told import Told

#: Sentences before or behind an anchor whose actors may be its claim's.
REACH = 4


class Candidates(msgspec.Struct, frozen=True):
    """Anchors and actors by sentence; the rules' readings by the key of their anchor.

    `present` are the document's parties, wherever they stand; `speaking` is the side whose words
    an anchor stands in, by the anchor's key, and `author` the writer's own.
    """

    sentences: Sequence[Sentence]
    anchors: Sequence[Sequence[Anchor]]
    actors: Sequence[Sequence[ActorMention]]
    present: Sequence[ActorMention]
    speaking: dict[tuple[int, int], str | None]
    author: str | None
    told: Told
    read: dict[tuple[int, int], list[Read]]

    def at(self, anchor: Anchor) -> list[Read]:
        """What the rules read at an anchor."""
        return self.read.get(anchor.key, [])

    def standing(self, anchor: Anchor, actor: ActorMention) -> list[float]:
        """The numbers of an actor's standing to an anchor."""
        own: list[float] = actor_features(
            anchor, actor, self.sentences, self.at(anchor), self.speaking[anchor.key], self.author
        ).tolist()
        return own + self.told.of(anchor, actor.party.side)


def candidates(
    prepared: Prepared, read: Sequence[Read], common: Callable[[str], bool]
) -> Candidates:
    """The candidates of a document; `common` tells the language's common words from rare ones."""
    found = [list(anchors(s, prepared.sites, common)) for s in prepared.sentences]
    met = [list(actors(s, prepared.parties, prepared.attributions)) for s in prepared.sentences]
    by_key: dict[tuple[int, int], list[Read]] = {}
    for draft, claim in read:
        key = key_of(draft)
        if key is not None:
            by_key.setdefault(key, []).append((draft, claim))
    author = prepared.parties.author
    speaking = {
        anchor.key: prepared.attributions.side_speaking(
            prepared.sentences[anchor.sentence],
            prepared.sentences[anchor.sentence][anchor.governor],
        ) or author
        for row in found for anchor in row
    }  # fmt: skip
    return Candidates(
        prepared.sentences, found, met, present(met, author), speaking, author,
        Told([d for d, _ in read]), by_key,
    )  # fmt: skip
