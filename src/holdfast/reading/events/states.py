"""Control told without a verb of control: states, premodifiers, and the words that frame."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import Kind
from holdfast.reading.events.drafts import Draft
from holdfast.reading.events.frames import Frame
from holdfast.reading.events.lists import Site
from holdfast.reading.events.predicate import Argument, Predicate, controller, preposition
from holdfast.reading.events.sites import Sites
from holdfast.reading.events.topics import is_country
from holdfast.reading.lexicon import load
from holdfast.reading.parties.party import Party
from holdfast.reading.parties.resolve import Parties
from holdfast.reading.speakers.attribution import Attributions
from holdfast.reading.stems import stems


class _State(msgspec.Struct, frozen=True):
    id: str
    nouns: frozenset[str]
    prepositions: frozenset[str]


class _Strongholds(msgspec.Struct, frozen=True):
    nouns: frozenset[str]


class _Changes(msgspec.Struct, frozen=True):
    began: frozenset[str]
    ended: frozenset[str]
    out_of: frozenset[str]


class _Participles(msgspec.Struct, frozen=True):
    held: frozenset[str]
    gained: frozenset[str]
    bare: frozenset[str]


class States(msgspec.Struct, frozen=True):
    """The data file `states.toml`."""

    state: tuple[_State, ...]
    strongholds: _Strongholds
    changes: _Changes
    participles: _Participles
    framing: dict[str, tuple[str, ...]]
    situations: frozenset[str]
    showing: frozenset[str]


def state_words() -> States:
    """The words of English."""
    return load("events", "states", States)


def state_drafts(
    sentence: Sentence, parties: Parties, sites: Sites, attributions: Attributions
) -> Iterator[Draft]:
    """Claims of "X is under A's control", "X is back in A's hands"."""
    lexicon = state_words()
    for token in sentence:
        for state in lexicon.state:
            if token.low in state.nouns and preposition(sentence, token) in state.prepositions:
                speaker = attributions.side_speaking(sentence, token)
                yield from _state(sentence, token, state.id, speaker, parties, sites)


def location_drafts(
    sentence: Sentence, parties: Parties, sites: Sites, attributions: Attributions
) -> Iterator[Draft]:
    """Claims of "their troops are in X", "there are rebels in X", "X is ours", "X is Ukrainian",
    "X has been under the rebels", "X remains with the army".
    """
    for token in sentence:
        speaker = attributions.side_speaking(sentence, token)
        if sentence.children(token, "cop") or _shares_copula(sentence, token):
            yield from _copular(sentence, token, speaker, parties, sites)
        elif token.upos == "ADJ" and any(
            t.low in _STILL for t in sentence.children(token, "advmod")
        ):
            yield from _belongs(sentence, token, sites.topic(sentence, token), parties)
        if token.lemma in state_words().showing:
            yield from _present(sentence, token, "obj", speaker, parties, sites)
        if token.lemma == "be" and sentence.children(token, "expl"):
            yield from _present(sentence, token, "nsubj", speaker, parties, sites)
        if preposition(sentence, token) in {"under", "with"}:
            yield from _under(sentence, token, speaker, parties, sites)


_STILL = frozenset({"still", "again", "now"})


def _shares_copula(sentence: Sentence, token: Token) -> bool:
    """As in "Is quiet and under the army": the copula stands with the first of the coordinated."""
    if token.relation != "conj" or sentence.children(token, "nsubj"):
        return False
    return bool(sentence.children(sentence.first_conjunct(token), "cop"))


def _copular(
    sentence: Sentence, token: Token, speaker: str | None, parties: Parties, sites: Sites
) -> Iterator[Draft]:
    subject = _who(sentence, token)
    if subject is None:
        return
    if token.low in {"ours", "theirs"}:
        side = parties.of(sentence, token, speaker)
        if side is not None:
            yield from _located(sentence, token, side, sites.at(sentence, subject), "control_held")
    elif token.upos in {"ADJ", "PROPN"} and preposition(sentence, token) is None:
        yield from _belongs(sentence, token, sites.at(sentence, subject), parties)
    elif preposition(sentence, token) in {"in", "inside", "on", "at"} or token.low in _THERE:
        party = parties.of(sentence, subject, speaker)
        if party is not None and party.fights and (
            subject.low in parties.words.forces or subject.upos in {"PROPN", "PRON"}
        ):  # fmt: skip
            at_edge = token.low in {"outskirts", "approaches", "gates", "edge", "suburbs"}
            kind: Kind = "advance" if at_edge else "control_held"
            found = sites.at(sentence, token)
            if token.low in _THERE and not found:
                found = sites.taken_up(sentence, token)
            yield from _located(sentence, token, party, found, kind)


#: Adverbs that take up the place spoken of.
_THERE = frozenset({"there", "here", "inside"})


def _who(sentence: Sentence, token: Token) -> Token | None:
    """The subject of a copula, or the one that it takes over ("is said to be in Kyaukme", "is quiet
    and under the army").
    """
    subject = sentence.child(token, "nsubj")
    if subject is not None:
        return subject
    found = controller(sentence, token, passive=False)
    return found.token if found is not None else None


def _belongs(
    sentence: Sentence, token: Token, found: list[Site], parties: Parties
) -> Iterator[Draft]:
    """As in "X is Ukrainian", "X: still Ukrainian"."""
    named = next((n for n in parties.names_in(sentence) if n.covers(token.i)), None)
    side = parties.named_party(sentence, named) if named is not None else None
    if side is not None and named is not None and named.referent.role in {"adjective", "side"}:
        placed = [s for s in found if s.mention is not None]
        yield from _located(sentence, token, side, placed, "control_held")


def _present(
    sentence: Sentence, verb: Token, who: str, speaker: str | None, parties: Parties, sites: Sites
) -> Iterator[Draft]:
    """As in "there are rebels in X", "footage shows Ukrainian forces in central X": whom a verb's
    subject or object, `who`, tells to be in a place.
    """
    force = sentence.child(verb, who)
    if force is None or force.low not in parties.words.forces:
        return
    party = parties.of(sentence, force, speaker)
    if party is None or not party.fights:
        return
    for place in (*sentence.children(verb, "obl"), *sentence.children(force, "nmod")):
        if preposition(sentence, place) in {"in", "inside", "at"}:
            yield from _located(sentence, verb, party, sites.at(sentence, place), "control_held")


def _under(
    sentence: Sentence, token: Token, speaker: str | None, parties: Parties, sites: Sites
) -> Iterator[Draft]:
    """As in "X has been under the army since May", "both remain with the rebels"."""
    head = sentence.head(token)
    copular = bool(sentence.children(token, "cop")) or _shares_copula(sentence, token)
    stays = (
        head is not None
        and token.relation == "obl"
        and head.lemma in {"be", "remain", "stay", "come", "fall"}
    )
    if not copular and not stays:
        return
    party = parties.of(sentence, token, speaker)
    if party is None or not party.fights:
        return
    subject = _who(sentence, token if copular or head is None else head)
    if subject is None or (parties.of(sentence, subject) is not None and subject.upos != "PRON"):
        return
    kind: Kind = (
        "control_gained" if head is not None and head.lemma in {"come", "fall"} else "control_held"
    )
    yield from _located(sentence, token, party, sites.at(sentence, subject), kind)


def stronghold_drafts(sentence: Sentence, parties: Parties, sites: Sites) -> Iterator[Draft]:
    """Claims of "the rebel stronghold of X", "X, the group's last bastion"."""
    for token in sentence:
        if token.low not in state_words().strongholds.nouns:
            continue
        side = parties.owner(sentence, token)
        if side is None or (
            token.low == "capital"
            and (
                side.rule in {"party.adjective", "party.side"} or not _is_de_facto(sentence, token)
            )
        ):
            continue
        found = [s for s in sites.at(sentence, token) if s.mention is not None]
        governor = sentence.head(token)
        if not found and governor is not None and token.relation in {"appos", "acl", "nmod"}:
            found = [s for s in sites.at(sentence, governor) if s.mention is not None]
        subject = sentence.child(token, "nsubj")
        if not found and subject is not None:
            found = [s for s in sites.at(sentence, subject) if s.mention is not None]
        yield from _located(sentence, token, side, found[:1], "control_held")


def _is_de_facto(sentence: Sentence, token: Token) -> bool:
    return any(
        t.low in {"facto", "self-declared", "declared", "self-proclaimed"}
        for t in sentence.tokens[max(0, token.i - 4) : token.i]
    )


def _located(
    sentence: Sentence, token: Token, side: Party, found: list[Site], kind: Kind
) -> Iterator[Draft]:
    predicate = Predicate(token, token.low, "", False, False, (Argument("patient", token),))
    for site in found:
        if site.mention is not None and not is_country(site.mention):
            # Troops that are in a country do not hold it.
            yield Draft(
                sentence, predicate, _frame("be-at", kind), kind, side, None, site, None,
                ("be-at.state", side.rule, site.rule), 0.85,
            )  # fmt: skip


def _state(
    sentence: Sentence, noun: Token, id: str, speaker: str | None, parties: Parties, sites: Sites
) -> Iterator[Draft]:
    side = parties.owner(sentence, noun, speaker)
    if side is None:
        side = next(
            (
                party
                for child in sentence.children(noun, "nmod")
                if preposition(sentence, child) == "of"
                and (party := parties.of(sentence, child)) is not None
            ),
            None,
        )
    if side is None or noun.low == "siege":
        return
    verb = sentence.head(noun) if noun.relation in {"obl", "nmod", "advcl", "xcomp"} else None
    subject = _subject(sentence, noun, verb)
    if subject is None:
        return
    kind: Kind = "control_held"
    words = set(stems(verb)) if verb is not None else set()
    if words & state_words().changes.began:
        kind = "control_gained"
    if preposition(sentence, noun) in state_words().changes.out_of:
        if not words & state_words().changes.ended:
            return
        kind = "control_lost"
    anchor = verb if verb is not None and verb.upos == "VERB" else noun
    predicate = Predicate(anchor, noun.low, "", False, False, (Argument("patient", subject),))
    found = sites.at(sentence, subject)
    if not found and subject.low in state_words().situations:
        # "The situation in X is under our control."
        where = [c for c in sentence.children(subject, "nmod", "obl")
                 if preposition(sentence, c) in {"in", "at", "around"}]  # fmt: skip
        found = [site for child in where for site in sites.at(sentence, child)]
    for site in found:
        if site.mention is None and not site.ground:
            continue
        yield Draft(
            sentence, predicate, _frame(id, kind), kind, side, None, site, None,
            (f"{id}.state", side.rule, site.rule), 0.9,
        )  # fmt: skip


def _subject(sentence: Sentence, noun: Token, verb: Token | None) -> Token | None:
    """Whose state it is: the subject of the copula, of the verb, or its object ("keep X under")."""
    subject = sentence.child(noun, "nsubj", "nsubj:outer")
    if subject is not None:
        return subject
    if verb is None:
        return sentence.head(noun) if noun.relation in {"acl", "nmod"} else None
    if verb.upos in {"NOUN", "PROPN"}:
        return verb
    if verb.lemma in {"keep", "bring", "put", "place", "leave", "hold", "take", "return"}:
        found = sentence.child(verb, "nsubj:pass", "obj")
        if found is not None:
            return found
    found = sentence.child(verb, "nsubj", "nsubj:pass")
    if found is not None and found.low not in {"which", "that", "who"}:
        return found
    if verb.dep == "acl:relcl":
        return sentence.head(verb)
    control = controller(sentence, verb, passive=False)
    return control.token if control is not None else None


def premodifier_drafts(sentence: Sentence, parties: Parties, sites: Sites) -> Iterator[Draft]:
    """Claims of "Russian-occupied Izium", "the rebel-held town of X", "Kurdish-controlled areas"."""
    lexicon = state_words()
    for token in sentence:
        held = token.low in lexicon.participles.held
        if not held and token.low not in lexicon.participles.gained:
            continue
        if token.i < 2 or sentence[token.i - 1].text not in {"-", "–"}:
            if token.low in lexicon.participles.bare:
                yield from _occupied(sentence, token, sites)
            continue
        owner = sentence[token.i - 2]
        party = next(
            (
                p for n in parties.names_in(sentence) if n.covers(owner.i)
                for p in [parties.named_party(sentence, n)] if p is not None
            ),
            None,
        ) or parties.of(sentence, owner)  # fmt: skip
        noun = sentence.head(token)
        if party is None or noun is None or noun.i <= token.i or noun.i - token.i > 8:
            continue
        kind: Kind = "control_held" if held else "control_gained"
        predicate = Predicate(token, token.low, "", False, True, (Argument("patient", noun),))
        for site in sites.at(sentence, noun):
            if site.mention is None:
                continue
            yield Draft(
                sentence, predicate, _frame("held-by", kind), kind, party, None, site, None,
                ("held-by.premodifier", party.rule, site.rule), 0.85,
            )  # fmt: skip


def _occupied(sentence: Sentence, token: Token, sites: Sites) -> Iterator[Draft]:
    """As in "occupied Crimea", by whom is not said: whose it is not, the first lines tell."""
    noun = sentence.head(token)
    past = any(
        t.low in {"formerly", "previously", "once", "newly"}
        for t in sentence.children(token, "advmod")
    )
    if noun is None or token.relation != "amod" or noun.i <= token.i or past:
        return
    predicate = Predicate(token, token.low, "", False, True, (Argument("patient", noun),))
    for site in sites.at(sentence, noun):
        if site.mention is not None:
            yield Draft(
                sentence, predicate, _frame("occupied", "control_held"), "control_held", None, None,
                site, None, ("occupied.premodifier", site.rule), 0.8,
            )  # fmt: skip


def _frame(id: str, kind: Kind) -> Frame:
    return Frame(id=id, kind=kind)


def framing_of(predicate: Predicate, words: str) -> str | None:
    """The word by which this telling frames its event; None where it is nobody's word.

    In: the predicate and the text of its clause. Out: the word as it stands in the list.
    """
    lemma = f"{predicate.lemma} {predicate.particle}".strip()
    for terms in state_words().framing.values():
        if predicate.lemma in terms or lemma in terms:
            return predicate.lemma
        for term in terms:
            if " " in term and term in words.lower():
                return term
    return None
