"""The speaker last named, and what takes that one up: pronouns, bare titles, "the statement"."""

from __future__ import annotations

import msgspec

from holdfast.language import Sentence, Token
from holdfast.model import Speaker
from holdfast.reading.speakers.identify import Identifier
from holdfast.reading.speakers.lexicon import kind_by_noun, kinds

_MANY = frozenset({"some", "others", "many"})
_DESCRIBING = ("amod", "compound", "nmod", "appos", "flat", "nmod:poss", "acl")


class LastSpeaker:
    """The speaker of one document that later words may take up."""

    def __init__(self, identifier: Identifier) -> None:
        """`identifier` turns phrases into speakers."""
        self.identifier = identifier
        self._last: Speaker | None = None
        self._words: frozenset[str] = frozenset()

    def remember(self, speaker: Speaker) -> None:
        """Make a speaker the last one. Its words gather over its mentions."""
        words = _words(speaker.written) | _words(speaker.name)
        if self._last is not None and speaker.name == self._last.name:
            words |= self._words
        for _, person in self.identifier.persons:
            if person.name == speaker.name:
                words |= _words(person.office)
        self._last, self._words = speaker, words

    def speaker_of(self, sentence: Sentence, source: Token) -> Speaker | None:
        """Who a source is; a pronoun or bare title is the last one named. None for nobody."""
        if source.upos == "PRON":
            here = self._person_before(sentence, source) if source.low in {"he", "she"} else None
            if here is not None:
                return msgspec.structs.replace(here, written=source.text)
            if source.low in kinds().taken_up.pronouns and self._last is not None:
                return msgspec.structs.replace(self._last, written=source.text)
            if source.low not in {"he", "she"} | _MANY:
                return None
        speaker = self.identifier.speaker(sentence, source)
        if self._last is not None and self._takes_up(sentence, source, speaker):
            return msgspec.structs.replace(self._last, written=speaker.written)
        return speaker

    def _person_before(self, sentence: Sentence, pronoun: Token) -> Speaker | None:
        """As in "X published a video in which he claimed …": the subject named before, if a person."""
        for named in reversed(self.identifier.parties.names_in(sentence)):
            head = next(
                (sentence[i] for i in range(named.first, named.last + 1)
                 if not named.covers(sentence[i].head) or sentence[i].head == i),
                sentence[named.last],
            )  # fmt: skip
            if (
                named.last < pronoun.i and named.referent.role == "person"
                and head.relation in {"nsubj", "appos", "flat"}
            ):  # fmt: skip
                return self.identifier.speaker(sentence, head)
        return None

    def _takes_up(self, sentence: Sentence, source: Token, speaker: Speaker) -> bool:
        """Whether "the ministry", "the governor", "the statement" can mean the last speaker: it was
        called so, or is a person who may be, or of a kind that the word can mean.
        """
        last = self._last
        if last is None or source.upos != "NOUN" or sentence.children(source, *_DESCRIBING):
            return False
        if not any(d.low in {"the", "this"} for d in sentence.children(source, "det")):
            return False
        words = kinds().taken_up
        if source.low in words.texts:
            return last.kind != "unnamed"
        if speaker.side is not None and last.side is not None and speaker.side != last.side:
            return False
        if source.low in words.general.get(last.kind, frozenset()):
            return True
        if source.low in self._words or source.lemma.lower() in self._words:
            return True
        if speaker.kind != last.kind:
            return False
        return source.low in words.persons and self._is_untitled(last)

    def _is_untitled(self, speaker: Speaker) -> bool:
        """Whether the speaker is a person of whom no title was told."""
        names = speaker.name.split()
        listed = any(person.name == speaker.name for _, person in self.identifier.persons)
        return listed or (
            len(names) > 1
            and all(n[:1].isupper() for n in names)
            and not any(w in kind_by_noun() for w in self._words)
        )


def _words(written: str) -> frozenset[str]:
    plain = written.lower().replace("’s", " ").replace("'s", " ")
    return frozenset(word.strip('.,"“”()') for word in plain.split())
