"""Predicates with their arguments, made alike from actives, passives, relatives and nouns."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from holdfast.language import Sentence, Token

#: Verbs whose object, not subject, does what the infinitive below them says.
OBJECT_CONTROL = frozenset(
    "force order allow make compel enable tell urge help let cause lead get drive prompt ask permit "
    "oblige instruct command push lure invite encourage send see watch leave".split()
)
#: Verbs that say a state lasts; what belongs to the state belongs to them.
LASTING = frozenset({"remain", "stay", "keep", "hold", "sit"})
#: Clauses below which an argument belongs to another predicate.
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "parataxis", "csubj"})
_RELATIVES = frozenset({"who", "whom", "which", "that", "where", "whose"})
_PARTICLES = frozenset(
    "out back over up down off away in on forward through behind aside apart ahead".split()
)
_PREPOSITIONS = {"onto": "on", "outof": "from", "upon": "on", "back": "from"}


class Argument(msgspec.Struct, frozen=True):
    """A phrase that a predicate governs, by its head token.

    `role` is agent, patient, possessor, adjective, compound, or a preposition. `distance` is 0
    for the predicate's own dependent, 1 for one shared or inherited, 2 for one that the parser
    hung on a neighbour.
    """

    role: str
    token: Token
    distance: int = 0


class Predicate(msgspec.Struct, frozen=True):
    """A verb or event noun with its arguments; `particle` is "" where it has none."""

    token: Token
    lemma: str
    particle: str
    noun: bool
    passive: bool
    arguments: tuple[Argument, ...]

    def fill(self, *roles: str) -> list[Argument]:
        """Arguments with one of the roles, in the roles' order, the nearer first."""
        return sorted(
            (a for a in self.arguments if a.role in roles),
            key=lambda a: (roles.index(a.role), a.distance, abs(a.token.i - self.token.i)),
        )


def preposition(sentence: Sentence, token: Token) -> str | None:
    """The preposition of a phrase, "out of" and "back from" counting as "from"; None without one."""
    cases = [c for c in sentence.children(token, "case") if c.low not in {"'s", "’s", "'", "’"}]
    if not cases:
        return None
    words = [w for c in cases for w in (c.low, *(f.low for f in sentence.children(c, "fixed")))]
    if "out" in words and "of" in words:
        return "from"
    if words[0] == "because":
        return "because"
    last = words[-1]
    if last in {"of", "to"} and len(words) > 1:
        joined = " ".join(words)
        if joined in {"outside of", "inside of", "ahead of"}:
            return words[0]
        if joined in {"close to", "next to"}:
            return "near"
        if joined == "according to":
            return "according"
    return _PREPOSITIONS.get(last, last)


def is_passive(sentence: Sentence, token: Token) -> bool:
    """Whether a verb form is passive: by its auxiliary, subject or participle."""
    if sentence.children(token, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    perfect = any(
        t.low in {"has", "have", "had", "having"} for t in sentence.children(token, "aux")
    )
    if token.relation == "conj" and not sentence.children(token, "aux"):
        # "Had occupied A and advanced near B": the auxiliary stands with the first verb alone.
        first = sentence.first_conjunct(token)
        if any(t.low in {"has", "have", "had"} for t in sentence.children(first, "aux")):
            return bool(sentence.children(first, "aux:pass"))
    if token.feats.get("Voice") == "Pass" and not perfect and not sentence.children(token, "obj"):
        return True
    bare = not sentence.children(token, "aux", "nsubj")
    return (
        token.xpos == "VBN"
        and bare
        and token.relation in {"acl", "amod", "advcl", "root", "parataxis"}
    )


def verb_predicate(sentence: Sentence, token: Token, lemma: str) -> Predicate:
    """A verb with what it governs, shares, inherits and what hangs beside it."""
    passive = is_passive(sentence, token)
    arguments = list(_own(sentence, token, passive))
    have = {a.role for a in arguments}
    if not have & {"patient" if passive else "agent"}:
        agent = controller(sentence, token, passive=passive)
        if agent is not None:
            arguments.append(agent)
            have.add(agent.role)
    arguments += _relative(sentence, token, have, passive)
    have = {a.role for a in arguments}
    if "patient" not in have:
        arguments += _shared_object(sentence, token)
    arguments += _beside(sentence, token, arguments)
    return Predicate(token, lemma, _particle(sentence, token), False, passive, tuple(arguments))


def _own(sentence: Sentence, token: Token, passive: bool) -> Iterator[Argument]:
    for child in sentence.children(token):
        if child.low in _RELATIVES and token.relation in {"acl", "advcl"}:
            continue
        if child.dep in {"nsubj:pass"}:
            yield Argument("patient", child)
        elif child.relation == "nsubj":
            yield Argument("patient" if passive else "agent", child)
        elif child.relation == "obj":
            yield Argument("patient", child)
        elif child.dep == "obl:agent":
            yield Argument("agent", child)
        elif child.relation in {"obl", "nmod"}:
            role = preposition(sentence, child)
            if role == "by" and passive:
                yield Argument("agent", child)
            elif role is not None:
                for part in sentence.conjuncts(child):
                    yield Argument(preposition(sentence, part) or role, part)
                yield from _towards(sentence, child)
        elif child.relation == "xcomp" and token.lemma in LASTING:
            yield from _of_complement(sentence, child)
        elif child.relation == "advmod" and child.low in {"there", "here"}:
            yield Argument("in", child)
        elif child.relation == "advmod":
            yield from _of_adverb(sentence, child)


def _towards(sentence: Sentence, noun: Token) -> Iterator[Argument]:
    """As in "In the direction of the river": toward it."""
    if noun.low == "direction":
        for child in sentence.children(noun, "nmod"):
            if preposition(sentence, child) == "of":
                yield Argument("towards", child, 1)


def _of_complement(sentence: Sentence, state: Token) -> Iterator[Argument]:
    """As in "Remain trapped in the plant": where the state is."""
    for child in sentence.children(state, "obl"):
        role = preposition(sentence, child)
        if role is not None:
            yield Argument(role, child, 1)


def _of_adverb(sentence: Sentence, adverb: Token) -> Iterator[Argument]:
    """As in "Out of the town", "back from the river", parsed as phrases of the adverb."""
    for child in sentence.children(adverb, "obl", "nmod"):
        role = preposition(sentence, child)
        if role is not None:
            out = adverb.low in {"out", "away", "back"} and role in {"of", "from"}
            yield Argument("from" if out else role, child)


def controller(
    sentence: Sentence, token: Token, *, passive: bool, steps: int = 0
) -> Argument | None:
    """The subject that a verb without one takes from the words it hangs on."""
    if steps > 6 or (governor := sentence.head(token)) is None:
        return None
    role = "patient" if passive else "agent"
    relation = token.relation
    if relation == "conj":
        return _subject_of(sentence, governor, role, steps)
    if relation in {"xcomp", "advcl", "ccomp"} and token.dep != "advcl:relcl":
        if relation == "ccomp":
            return _around_parenthesis(sentence, token, governor, role, steps)
        if relation == "xcomp" and governor.lemma in OBJECT_CONTROL:
            controlled = sentence.child(governor, "obj", "nsubj:pass")
            if controlled is not None:
                return Argument(role, controlled, 1)
        return _subject_of(sentence, governor, role, steps)
    if token.dep == "acl" and not sentence.children(token, "mark"):
        if token.xpos == "VBN":
            return Argument("patient", governor, 1) if passive else None
        return Argument(role, governor, 1)
    if token.dep == "acl":
        owner = sentence.child(governor, "nmod:poss")
        if owner is not None:
            return Argument(role, owner, 1)
        return _subject_of(sentence, governor, role, steps)
    return None


def _around_parenthesis(
    sentence: Sentence, token: Token, governor: Token, role: str, steps: int
) -> Argument | None:
    """As in "The airport, she said, had been taken": the first of two subjects is the content's. A content
    clause without any takes its speaker only where it is not finite ("denies having left").
    """
    subjects = sentence.children(governor, "nsubj", "nsubj:pass", "nsubj:outer")
    if len(subjects) > 1:
        return Argument(role, subjects[0], 1)
    if sentence.children(token, "mark") or token.feats.get("VerbForm") == "Fin":
        return None
    if any(t.feats.get("VerbForm") == "Fin" for t in sentence.children(token, "aux", "aux:pass")):
        return None
    return _subject_of(sentence, governor, role, steps)


def _subject_of(sentence: Sentence, governor: Token, role: str, steps: int) -> Argument | None:
    """The governor's own subject, or what it takes over in turn."""
    # Of two subjects ("A minister: our troops continue …") the one beside the verb is its own.
    subjects = sentence.children(governor, "nsubj", "nsubj:pass", "nsubj:outer")
    subject = min(subjects, key=lambda t: abs(t.i - governor.i), default=None)
    if subject is not None and subject.low not in _RELATIVES:
        return Argument(role, subject, 1)
    if governor.upos in {"VERB", "AUX", "ADJ", "NOUN"}:
        if governor.dep in {"acl:relcl"} and (above := sentence.head(governor)) is not None:
            return Argument(role, above, 1)
        found = controller(sentence, governor, passive=False, steps=steps + 1)
        if found is not None:
            return Argument(role, found.token, 1)
    return None


def _relative(
    sentence: Sentence, token: Token, have: set[str], passive: bool
) -> Iterator[Argument]:
    """The noun that a relative clause is about, in the role of its pronoun or gap."""
    if token.dep not in {"acl:relcl", "advcl:relcl"} or (noun := sentence.head(token)) is None:
        clause = next((a for a in sentence.ancestors(token) if a.dep == "acl:relcl"), None)
        if clause is None or token.relation not in {"conj", "xcomp"}:
            return
        noun = sentence.head(clause)
        if noun is None:
            return
    for child in sentence.children(token):
        if child.low in _RELATIVES:
            if child.relation == "nsubj":
                yield Argument(
                    "patient" if passive or child.dep == "nsubj:pass" else "agent", noun, 1
                )
            elif child.relation == "obj":
                yield Argument("patient", noun, 1)
            elif child.relation in {"obl", "advmod"}:
                yield Argument(preposition(sentence, child) or "in", noun, 1)
            return
    if "agent" not in have and not passive:
        yield Argument("agent", noun, 1)
    elif "patient" not in have:
        yield Argument("patient", noun, 1)


def _shared_object(sentence: Sentence, token: Token) -> Iterator[Argument]:
    """As in "Captured and held the town": the object of a later coordinated verb."""
    for other in sentence.children(token, "conj"):
        if other.upos == "VERB" and not sentence.children(other, "nsubj", "nsubj:pass"):
            shared = sentence.child(other, "obj")
            between = [
                t for t in sentence.tokens[token.i + 1 : other.i] if t.upos in {"NOUN", "PROPN"}
            ]
            if shared is not None and not between:
                yield Argument("patient", shared, 1)


def _beside(sentence: Sentence, token: Token, arguments: list[Argument]) -> Iterator[Argument]:
    """Phrases with a preposition that hang on the object, on another such phrase, or on the
    governing verb of a complement: where the parser's guess and the meaning often part.
    """
    seen = {a.token.i for a in arguments}
    hosts = [a.token for a in arguments if a.role == "patient" or a.distance == 0]
    for host in hosts:
        for child in sentence.children(host, "nmod", "obl"):
            role = preposition(sentence, child)
            after = child.i > token.i or (role == "from" and host.i < token.i)
            if role is not None and child.i not in seen and after:
                seen.add(child.i)
                for part in sentence.conjuncts(child):
                    yield Argument(preposition(sentence, part) or role, part, 2)
    if token.relation in {"xcomp", "advcl", "conj"} and (governor := sentence.head(token)):
        for child in sentence.children(governor, "obl"):
            role = preposition(sentence, child)
            if role is not None and child.i not in seen and child.i > token.i:
                yield Argument(role, child, 2)


def _particle(sentence: Sentence, token: Token) -> str:
    for child in sentence.children(token, "compound:prt", "advmod", "compound"):
        if child.low in _PARTICLES and 0 < child.i - token.i <= 4:
            return child.low
    following = sentence[token.i + 1] if token.i + 1 < len(sentence) else None
    if (
        following is not None
        and following.low in _PARTICLES
        and following.upos in {"ADP", "ADV", "PART"}
        and (
            following.relation in {"compound", "advmod"}
            or (following.relation == "case" and following.low in {"out", "back", "over", "up"})
        )
    ):
        return following.low
    return ""


def noun_predicate(sentence: Sentence, token: Token, lemma: str) -> Predicate:
    """An event noun with its possessor, modifiers and phrases, and those of its light verb."""
    arguments: list[Argument] = [Argument("adjective", token)]
    for child in sentence.children(token):
        if child.dep == "nmod:poss":
            arguments.append(Argument("possessor", child))
        elif child.relation == "nmod" or child.relation == "obl":
            role = preposition(sentence, child)
            if role is None:
                arguments.append(Argument("compound", child))
                continue
            for part in sentence.conjuncts(child):
                arguments.append(Argument(preposition(sentence, part) or role, part))
                if role == "of":
                    arguments.append(Argument("patient", part))
        elif child.relation in {"compound", "flat"}:
            arguments.append(Argument("compound", child))
        elif child.relation == "nsubj":
            arguments.append(Argument("agent", child))
        elif child.relation in {"acl", "advmod"}:
            arguments += _participle_by(sentence, child)
    arguments += _light(sentence, token, arguments)
    return Predicate(token, lemma, "", True, False, tuple(arguments))


def _participle_by(sentence: Sentence, participle: Token) -> Iterator[Argument]:
    for child in sentence.children(participle, "obl"):
        role = preposition(sentence, child)
        if role is not None:
            yield Argument(role, child, 1)


def _light(sentence: Sentence, token: Token, arguments: list[Argument]) -> Iterator[Argument]:
    """Phrases of the verb that the noun depends on ("fighting continued in X") and of its own
    complements ("the retreat of the units from X").
    """
    seen = {a.token.i for a in arguments}
    for argument in list(arguments):
        if argument.token.i == token.i:
            continue
        for child in sentence.children(argument.token, "nmod"):
            role = preposition(sentence, child)
            if role is not None and child.i not in seen:
                seen.add(child.i)
                for part in sentence.conjuncts(child):
                    yield Argument(preposition(sentence, part) or role, part, 2)
    governor = sentence.head(token)
    if governor is None or governor.upos not in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}:
        return
    if token.relation not in {"nsubj", "obj", "root", "obl", "conj", "xcomp"}:
        return
    for child in sentence.children(governor, "obl", "nmod"):
        role = preposition(sentence, child)
        fits = child.i > token.i or token.relation in {"nsubj", "root"}
        if role is not None and child.i not in seen and child.i != token.i and fits:
            for part in sentence.conjuncts(child):
                yield Argument(preposition(sentence, part) or role, part, 2)
    subject = sentence.child(governor, "nsubj")
    if subject is not None and token.relation == "obj":
        yield Argument("agent", subject, 1)


def phrase_top(sentence: Sentence, predicate: Predicate) -> Token:
    """The head of the noun phrase that an event noun stands in: "a campaign of terror"."""
    token = predicate.token
    while predicate.noun and token.relation in {"nmod", "conj", "compound"}:
        token = sentence[token.head]
    return token
