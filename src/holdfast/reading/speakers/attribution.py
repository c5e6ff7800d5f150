"""Who is made answerable for which words: sources, cues and contents.

Terms after PARC and PolNeAR: a *source* utters, a *cue* tells that it does, a *content* is what is
uttered. Every rule of this file finds one construction of English; all read the same cues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdfast.language import Sentence, Token
from holdfast.model import Speaker
from holdfast.reading.certainty.analysis import cue_of
from holdfast.reading.certainty.cues import Cue, cues, noun_cues
from holdfast.reading.certainty.truth import is_called_false
from holdfast.reading.clauses import has_own_subject, is_content_clause
from holdfast.reading.speakers.attributed import Attribution
from holdfast.reading.speakers.content import reported
from holdfast.reading.speakers.identify import Identifier
from holdfast.reading.speakers.lexicon import kinds
from holdfast.reading.speakers.quoted import quote_speakers
from holdfast.reading.speakers.quotes import find_quotes
from holdfast.reading.speakers.sources import Sources, is_passive
from holdfast.reading.speakers.taken_up import LastSpeaker

#: Verbs of speech whose subject speaks even where nothing is reported.
_PLAIN = frozenset({"say", "tell", "speak", "explain", "add", "answer", "reply", "disagree"})


class Attributions:
    """The attributions of one document."""

    def __init__(self, sentences: Sequence[Sentence], text: str, identifier: Identifier) -> None:
        """Find every attribution and quotation."""
        self.sentences = sentences
        self.text = text
        self.identifier = identifier
        self.quotes = find_quotes(text)
        self.sources = Sources(identifier)
        self._last = LastSpeaker(identifier)
        self._found: list[list[Attribution]] = []
        for sentence in sentences:
            found: list[Attribution] = []
            for attribution in self._in(sentence):
                found.append(attribution)
                if attribution.rule != "hearsay" and attribution.speaker.kind != "unnamed":
                    self._last.remember(attribution.speaker)
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
            (
                t
                for t in label
                if (t.head == t.i or t.head not in inside) and t.upos in {"NOUN", "PROPN"}
            ),
            None,
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
            self._hear(sentence, verb)
            return
        if verb.lemma in kinds().citing.verbs and verb.relation in {"advcl", "acl", "conj"}:
            return
        source = self.sources.source(sentence, verb)
        if source is None:
            if is_passive(sentence, verb):
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
        taken_up = self._last.speaker_of(sentence, source)
        if taken_up is None:
            return
        speaker = taken_up
        through = tuple(self.sources.relays(sentence, verb, source))
        cited = self.sources.cited(sentence, verb, source)
        if cited is not None:
            through, speaker = (*through, speaker), self.identifier.speaker(sentence, cited)
        yield Attribution(sentence.index, verb.i, "verb", speaker, content, through)

    def _hear(self, sentence: Sentence, verb: Token) -> None:
        """As in "A nurse said otherwise. The bridge, she said, …": who speaks without words here."""
        subject = sentence.child(verb, "nsubj")
        if subject is None or subject.upos == "PRON" or verb.lemma not in _PLAIN:
            return
        speaker = self._last.speaker_of(sentence, subject)
        if speaker is not None and speaker.kind != "unnamed":
            self._last.remember(speaker)

    def _in_quote(self, token: Token) -> bool:
        return any(q.start <= token.start < q.end for q in self.quotes)

    def _by_noun(self, sentence: Sentence, noun: Token) -> Iterator[Attribution]:
        """As in "The ministry's claim that …", "there are reports that …"."""
        clause = next(
            (c for c in sentence.children(noun, "acl", "ccomp", "advcl")
             if is_content_clause(sentence, c)),
            None,
        )  # fmt: skip
        if clause is None or any(m.low == "to" for m in sentence.children(clause, "mark")):
            return
        if is_called_false(sentence, noun) or self._is_sources_own(sentence, noun):
            return
        inner = cue_of(sentence, clause)
        if clause.xpos == "VBG" and inner is not None and inner.speech:
            # "A statement saying that …": the participle is a cue of its own.
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
        speaker = self._last.speaker_of(sentence, owner) if owner is not None else None
        if speaker is None:
            speaker = Speaker(noun.text, noun.low, None, "unnamed")
        yield Attribution(sentence.index, noun.i, "noun", speaker, content)

    def _is_sources_own(self, sentence: Sentence, noun: Token) -> bool:
        """As in "Said in a statement that …", "confirmed reports that …": who says or confirms it
        answers for the words, and the noun names no second speaker.
        """
        verb = sentence.head(noun)
        if verb is None or verb.upos != "VERB" or noun.relation not in {"obl", "obj"}:
            return False
        cue = cue_of(sentence, verb)
        if cue is None or not cue.speech or verb.lemma in kinds().citing.verbs:
            return False
        return self.sources.source(sentence, verb) is not None

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
        speaker = self._last.speaker_of(sentence, self.sources.author_of(sentence, head))
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


def _same(a: Speaker, b: Speaker) -> bool:
    return a.name == b.name


def _distinct(chain: Sequence[Speaker]) -> Iterator[Speaker]:
    """Outermost first, relays before the rest, nobody twice."""
    seen: set[str] = set()
    for speaker in chain:
        if speaker.name not in seen:
            seen.add(speaker.name)
            yield speaker
