"""In which tense an event is told."""

from __future__ import annotations

from holdfast.language import Sentence, Token
from holdfast.reading.certainty.cues import cues
from holdfast.reading.times.meanings import Tense


def is_perfect(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has "have" beside a modal: "may have left"."""
    return any(t.low in {"have", "'ve", "’ve"} for t in sentence.children(verb, "aux"))


def tense_of(sentence: Sentence, trigger: Token) -> Tense:
    """The tense by which relative days are counted: of the verb, else of the nearest verb above."""
    chain = [trigger, *sentence.ancestors(trigger)]
    for token in chain:
        auxiliaries = sentence.children(token, "aux", "cop")
        modals = {cues().modals.get(t.low) for t in auxiliaries}
        if modals & {"epistemic", "conditional", "duty"} and is_perfect(sentence, token):
            # "May have left" looks back.
            return "past"
        if modals & {"future", "epistemic", "conditional"}:
            return "future"
        forms = [token, *auxiliaries]
        if any(
            t.xpos == "VBD" or (t.feats.get("Tense") == "Past" and t.xpos != "VBN") for t in forms
        ):
            return "past"
        if any(t.low in {"has", "have", "had", "'ve", "’ve"} for t in auxiliaries):
            return "past"
        if any(t.xpos in {"VBZ", "VBP"} for t in forms):
            return "past" if sentence.heading else "present"
        if token.xpos == "VBN":
            return "past"
    return "past"
