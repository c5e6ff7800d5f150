"""Short forms that a text introduces in brackets: "Karenni Nationalities Defence Force (KNDF)"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.language import Sentence, Token
from holdfast.reading.parties.names import SHORT_FORM, Named, Referent
from holdfast.reading.parties.party import Party
from holdfast.reading.places.keys import fold


def short_forms(
    sentences: Sequence[Sentence], named: Sequence[Sequence[Named]]
) -> dict[str, Party]:
    """Short forms that the document introduces in brackets after the full name."""
    known: dict[str, Party] = {}
    for sentence in sentences:
        for token in sentence.tokens[2:]:
            if sentence[token.i - 1].text != "(" or not SHORT_FORM.fullmatch(token.text):
                continue
            if not any(c.isupper() for c in token.text[1:]):
                continue
            long = _long_form(sentence, token)
            if long is not None:
                known.setdefault(token.text, Party(long, long, token.text, "party.short-form", 0.9))
    for sentence in sentences:
        for name in named[sentence.index]:
            written = " ".join(sentence[i].text for i in range(name.first, name.last + 1))
            for short, party in list(known.items()):
                if fold(party.name).endswith(fold(written)) and name.referent.side:
                    known[short] = _as_referent(party, name.referent)
    return known


def _as_referent(party: Party, referent: Referent) -> Party:
    return msgspec.structs.replace(
        party, side=referent.side or party.side, name=referent.side_name or party.name
    )


def _long_form(sentence: Sentence, token: Token) -> str | None:
    """The capitalised words before the bracket whose initials spell the short form."""
    letters = [c for c in token.text if c.isalpha()]
    words: list[str] = []
    i = token.i - 2
    while i >= 0 and len(words) < len(letters) + 4:
        word = sentence[i].text
        if not (word[:1].isupper() or word.lower() in {"of", "for", "and", "the", "-", "'s", "’s"}):
            break
        words.insert(0, word)
        initials = [w[0].lower() for w in words if w[:1].isupper()]
        if len(initials) >= len(letters) and initials[-len(letters) :] == [
            c.lower() for c in letters
        ]:
            return " ".join(words).replace(" 's", "'s").replace(" - ", "-")
        i -= 1
    return None
