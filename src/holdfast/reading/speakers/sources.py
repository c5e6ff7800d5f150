"""Who the source of a verb of speech is, and who relays what that one says."""

from __future__ import annotations

from collections.abc import Iterator

from holdfast.language import Sentence, Token
from holdfast.model import Speaker
from holdfast.reading.speakers.identify import Identifier
from holdfast.reading.speakers.lexicon import kinds

RELATIVES = frozenset({"who", "which", "that"})
#: Kinds that relay what others say, and therefore come first in a chain.
_RELAYS = frozenset({"outlet", "agency", "monitor"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
#: Verbs whose subject may stand behind them: "…, said the governor".
_INVERTING = frozenset({"say", "add", "write", "tell"})
_OPENING = frozenset({",", "”", '"', "’", "—", "–"})
_ISSUING = frozenset({"issue", "release", "publish", "make", "send", "circulate", "post", "put"})


class Sources:
    """Finds the sources of one document's verbs of speech."""

    def __init__(self, identifier: Identifier) -> None:
        """`identifier` knows who can speak."""
        self.identifier = identifier

    def source(self, sentence: Sentence, verb: Token) -> Token | None:
        """The head of the phrase that names who utters; None where nothing does."""
        found = self._source(sentence, verb)
        return self.author_of(sentence, found) if found is not None else None

    def _source(self, sentence: Sentence, verb: Token) -> Token | None:
        agent = sentence.child(verb, "obl:agent")
        if agent is not None:
            return agent
        if is_passive(sentence, verb):
            return self._by_phrase(sentence, verb)
        subjects = sentence.children(verb, "nsubj")
        # Of "X, a spokesman said, had been taken" the verb of saying may be given both subjects.
        subject = max(
            (t for t in subjects if t.i < verb.i), key=lambda t: t.i,
            default=subjects[0] if subjects else None,
        )  # fmt: skip
        if subject is not None and subject.low in RELATIVES and verb.relation == "acl":
            return self._antecedent(sentence, verb, subject)
        if subject is not None:
            return self._nearer(sentence, subject, verb) or subject
        found = self._absolute(sentence, verb) or reached(sentence, verb)
        if found is not None:
            return found
        if verb.relation == "acl" and verb.xpos == "VBG":
            return sentence.head(verb)
        if verb.relation in {"conj", "xcomp", "advcl"}:
            above = self._subject_above(sentence, verb)
            if above is not None:
                return above
        # An inverted source that the parser took for an object: "..., said the governor".
        after = sentence.child(verb, "obj", "nsubj:outer", "dep")
        if after is not None and after.i > verb.i and verb.lemma in _INVERTING:
            return after
        return self._right_before(sentence, verb) if verb.relation == "parataxis" else None

    def _antecedent(self, sentence: Sentence, verb: Token, relative: Token) -> Token | None:
        """As in "people in the town, who say": who speaks is no town, whatever stands nearer."""
        head = sentence.head(verb)
        if head is None or relative.low != "who" or head.relation != "nmod":
            return head
        above = sentence.head(head)
        if above is None or above.upos not in _NOMINAL:
            return head
        can_speak = self.identifier.speaker(sentence, above).kind != "unnamed"
        mute = self.identifier.speaker(sentence, head).kind == "unnamed"
        return above if can_speak and mute else head

    @staticmethod
    def _by_phrase(sentence: Sentence, verb: Token) -> Token | None:
        for token in (*sentence.children(verb, "obl"), *sentence.tokens[verb.i :]):
            introduced = any(
                c.low == "by" and c.i > verb.i for c in sentence.children(token, "case")
            )
            if not introduced or token.upos not in _NOMINAL:
                continue
            if not any(
                t.upos == "AUX" or t.xpos in {"VBD", "VBN", "VBZ", "VBP", "VB"}
                for t in sentence.tokens[verb.i + 1 : token.i]
            ):
                return token
        return None

    @staticmethod
    def _subject_above(sentence: Sentence, verb: Token) -> Token | None:
        token = verb
        for _ in range(4):
            governor = sentence.head(token)
            if governor is None:
                return None
            subject = sentence.child(governor, "nsubj", "nsubj:pass")
            if subject is not None and subject.low not in RELATIVES:
                return subject
            token = governor
        return None

    def _nearer(self, sentence: Sentence, subject: Token, verb: Token) -> Token | None:
        """As in "videos circle on Telegram and the ministry described …": the speaker right before
        the verb, where the parser has joined it to a phrase of a subject that cannot speak.
        """
        near = sentence[verb.i - 1]
        if near.relation != "conj" or near.i == subject.i or near.upos not in {"NOUN", "PROPN"}:
            return None
        if sentence.first_conjunct(near).i == subject.i:
            return None
        can_speak = self.identifier.speaker(sentence, near).kind != "unnamed"
        mute = self.identifier.speaker(sentence, subject).kind == "unnamed"
        return near if can_speak and mute else None

    @staticmethod
    def _absolute(sentence: Sentence, verb: Token) -> Token | None:
        """As in "…, with the governor conceding that …"."""
        governor = sentence.head(verb)
        if governor is None or verb.xpos != "VBG" or verb.relation not in {"advcl", "acl"}:
            return None
        for child in sentence.children(governor, "obl", "nmod"):
            introduced = any(c.low == "with" for c in sentence.children(child, "case"))
            if introduced and governor.i < child.i < verb.i:
                return child
        return None

    @staticmethod
    def _right_before(sentence: Sentence, verb: Token) -> Token | None:
        """As in "The rebels took X, Sudan Tribune reported": the phrase between the comma and the
        verb, where the parser has joined it to what stands before the comma.
        """
        phrase = _run_before(sentence, verb.i)
        if not phrase and sentence[verb.i - 1].text == ",":
            # "…, a commander, Abu Salim, said".
            apposed = _run_before(sentence, verb.i - 1)
            phrase = _run_before(sentence, apposed[0] - 1) if apposed else range(0)
            if not any(
                sentence[i].relation == "appos" and sentence[i].head in phrase for i in apposed
            ):
                return None
        return next(
            (sentence[i] for i in phrase
             if sentence[i].head not in phrase and sentence[i].upos in {"NOUN", "PROPN"}),
            None,
        )  # fmt: skip

    # -- words that somebody made ---------------------------------------------------------------

    def author_of(self, sentence: Sentence, source: Token) -> Token:
        """As in "A report by the mission said", "the ministry's statement added", "X issued a
        statement saying …": who made the words that are the subject; else the subject itself.
        """
        if source.upos != "NOUN" or source.low not in kinds().taken_up.texts:
            return source
        owner = sentence.child(source, "nmod:poss")
        if owner is not None and owner.upos != "PRON":
            return owner
        for child in sentence.children(source, "nmod", "obl", "obl:agent"):
            if any(c.low in {"by", "of"} for c in sentence.children(child, "case")):
                return child
        verb = sentence.head(source)
        if verb is not None and source.relation == "obj" and verb.lemma in _ISSUING:
            return sentence.child(verb, "nsubj") or self._subject_above(sentence, verb) or source
        return source

    # -- who relays it --------------------------------------------------------------------------

    def relays(self, sentence: Sentence, verb: Token, source: Token) -> Iterator[Speaker]:
        """Whom it was told to, and who cited it: they stand before the source in the chain."""
        for child in sentence.children(verb, "obj", "iobj", "obl"):
            case = next((c.low for c in sentence.children(child, "case")), "")
            if child.i == source.i or case not in {"", "to", "in", "on", "with"}:
                continue
            if sentence.children(child, "mark", "cop"):
                continue
            for token in (child, *sentence.children(child, "nmod", "appos")):
                relay = self._relay(sentence, token)
                if relay is not None:
                    yield relay
                    break
        for clause in sentence.children(verb, "advcl"):
            if clause.lemma in {"cite", "quote", "report", "carry"} and any(
                c.low == "as" for c in sentence.children(clause, "mark", "advmod", "case")
            ):
                by = sentence.child(clause, "obl:agent", "obl")
                relay = self._relay(sentence, by) if by is not None else None
                if relay is not None:
                    yield relay

    def _relay(self, sentence: Sentence, token: Token) -> Speaker | None:
        if token.upos not in {"PROPN", "NOUN"}:
            return None
        speaker = self.identifier.speaker(sentence, token)
        return speaker if speaker.kind in _RELAYS else None

    def cited(self, sentence: Sentence, verb: Token, source: Token) -> Token | None:
        """As in "The Post said, citing two officials", "the Post, citing two officials, said", "said
        with reference to the staff": who answers for it instead of the source.
        """
        words = kinds().citing
        beside = (
            *sentence.children(verb, "advcl", "xcomp", "conj", "obl"),
            *sentence.children(source, "acl", "advcl"),
        )
        for token in beside:
            if token.lemma in words.verbs and token.xpos == "VBG":
                found = sentence.child(token, "obj")
            elif token.lemma in words.to and token.xpos != "VBD" and self._relay(sentence, source):
                found = next(
                    (c for c in sentence.children(token, "obl", "nmod")
                     if any(k.low == "to" for k in sentence.children(c, "case"))),
                    None,
                )  # fmt: skip
            else:
                continue
            if found is not None:
                return self.author_of(sentence, found)
        return None


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is in the passive: its subject is what is said, or who is told."""
    return bool(sentence.children(verb, "aux:pass", "nsubj:pass")) or (
        verb.xpos == "VBN" and verb.relation in {"advcl", "acl"}
        and not sentence.children(verb, "aux")
    )  # fmt: skip


def reached(sentence: Sentence, verb: Token) -> Token | None:
    """As in "Residents reached by telephone said …": the subject of a participle that the parser
    took for a verb, which leaves the verb of saying with two clauses and without a subject.
    """
    clauses = sentence.children(verb, "ccomp", "csubj", "advcl")
    before = [c for c in clauses if c.i < verb.i and c.xpos in {"VBD", "VBN"}]
    if not before or all(c.i < verb.i for c in clauses):
        return None
    clause = before[-1]
    if any(t.text == "," for t in sentence.tokens[clause.i : verb.i]):
        return None
    subject = sentence.child(clause, "nsubj", "nsubj:pass")
    alone = not sentence.children(clause, "obj", "aux", "aux:pass", "cop", "mark")
    return subject if subject is not None and subject.i < clause.i and alone else None


def _run_before(sentence: Sentence, end: int) -> range:
    """The noun phrase between a comma, dash or quotation mark and the token `end`."""
    first = end
    while first > 0 and (
        sentence[first - 1].upos in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}
        or sentence[first - 1].xpos == "HYPH"
    ):
        first -= 1
    opened = 0 < first < end and sentence[first - 1].text in _OPENING
    return range(first, end) if opened else range(0)
