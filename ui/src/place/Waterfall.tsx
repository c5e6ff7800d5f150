/**
 * Why this colour: every push on the log-odds, one after another from the prior to the sum. Bars to
 * the right speak for the answer, bars to the left against it; each starts where the last ended.
 */
import type { JSX } from "preact";
import type { SpanEntry } from "../data/book";
import { dayRange } from "../data/day";
import type { Reason } from "../data/types";
import { usePage } from "../shell/context";
import { answerWords, count, headline, percent, signed } from "./words";

/** Pushes weaker than this are told together (nats). */
const SMALL = 0.1;
/** Pushes always told one by one, however weak. */
const ALWAYS = 6;

interface Step {
  reason: Reason;
  from: number;
  to: number;
}

export function Waterfall({ span }: { span: SpanEntry }): JSX.Element {
  const { book } = usePage();
  if (span.reasons.length === 0)
    return (
      <section>
        <h3>Why</h3>
        <p class="hint">No reasons were recorded for this stretch of days.</p>
      </section>
    );
  const steps = accumulate(span.reasons);
  const sum = steps.at(-1)?.to ?? 0;
  const small = steps.filter((s, i) => i >= ALWAYS && Math.abs(s.reason.weight) < SMALL);
  const large = steps.filter((s) => !small.includes(s));
  const scale = scaleOf(steps);
  const rest = small.reduce((total, s) => total + s.reason.weight, 0);
  return (
    <section class="why">
      <h3>Why “{answerWords(book, span.answer)}”</h3>
      <p class="hint">
        What speaks for it (right) and against it (left), as log-odds, for the days{" "}
        {dayRange(span.first, span.last)}.
      </p>
      <Rows steps={large} scale={scale} />
      {small.length > 0 && (
        <details class="quiet-details">
          <summary>
            {count(small.length, "smaller reason")}, together {signed(rest)}
          </summary>
          <Rows steps={small} scale={scale} />
        </details>
      )}
      <p class="sum">
        <span>Sum of all reasons</span>
        <strong data-sum={sum.toFixed(4)}>{signed(sum)}</strong>
        <span>
          odds {odds(sum)}, a probability of <strong>{percent(1 / (1 + Math.exp(-sum)))}</strong>
        </span>
      </p>
    </section>
  );
}

function accumulate(reasons: Reason[]): Step[] {
  let at = 0;
  return reasons.map((reason) => {
    const from = at;
    at += reason.weight;
    return { reason, from, to: at };
  });
}

/** Percent of the width for a value of log-odds. */
function scaleOf(steps: Step[]): (value: number) => number {
  const all = steps.flatMap((s) => [s.from, s.to]);
  const low = Math.min(0, ...all);
  const high = Math.max(0, ...all);
  return (value) => ((value - low) / Math.max(high - low, 0.5)) * 100;
}

function Rows({ steps, scale }: { steps: Step[]; scale: (value: number) => number }): JSX.Element {
  return (
    <ol class="waterfall">
      {steps.map((step, i) => (
        <Row key={`${step.reason.claim ?? step.reason.what}${i}`} step={step} scale={scale} />
      ))}
    </ol>
  );
}

const NAMES: Record<Reason["what"], string> = {
  prior: "Before any report",
  persistence: "Time passing",
  claim: "Report",
};

function Row({ step, scale }: { step: Step; scale: (value: number) => number }): JSX.Element {
  const { book, view, go } = usePage();
  const { reason, from, to } = step;
  const claim = reason.claim === null ? undefined : book.data.claims[reason.claim];
  const left = scale(Math.min(from, to));
  return (
    <li class="fall">
      <span class="fall-words">
        {claim ? (
          <button
            class="link"
            type="button"
            onClick={() => go({ claim: claim.id, place: view.place, t: view.t })}
          >
            <bdi>{headline(book, claim)}</bdi>
          </button>
        ) : (
          <span>{NAMES[reason.what]}</span>
        )}
        <span class="fall-note">
          <bdi>{reason.note}</bdi>
        </span>
      </span>
      <span class="fall-weight">{signed(reason.weight)}</span>
      <span class="fall-track" aria-hidden="true">
        <span class="fall-zero" style={{ left: `${scale(0)}%` }} />
        <span
          class={reason.weight < 0 ? "fall-bar against" : "fall-bar for"}
          style={{ left: `${left}%`, width: `${Math.max(scale(Math.max(from, to)) - left, 0.6)}%` }}
        />
      </span>
    </li>
  );
}

/** "12 to 1" for, "1 to 12" against. */
function odds(sum: number): string {
  const ratio = Math.exp(Math.abs(sum));
  const many =
    ratio >= 1000 ? "over 1,000" : ratio >= 10 ? String(Math.round(ratio)) : ratio.toFixed(1);
  return sum >= 0 ? `${many} to 1` : `1 to ${many}`;
}
