"""From a draft to a claim: time, speakers, certainty, words of evidence, confidence."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.language import Sentence, Token
from holdfast.model import (
    CONTROL_KINDS,
    Actor,
    Claim,
    Document,
    Kind,
    Place,
    PlaceKind,
    Quote,
    Realis,
)
from holdfast.model.ids import stable_id
from holdfast.reading.certainty.analysis import Stance, analyse
from holdfast.reading.certainty.truth import is_doubt
from holdfast.reading.events.called import called
from holdfast.reading.events.drafts import Draft
from holdfast.reading.events.infer import Inference
from holdfast.reading.events.lists import Site
from holdfast.reading.events.predicate import CLAUSES
from holdfast.reading.events.states import framing_of
from holdfast.reading.parties.names import armies
from holdfast.reading.parties.party import Party
from holdfast.reading.places.mention import Mention
from holdfast.reading.speakers.attribution import Attributions
from holdfast.reading.times.attach import EventClock
from holdfast.theatre import Theatre

#: Modes in which a control predicate tells no state of the map; it is a statement about one.
_NOT_TOLD: frozenset[Realis] = frozenset({"planned", "wanted", "hypothetical"})
#: Claims that say nothing unless they say whose.
_NAMED_ONLY: frozenset[Kind] = frozenset({"withdrawal", "control_lost", "control_held", "advance"})
#: A claim read with less than this is not printed; it is below the reader's own noise.
MIN_CONFIDENCE = 0.3
#: Evidence longer than this many characters is cut back to the words around the predicate.
MAX_EVIDENCE = 320
#: How far "near X" and "the X direction" reach beyond the place (km).
BESIDE_KM, SECTOR_KM = 15.0, 30.0


class ClaimMaker:
    """Makes the claims of one document."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], clock: EventClock,
        attributions: Attributions, theatre: Theatre | None, inference: Inference,
    ) -> None:  # fmt: skip
        """The rooms of one reading, all for the same document."""
        self.document = document
        self.sentences = sentences
        self.clock = clock
        self.attributions = attributions
        self.theatre = theatre
        self.inference = inference

    def claim(self, draft: Draft, *, weighed: bool = False) -> Claim | None:
        """The claim of a draft; None where nothing of it is sure enough.

        With `weighed`, the draft is the scorer's: what is told as planned, asked or foreseen is then
        nothing at all, not a statement.
        """
        sentence, trigger = draft.sentence, draft.predicate.token
        stance = analyse(sentence, trigger, noun=draft.predicate.noun)
        speakers, rules = self.attributions.chain(sentence, trigger)
        spoken_for = next((s.side for s in reversed(speakers) if s.side is not None), None)
        draft = self.inference.complete(draft, stance, spoken_for)
        if draft.side is None and draft.kind in _NAMED_ONLY:
            return None
        kind, realis = self._mode(draft, stance)
        if weighed and (kind != draft.kind or realis in _NOT_TOLD or realis == "predicted"):
            # What looks like a plan, a question or a forecast is one, however it is worded.
            return None
        if kind == "statement" and not speakers:
            # What the writer wants or fears is nobody's assessment but the writer's mood.
            return None
        here = draft.site is not None and draft.site.sentence == sentence.index
        at = draft.site.token if draft.site is not None and here else None
        time, time_rule = self.clock.time_of(sentence, trigger, stance, kind, at)
        if realis in {"actual", "ongoing"} and self.clock.is_history(time):
            realis = "historical"
        doubt = self._doubt_after(sentence)
        certainty = stance.certainty
        because = [*draft.because, time_rule, *rules, *stance.because]
        if doubt and certainty != "possible":
            certainty = "possible"
            because.append("certainty.unverified-after")
        place, place_score = self._place(draft.site)
        if draft.site is not None and place is None and draft.site.mention is not None:
            return None
        confidence = draft.confidence * (0.5 + 0.5 * place_score)
        if confidence < MIN_CONFIDENCE:
            return None
        evidence = self._evidence(draft)
        framing = called(sentence, trigger) or framing_of(draft.predicate, evidence.text)
        side = draft.side.side if draft.side else None
        return Claim(
            id=stable_id(
                "c", self.document.id, kind, side, place.id or place.name if place else None,
                stance.polarity, draft.counted.quantity.written if draft.counted else None,
                evidence.start, evidence.end,
            ),
            document=self.document.id,
            language=self.document.language,
            kind=kind,
            side=side,
            actor=self.actor(draft.side),
            target=self.actor(draft.target),
            place=place,
            time=time,
            polarity=stance.polarity,
            certainty=certainty,
            realis=realis,
            speakers=speakers,
            quantity=draft.counted.quantity if draft.counted else None,
            framing=framing,
            evidence=evidence,
            confidence=round(confidence, 3),
            because=tuple(dict.fromkeys([*because, *self._words(draft)])),
        )  # fmt: skip

    # -- parts ------------------------------------------------------------------------------

    @staticmethod
    def _mode(draft: Draft, stance: Stance) -> tuple[Kind, Realis]:
        """What must, should or might be done is no claim of control but a statement."""
        if draft.kind in CONTROL_KINDS | {"territory_extent"} and stance.realis in _NOT_TOLD:
            return "statement", stance.realis
        if draft.kind == "control_gained" and "certainty.begin" in stance.because:
            # Clearing a town begun is not a town taken.
            return "advance", stance.realis
        if draft.kind in CONTROL_KINDS and stance.realis == "predicted":
            # "May fall to the advancing troops" is told as under way; "will" and "could" are not.
            under_way = "realis.epistemic" in stance.because and draft.side is not None
            return (draft.kind if under_way else "statement"), stance.realis
        return draft.kind, stance.realis

    @staticmethod
    def _words(draft: Draft) -> list[str]:
        """From which words the frame read it: its predicate, and the word for a place that is not
        the place's name.
        """
        particle = f" {draft.predicate.particle}" if draft.predicate.particle else ""
        words = [f"word:{draft.predicate.token.text}{particle}"]
        site = draft.site
        mention = site.mention if site is not None else None
        if site is not None and mention is not None and not (
            mention.sentence == site.sentence and mention.covers(site.token.i)
        ):  # fmt: skip
            words.append(f"place-word:{site.token.text}")
        return words

    def _doubt_after(self, sentence: Sentence) -> bool:
        """Whether the next sentence says that the reports are not confirmed."""
        if sentence.index + 1 >= len(self.sentences):
            return False
        following = self.sentences[sentence.index + 1]
        return following.block == sentence.block and is_doubt(following)

    def actor(self, party: Party | None) -> Actor | None:
        """The party as claims record it: in the theatre's name, or its own."""
        if party is None:
            return None
        name = party.name
        if self.theatre is not None and (side := self.theatre.side(party.side)) is not None:
            # A group of a many-headed side keeps its own name too: "YPG, Syrian Democratic Forces".
            own = party.rule == "party.body" and party.name not in {side.name, side.id}
            name = f"{party.name}, {side.name}" if own else side.name
        elif party.fights and (army := armies().get(party.side)) is not None:
            word = name.removeprefix(party.side).strip(" ()")
            named = dict.fromkeys([*filter(None, word.split(", ")), *army.split(", ")])
            name = f"{party.side} ({', '.join(named)})"
        return Actor(party.written, name, party.side)

    def _place(self, site: Site | None) -> tuple[Place | None, float]:
        if site is None or site.mention is None:
            return None, 1.0
        return place_of(site.mention, beside=site.beside)

    def _evidence(self, draft: Draft) -> Quote:
        """The shortest stretch of the sentence with the predicate, its parties and its place."""
        sentence, trigger = draft.sentence, draft.predicate.token
        tokens = {trigger.i}
        tokens |= {
            t.i
            for t in sentence.children(trigger, "aux", "compound:prt")
            if abs(t.i - trigger.i) < 6
        }
        tokens |= {
            t.i
            for t in sentence.children(trigger, "advmod")
            if t.low in {"not", "n't", "never", "n’t"}
        }
        for argument in draft.predicate.fill(
            "agent", "patient", "possessor", "of", "from", "to", "by"
        ):
            if (
                argument.distance < 2
                and abs(argument.token.i - trigger.i) < 25
                and self._is_used(draft, argument.token)
            ):
                tokens |= {t.i for t in _phrase(sentence, argument.token)}
        if draft.site is not None and draft.site.sentence == sentence.index:
            mention = draft.site.mention
            tokens.add(draft.site.token.i)
            if mention is not None and mention.sentence == sentence.index:
                phrase = {t.i for t in sentence.subtree(draft.site.token)}
                named = draft.site.rule == "place.inside"
                if named or mention.covers(draft.site.token.i) or mention.head in phrase:
                    tokens |= set(range(mention.first, mention.through + 1))
        if draft.counted is not None:
            tokens |= set(range(draft.counted.first, draft.counted.last + 1))
        first, last = min(tokens), max(tokens)
        start, end = sentence[first].start, sentence[last].end
        if end - start > MAX_EVIDENCE:
            start = max(start, trigger.start - MAX_EVIDENCE // 2)
            end = min(end, trigger.end + MAX_EVIDENCE // 2)
            start = min((t.start for t in sentence if t.end > start), default=start)
            end = max((t.end for t in sentence if t.start < end), default=end)
        return Quote(start, end, self.document.text[start:end])

    @staticmethod
    def _is_used(draft: Draft, token: Token) -> bool:
        """Whether an argument is the draft's side or place, not some other phrase."""
        site = draft.site
        if site is not None and (
            token.i == site.token.i or (site.mention is not None and site.mention.covers(token.i))
        ):
            return True
        if draft.side is None:
            return True
        return token.text in draft.side.written


def place_of(mention: Mention, *, beside: bool = False) -> tuple[Place | None, float]:
    """The place of a mention and how sure it is; a name no gazetteer knows stays, unplaced."""
    chosen = mention.chosen
    if chosen is None:
        if mention.metonym:
            return None, 0.0
        return Place(mention.written, mention.written, kind=mention.shape or "PPL", score=0.0), 0.6
    kind: PlaceKind = chosen.kind
    radius = chosen.radius_km
    if mention.shape is not None and chosen.kind == "PPL":
        kind, radius = mention.shape, radius + SECTOR_KM
    elif (beside or mention.beside) and chosen.kind == "PPL":
        kind, radius = "SECTOR", radius + BESIDE_KM
    return (
        Place(
            written=mention.written, name=chosen.name, id=chosen.id, lat=chosen.lat, lon=chosen.lon,
            kind=kind, radius_km=radius, score=mention.score, country=chosen.country,
            admin1=chosen.admin1 or None,
        ),
        mention.score,
    )  # fmt: skip


def _phrase(sentence: Sentence, token: Token) -> list[Token]:
    return sentence.subtree(token, without=(*CLAUSES, "conj", "punct"))
