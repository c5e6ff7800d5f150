/** A place's claims: those of the days around the one looked at, then the rest by folds. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Belief } from "../data/belief";
import { claimDays, type PlaceEntry } from "../data/book";
import { shortDay, type Day } from "../data/day";
import type { Claim } from "../data/types";
import { usePage } from "../shell/context";
import { ClaimCard } from "./ClaimCard";
import { count } from "./words";

/** Claims this near to the day are shown at once (days). */
const AROUND = 7;

interface Sorted {
  around: Claim[];
  earlier: Claim[];
  later: Claim[];
  undated: Claim[];
}

function sort(claims: Claim[], day: Day): Sorted {
  const sorted: Sorted = { around: [], earlier: [], later: [], undated: [] };
  for (const claim of claims) {
    const days = claimDays(claim);
    if (!days) sorted.undated.push(claim);
    else if (days[1] < day - AROUND) sorted.earlier.push(claim);
    else if (days[0] > day + AROUND) sorted.later.push(claim);
    else sorted.around.push(claim);
  }
  sorted.earlier.reverse();
  return sorted;
}

export function Claims({ place, belief }: { place: PlaceEntry; belief: Belief }): JSX.Element {
  const { book, view, go } = usePage();
  const all = place.claims.flatMap((id) => book.data.claims[id] ?? []);
  const { around, earlier, later, undated } = sort(all, view.t);
  const weights = new Map(
    belief.span?.reasons.flatMap((r) => (r.claim === null ? [] : [[r.claim, r.weight] as const])),
  );
  const nearest = earlier[0] ?? later[0];
  const day = nearest && claimDays(nearest)?.[nearest === earlier[0] ? 1 : 0];
  return (
    <section class="claims">
      <h3>Who says so</h3>
      {around.length > 0 ? (
        <p class="hint">
          {count(around.length, "claim")} of the {AROUND} days before and after {shortDay(view.t)}.
        </p>
      ) : (
        <p class="hint">
          Nobody tells of the {AROUND} days before and after {shortDay(view.t)}.{" "}
          {day !== undefined && (
            <button class="link" type="button" onClick={() => go({ t: day, place: place.id })}>
              Go to the nearest report, {shortDay(day)}
            </button>
          )}
        </p>
      )}
      {around.map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          chosen={claim.id === view.claim}
          weight={weights.get(claim.id)}
        />
      ))}
      <Fold title="earlier" claims={earlier} weights={weights} />
      <Fold title="later" claims={later} weights={weights} />
      <Fold title="undated" claims={undated} weights={weights} />
    </section>
  );
}

interface FoldProps {
  title: string;
  claims: Claim[];
  weights: Map<string, number>;
}

/** Folded claims are only made once they are asked for: a place may have thousands. */
function Fold({ title, claims, weights }: FoldProps): JSX.Element | null {
  const { view } = usePage();
  const holds = claims.some((claim) => claim.id === view.claim);
  const [opened, setOpened] = useState(false);
  if (claims.length === 0) return null;
  return (
    <details
      class="fold"
      open={holds || undefined}
      onToggle={(e) => setOpened(e.currentTarget.open)}
    >
      <summary>{count(claims.length, `${title} claim`)}</summary>
      {(opened || holds) &&
        claims.map((claim) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            chosen={claim.id === view.claim}
            weight={weights.get(claim.id)}
          />
        ))}
    </details>
  );
}
