"""Forces called by a modifier that is no name of any list: "LPR fighters", "separatist forces"."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.language import Sentence, Token
from holdfast.reading.parties.lexicon import PartyWords
from holdfast.reading.parties.names import Named


def own_name(
    sentence: Sentence, token: Token, named: Sequence[Sequence[Named]], words: PartyWords
) -> tuple[str, str] | None:
    """The name that the modifiers of a noun for a force give it, and the rule; None without one.

    `named` are the names of the lists in each sentence, which come first.
    """
    if token.low in words.governments:
        return None
    modifiers = sentence.children(token, "compound", "amod")
    here = named[sentence.index]
    if any(n.covers(t.i) for n in here for t in (*modifiers, token)):
        return None
    for child in modifiers:
        plain = words.plain.get(child.low)
        if plain is not None:
            return plain, "party.plain"
        letters = child.text.replace("-", "")
        if child.upos == "PROPN" and letters.isupper() and 3 <= len(letters) <= 6:
            return child.text, "party.capitals"
    return None
