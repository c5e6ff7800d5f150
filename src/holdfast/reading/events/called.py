"""What a sentence says that an event is called."""

from __future__ import annotations

from holdfast.language import Sentence, Token
from holdfast.reading.events.predicate import preposition
from holdfast.reading.stems import listed

_NAMING = frozenset(
    "describe call refer term label dub characterise characterize portray present brand declare style".split()
)


def names_something(verb: Token) -> bool:
    """Whether a verb can say what something is called."""
    return listed(verb, _NAMING) is not None


def called(sentence: Sentence, event: Token) -> str | None:
    """The word in "described the retreat as a 'regrouping'"; None where it is called nothing."""
    verb = sentence.head(event)
    if verb is None or not names_something(verb):
        return None
    for child in sentence.children(verb, "obl", "xcomp", "advcl", "ccomp", "obj"):
        is_as = preposition(sentence, child) == "as" or child.relation == "xcomp"
        if is_as and child.i != event.i and child.upos in {"NOUN", "VERB", "ADJ"}:
            return child.low
    return None
