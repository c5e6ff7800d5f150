"""Who is made answerable for which words: sources, cues and contents.

Terms after PARC and PolNeAR: a *source* utters, a *cue* tells that it does, a *content* is what is
uttered. Every rule of this file finds one construction of English; all read the same cues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import Speaker
from holdfast.reading.certainty.analysis import cue_of
from holdfast.reading.certainty.cues import Cue, cues, noun_cues
from holdfast.reading.clauses import has_own_subject, is_content_clause
from holdfast.reading.speakers.attributed import Attribution
from holdfast.reading.speakers.content import reported
from holdfast.reading.speakers.identify import Identifier, kinds
from holdfast.reading.speakers.quoted import quote_speakers
from holdfast.reading.speakers.quotes import find_quotes

_RELATIVES = {"who", "which", "that"}
_CITING = {"cite", "quote"}
#: Kinds that relay what others say, and therefore come first in a chain.
_RELAYS = {"outlet", "agency", "monitor"}


class Attributions:
    """The attributions of one document."""

    def __init__(self, sentences: Sequence[Sentence], text: str, identifier: Identifier) -> None:
        """Find every attribution and quotation."""
        self.sentences = sentences
        self.text = text
        self.identifier = identifier
        self.quotes = find_quotes(text)
        self._last: Speaker | None = None
        self._found: list[list[Attribution]] = []
        for sentence in sentences:
            found: list[Attribution] = []
            for attribution in self._in(sentence):
                found.append(attribution)
                if attribution.rule != "hearsay" and attribution.speaker.kind != "unnamed":
                    self._last = attribution.speaker
            self._found.append(found)
        self._quoted = quote_speakers(text, self.quotes, sentences, self._found)

    def of(self, sentence: Sentence) -> list[Attribution]:
        """The attributions of a sentence, the outer before the inner."""
        return sorted(self._found[sentence.index], key=lambda a: (-len(a.content), a.cue))

    def chain(
        self, sentence: Sentence, token: Token
    ) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
        """Who answers for what the sentence says with `token`, outermost first, and by what rules.

        Empty where the author says it.
        """
        chain: list[Speaker] = []
        rules: list[str] = []
        for attribution in self.of(sentence):
            if token.i in attribution.content:
                chain += [*attribution.through, attribution.speaker]
                rules.append(f"speaker.{attribution.rule}")
        for span, speaker, through in self._quoted:
            if span.start <= token.start < span.end and not any(_same(speaker, s) for s in chain):
                chain = [*through, *chain, speaker] if not chain else [*chain, speaker]
                rules.append("speaker.quotation")
        return tuple(_distinct(chain)), tuple(rules)

    def side_speaking(self, sentence: Sentence, token: Token) -> str | None:
        """The side of the innermost speaker who has one."""
        for speaker in reversed(self.chain(sentence, token)[0]):
            if speaker.side is not None:
                return speaker.side
        return None

    # -- constructions ----------------------------------------------------------------------

    def _in(self, sentence: Sentence) -> Iterator[Attribution]:
        yield from self._by_label(sentence)
        for token in sentence:
            cue = cue_of(sentence, token)
            if cue is not None and cue.speech and token.upos in {"VERB", "AUX"}:
                yield from self._by_verb(sentence, token, cue)
            elif cue is not None and cue.speech and token.upos == "NOUN":
                yield from self._by_noun(sentence, token)
            if token.low in {"according", "per"} and token.relation in {
                "case",
                "advmod",
                "mark",
                "fixed",
                "acl",
                "advcl",
                "obl",
                "nmod",
                "amod",
                "dep",
            }:
                yield from self._according(sentence, token)
            if token.low in cues().hearsay and token.relation == "advmod":
                yield self._hearsay(sentence, token)

    def _by_label(self, sentence: Sentence) -> Iterator[Attribution]:
        """As in "A minister in Kyiv: our troops hold the town"."""
        colon = next((t.i for t in sentence.tokens[1:12] if t.text == ":"), None)
        if colon is None or colon + 2 >= len(sentence):
            return
        label = sentence.tokens[:colon]
        if any(t.upos in {"VERB", "AUX"} for t in label) or self._in_quote(label[0]):
            return
        inside = {t.i for t in label}
        head = next(
            (t for t in label if t.head not in inside and t.upos in {"NOUN", "PROPN"}), None
        )
        if head is None:
            return
        speaker = self.identifier.speaker(sentence, head)
        named = any(n.covers(head.i) for n in self.identifier.parties.names_in(sentence))
        if speaker.kind == "unnamed" or (
            named and speaker.kind == "government" and len(label) == 1
        ):
            return
        content = frozenset(t.i for t in sentence.tokens[colon + 1 :])
        yield Attribution(sentence.index, head.i, "label", speaker, content)

    def _by_verb(self, sentence: Sentence, verb: Token, cue: Cue) -> Iterator[Attribution]:
        content = reported(sentence, verb, self.quotes)
        if not content:
            return
        if verb.lemma in _CITING and verb.relation in {"advcl", "acl", "conj"}:
            return
        source = self._source(sentence, verb)
        if source is None:
            if self._passive(sentence, verb):
                speaker = Speaker(verb.text, "reports", None, "unnamed")
                if cue.id in {"say", "claim", "believe"} and sentence.child(
                    verb, "xcomp", "ccomp", "csubj"
                ):
                    yield Attribution(sentence.index, verb.i, "passive", speaker, content)
            return
        if (
            source.low in {"it", "this", "that", "there", "which"}
            and cue.id in {"indicate", "confirm", "predict", "claim"}
            and source.upos == "PRON"
        ):
            return
        taken_up = self._take_up(sentence, source)
        if taken_up is None:
            return
        speaker = taken_up
        through = tuple(self._relays(sentence, verb, source))
        inner = self._cited(sentence, verb)
        if inner is not None:
            through, speaker = (*through, speaker), inner
        yield Attribution(sentence.index, verb.i, "verb", speaker, content, through)

    def _in_quote(self, token: Token) -> bool:
        return any(q.start <= token.start < q.end for q in self.quotes)

    def _source(self, sentence: Sentence, verb: Token) -> Token | None:
        agent = sentence.child(verb, "obl:agent")
        if agent is not None:
            return agent
        if self._passive(sentence, verb):
            by = [
                c for c in (*sentence.children(verb, "obl"), *sentence.tokens[verb.i :])
                if any(k.low == "by" and k.i > verb.i for k in sentence.children(c, "case"))
                and c.upos in {"NOUN", "PROPN", "PRON"}
                and not any(
                    t.upos == "AUX" or t.xpos in {"VBD", "VBN", "VBZ", "VBP", "VB"}
                    for t in sentence.tokens[verb.i + 1 : c.i]
                )
            ]  # fmt: skip
            return by[0] if by else None
        subject = sentence.child(verb, "nsubj")
        if subject is not None and subject.low in _RELATIVES and verb.relation == "acl":
            return sentence.head(verb)
        if subject is not None:
            return self._nearer(sentence, subject, verb) or subject
        absolute = self._absolute(sentence, verb)
        if absolute is not None:
            return absolute
        if verb.relation == "acl" and verb.xpos == "VBG":
            return sentence.head(verb)
        if verb.relation in {"conj", "xcomp", "advcl"}:
            token = verb
            for _ in range(4):
                governor = sentence.head(token)
                if governor is None:
                    break
                subject = sentence.child(governor, "nsubj", "nsubj:pass")
                if subject is not None and subject.low not in _RELATIVES:
                    return subject
                token = governor
        # An inverted source that the parser took for an object: "..., said the governor".
        after = sentence.child(verb, "obj", "nsubj:outer", "dep")
        if after is not None and after.i > verb.i and verb.lemma in {"say", "add", "write", "tell"}:
            return after
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
    def _passive(sentence: Sentence, verb: Token) -> bool:
        return bool(sentence.children(verb, "aux:pass", "nsubj:pass")) or (
            verb.xpos == "VBN" and verb.relation in {"advcl", "acl"}
            and not sentence.children(verb, "aux")
        )  # fmt: skip

    def _relays(self, sentence: Sentence, verb: Token, source: Token) -> Iterator[Speaker]:
        """Whom it was told to, and who cited it: they stand before the source in the chain."""
        for child in sentence.children(verb, "obj", "iobj", "obl"):
            case = next((c.low for c in sentence.children(child, "case")), "")
            if child.i == source.i or case not in {"", "to", "in", "on", "with"}:
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

    def _cited(self, sentence: Sentence, verb: Token) -> Speaker | None:
        """As in "The Post said, citing two officials": the officials answer for it."""
        for clause in sentence.children(verb, "advcl", "xcomp", "conj"):
            if clause.lemma in _CITING and clause.xpos == "VBG":
                cited = sentence.child(clause, "obj")
                if cited is not None:
                    return self.identifier.speaker(sentence, cited)
        return None

    def _by_noun(self, sentence: Sentence, noun: Token) -> Iterator[Attribution]:
        """As in "The ministry's claim that …", "there are reports that …"."""
        clause = next(
            (c for c in sentence.children(noun, "acl", "ccomp", "advcl")
             if is_content_clause(sentence, c)),
            None,
        )  # fmt: skip
        if clause is None or any(m.low == "to" for m in sentence.children(clause, "mark")):
            return
        cue = noun_cues()[noun.low] if noun.low in noun_cues() else noun_cues()[noun.lemma]
        if cue.id == "predict" and not sentence.child(noun, "nmod:poss"):
            return
        later = {
            t.i for conjunct in sentence.children(clause, "conj")
            if has_own_subject(sentence, conjunct) for t in sentence.subtree(conjunct)
        }  # fmt: skip
        content = frozenset(t.i for t in sentence.subtree(clause)) - later
        owner = sentence.child(noun, "nmod:poss")
        if owner is None:
            owner = next(
                (c for c in sentence.children(noun, "nmod")
                 if any(k.low in {"of", "from", "by"} for k in sentence.children(c, "case"))),
                None,
            )  # fmt: skip
        speaker = self._take_up(sentence, owner) if owner is not None else None
        if speaker is None:
            speaker = Speaker(noun.text, noun.low, None, "unnamed")
        yield Attribution(sentence.index, noun.i, "noun", speaker, content)

    def _according(self, sentence: Sentence, token: Token) -> Iterator[Attribution]:
        """As in "According to X, …" and "…, according to X"."""
        following = sentence[token.i + 1] if token.i + 1 < len(sentence) else None
        after = token.i + (2 if following is not None and following.low == "to" else 1)
        if after >= len(sentence):
            return
        head = sentence[token.head]
        if head.i <= token.i or head.upos not in {"NOUN", "PROPN", "PRON"}:
            head = self._phrase_head(sentence, after)
        source = {
            t.i for t in sentence.subtree(head, without=("parataxis", "ccomp", "acl", "conj"))
        } | {token.i}
        # What stands with the source in the tree but after its comma is the content again.
        comma = next(
            (t.i for t in sentence.tokens[head.i :] if t.text == "," and t.i > head.i), None
        )
        if token.i <= 2 and comma is not None:
            source = {i for i in source if i <= comma} | set(range(token.i, comma + 1))
        content = frozenset(t.i for t in sentence if t.i not in source)
        speaker = self._take_up(sentence, head)
        if speaker is not None:
            yield Attribution(sentence.index, token.i, "according-to", speaker, content)

    @staticmethod
    def _phrase_head(sentence: Sentence, start: int) -> Token:
        """The head of the noun phrase that begins at a token."""
        last = sentence[start]
        for token in sentence.tokens[start : start + 12]:
            if token.upos in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"} or token.low in {
                "'s",
                "’s",
                "of",
                "'",
                "’",
                '"',
                "“",
            }:
                if token.upos in {"NOUN", "PROPN", "PRON"}:
                    last = token
                if token.low == "of":
                    break
            else:
                break
        return last

    def _hearsay(self, sentence: Sentence, adverb: Token) -> Attribution:
        governor = sentence.head(adverb) or adverb
        content = frozenset(t.i for t in sentence.subtree(governor))
        speaker = Speaker(adverb.text, cues().hearsay[adverb.low], None, "unnamed")
        return Attribution(sentence.index, adverb.i, "hearsay", speaker, content)

    # -- pronouns and quotations ------------------------------------------------------------

    def _take_up(self, sentence: Sentence, source: Token) -> Speaker | None:
        """The speaker; a pronoun or bare title takes up the last one named."""
        if source.upos == "PRON":
            if source.low in {"he", "she", "it", "they"} and self._last is not None:
                return msgspec.structs.replace(self._last, written=source.text)
            if source.low in {
                "it",
                "they",
                "this",
                "that",
                "which",
                "what",
                "one",
                "i",
                "we",
                "you",
            }:
                return None
            if source.low not in kinds().taken_up.pronouns and source.low not in {
                "some",
                "others",
                "many",
            }:
                return None
        speaker = self.identifier.speaker(sentence, source)
        phrase_is_bare = (
            len(
                sentence.children(
                    source, "amod", "compound", "nmod", "appos", "flat", "nmod:poss", "acl"
                )
            )
            == 0
        )
        if (
            self._last is not None and phrase_is_bare and source.upos == "NOUN"
            and any(d.low in {"the", "this"} for d in sentence.children(source, "det"))
            and speaker.kind == self._last.kind
        ):  # fmt: skip
            return msgspec.structs.replace(self._last, written=speaker.written)
        return speaker


def _same(a: Speaker, b: Speaker) -> bool:
    return a.name == b.name


def _distinct(chain: Sequence[Speaker]) -> Iterator[Speaker]:
    """Outermost first, relays before the rest, nobody twice."""
    seen: set[str] = set()
    for speaker in chain:
        if speaker.name not in seen:
            seen.add(speaker.name)
            yield speaker
