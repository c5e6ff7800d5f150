"""Which day an event is told of: by syntax, else from the document's day and the verb's tense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from holdfast.language import Sentence, Token
from holdfast.model import Dating, Kind, TimeRange
from holdfast.reading.certainty.analysis import Stance, cue_of
from holdfast.reading.clauses import has_own_subject
from holdfast.reading.times.grammar import Expression
from holdfast.reading.times.meanings import Anchor, Days, Duration

#: Days back from the document's day in which an event without a date is likely to lie: told in
#: the past, told as going on.
PAST_REACH, PRESENT_REACH = 2, 1
#: How far ahead a forecast without a date reaches (days).
FUTURE_REACH = 10
#: An event this long before the document is history, not news.
HISTORY = timedelta(days=400)


class EventClock:
    """Tells the time of events in one document."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        expressions: Sequence[Sequence[Expression]],
        dating: Dating,
        first_day: date | None,
    ) -> None:
        """`dating` is the document's own day, `first_day` the theatre's."""
        self.sentences = sentences
        self.expressions = expressions
        self.dating = dating
        self.first_day = first_day
        self._contexts = self._running_context()

    def time_of(
        self,
        sentence: Sentence,
        trigger: Token,
        stance: Stance,
        kind: Kind,
        at: Token | None = None,
    ) -> tuple[TimeRange, str]:
        """The days of an event and the rule that gave them ("time.expression", "time.tense").

        `at` is the token of its place: of several places of one verb, each has its own day.
        """
        best: tuple[int, int, Expression, Days] | None = None
        parts = coordinated(sentence, at) if at is not None else []
        for expression in self.expressions[sentence.index]:
            if isinstance(expression.meaning, Duration):
                continue
            tier = self._tier(sentence, trigger, expression)
            if tier is None:
                continue
            resolved = expression.meaning.resolve(self._anchor(sentence, stance))
            if resolved is not None and self._is_impossible(resolved, stance):
                continue
            if resolved is None:
                if best is None and tier == 0:
                    open_time = TimeRange(None, None, "open", expression.written, "nothing")
                    if self.dating.time.start is None:
                        return open_time, "time.open"
                continue
            distance = abs(expression.first - trigger.i)
            if at is not None:
                distance += len(sentence) * _apart(parts, at, expression)
            if best is None or (tier, distance) < (best[0], best[1]):
                best = (tier, distance, expression, resolved)
        if best is not None:
            tier, _, expression, resolved = best
            return self._bounded(expression, resolved, kind, said=tier == 2), (
                "time.said" if tier == 2 else f"time.{expression.rule}"
            )
        return self._by_tense(sentence, stance, kind)

    def is_history(self, time: TimeRange) -> bool:
        """Whether a time lies long before the document, or before the theatre's war."""
        if time.end is None:
            return False
        if self.dating.time.start is not None and time.end < self.dating.time.start - HISTORY:
            return self.first_day is None or time.end < self.first_day
        return self.first_day is not None and time.end < self.first_day - HISTORY

    def _is_impossible(self, resolved: Days, stance: Stance) -> bool:
        """Whether what is told as past would lie after the document was written."""
        latest = self.dating.time.end
        told_past = stance.tense != "future" and stance.realis in {"actual", "ongoing"}
        return told_past and latest is not None and resolved[0] > latest + timedelta(1)

    # -- which expression -------------------------------------------------------------------

    def _tier(self, sentence: Sentence, trigger: Token, expression: Expression) -> int | None:
        """0 where the expression hangs on the event, 1 on a clause around it, 2 on the verb of
        saying; None where it belongs to another event.
        """
        head = self._head(sentence, expression)
        above = [trigger.i, *(t.i for t in sentence.ancestors(trigger))]
        bar = self._bar(sentence, trigger, expression)
        host = head
        steps = 0
        while host.i not in above and steps < 20:
            governor = sentence.head(host)
            if governor is None:
                return None
            if (
                (
                    host.upos == "VERB"
                    or has_own_subject(sentence, host)
                    or sentence.child(host, "cop")
                )
                and host.dep in {"acl:relcl", "advcl", "ccomp", "parataxis"}
                and governor.i not in {trigger.i}
            ):
                return None
            if host.upos == "VERB" and host.relation == "conj":
                return None
            host, steps = governor, steps + 1
        if host.i == trigger.i:
            return 0
        if host.i not in above or (bar is not None and above.index(host.i) > above.index(bar)):
            return None
        if self._within_noun(sentence, trigger, host):
            return 0
        cue = cue_of(sentence, host)
        if cue is not None and cue.speech and host.upos in {"VERB", "AUX"}:
            before_content = expression.last < trigger.i and expression.first <= 2
            return 1 if before_content and head.head != host.i else 2
        return 1

    @staticmethod
    def _bar(sentence: Sentence, trigger: Token, expression: Expression) -> int | None:
        """The token on the way up from the event above which times are another clause's: a relative
        clause's or participle's own verb, a coordinated clause with a subject of its own.
        """
        opening = expression.first <= 2
        for token in (trigger, *sentence.ancestors(trigger)):
            if token.dep in {"acl:relcl", "acl"} and token.upos == "VERB":
                return token.i
            if (
                token.relation in {"conj", "parataxis"}
                and has_own_subject(sentence, token)
                and not opening
            ):
                return token.i
        return None

    @staticmethod
    def _within_noun(sentence: Sentence, trigger: Token, host: Token) -> bool:
        """Whether the event is a noun and the expression hangs on the verb that it is told with."""
        return trigger.upos == "NOUN" and trigger.head == host.i

    @staticmethod
    def _head(sentence: Sentence, expression: Expression) -> Token:
        for i in range(expression.first, expression.last + 1):
            token = sentence[i]
            outside = not expression.first <= token.head <= expression.last
            if (outside or token.head == token.i) and token.upos not in {"ADP", "DET", "PUNCT"}:
                return token
        return sentence[expression.last]

    # -- from expression to days ------------------------------------------------------------

    def _anchor(self, sentence: Sentence, stance: Stance) -> Anchor:
        context = self._contexts[sentence.index]
        day = self.dating.time
        return Anchor(day.start, day.end, stance.tense, context, self.first_day)

    def _running_context(self) -> list[tuple[date, date] | None]:
        """For each sentence, the time last spoken of before it: in its own block, within three
        sentences, or in the sentence that opens it.
        """
        contexts: list[tuple[date, date] | None] = []
        current: tuple[date, date] | None = None
        age, block = 0, -1
        for sentence in self.sentences:
            if sentence.block != block:
                current, block = None, sentence.block
            contexts.append(current if age <= 3 else None)
            age += 1
            for expression in self.expressions[sentence.index]:
                day = self.dating.time
                resolved = expression.meaning.resolve(
                    Anchor(day.start, day.end, "past", contexts[-1], self.first_day)
                )
                if resolved is not None:
                    current, age = (resolved[0], resolved[1]), 0
        return contexts

    def _bounded(
        self, expression: Expression, resolved: Days, kind: Kind, *, said: bool
    ) -> TimeRange:
        start, end, precision = resolved
        today = self.dating.time.end
        if said:
            return TimeRange(start - timedelta(PAST_REACH - 1), end, "interval", expression.written)
        if expression.bound == "since":
            if today is not None and today >= start:
                return TimeRange(start, today, "interval", expression.written)
        elif expression.bound in {"by", "before", "until"}:
            earliest = min(start, end - timedelta(3))
            return TimeRange(earliest, end, "interval", expression.written)
        elif expression.bound == "after":
            latest = end + timedelta(7)
            if today is not None:
                latest = max(end, min(latest, today))
            return TimeRange(start, latest, "interval", expression.written)
        return TimeRange(start, end, precision, expression.written)

    def _by_tense(self, sentence: Sentence, stance: Stance, kind: Kind) -> tuple[TimeRange, str]:
        context = self._contexts[sentence.index]
        day = self.dating.time
        if day.start is None or day.end is None:
            if context is not None:
                return TimeRange(
                    context[0], context[1], "interval", None, "context"
                ), "time.context"
            return TimeRange(None, None, "open", None, "nothing"), "time.open"
        if context is not None and context[1] < day.start - timedelta(7) and stance.tense == "past":
            return TimeRange(context[0], context[1], "interval", None, "context"), "time.context"
        if stance.realis in {"predicted", "planned", "wanted"} or stance.tense == "future":
            end = day.end + timedelta(FUTURE_REACH)
            return TimeRange(day.start, end, "interval", None, "document"), "time.future"
        if kind == "control_held":
            return TimeRange(day.start, day.end, "interval", None, "document"), "time.state"
        reach = (
            PRESENT_REACH if stance.tense == "present" or stance.realis == "ongoing" else PAST_REACH
        )
        start = day.start - timedelta(reach)
        return TimeRange(start, day.end, "interval", None, "document"), "time.tense"


def coordinated(sentence: Sentence, token: Token) -> list[int]:
    """The tokens that a token is coordinated with, itself among them, in order; empty for none."""
    first = sentence.first_conjunct(token)
    found = [first.i, *(t.i for t in sentence.children(first, "conj"))]
    return sorted(found) if len(found) > 1 and token.i in found else []


def _apart(parts: Sequence[int], at: Token, expression: Expression) -> int:
    """As in "X on 10 September and Y on 1 October": 0 for what stands between the place and the
    next one, 1 for what stands before them all, 2 for another's.
    """
    before = [i for i in parts if i < expression.first]
    if not before:
        return 1
    return 0 if before[-1] == at.i else 2
