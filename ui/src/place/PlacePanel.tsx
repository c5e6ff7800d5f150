/** Everything about one place on one day. */
import type { JSX } from "preact";
import { beliefOn } from "../data/belief";
import type { PlaceEntry } from "../data/book";
import { longDay, parseDay, shortDay, stretch } from "../data/day";
import { usePage } from "../shell/context";
import { Mark } from "../symbols/Mark";
import { specOf } from "../symbols/shapes";
import { Claims } from "./Claims";
import { CopyButton } from "./CopyButton";
import { DisputeCard } from "./DisputeCard";
import { Probability } from "./Probability";
import { Strip } from "./Strip";
import { Waterfall } from "./Waterfall";
import { count, stateSentence } from "./words";

/** Disputes this near to the day are opened with the place (days). */
const NEAR = 14;
const KINDS: Record<string, string> = {
  ADM1: "Region",
  RGN: "Land",
  PCLI: "Country",
  SECTOR: "Stretch of front",
};

export function PlacePanel({ place }: { place: PlaceEntry }): JSX.Element {
  const { book, view, go, ink } = usePage();
  const belief = beliefOn(book, place, view.t);
  return (
    <article class="place">
      <div class="place-bar">
        <button
          class="link"
          type="button"
          onClick={() => go({ place: null, claim: null, dispute: null, t: view.t })}
        >
          ‹ All places
        </button>
        <CopyButton
          label="Copy link"
          what="Link to this place and day"
          link={{ t: view.t, place: place.id }}
        />
      </div>
      <header class="place-head">
        <Mark spec={specOf(book, belief, place.area)} ink={ink} size={34} />
        <div>
          <h2 id="panel-title" tabIndex={-1}>
            <bdi>{place.name}</bdi>
          </h2>
          <p class="place-kind">
            {KINDS[place.kind] ?? "Settlement"}, on {longDay(view.t)}
          </p>
        </div>
      </header>
      <p class="place-state" data-state={belief.state}>
        {stateSentence(book, belief, view.t)}.
      </p>
      <Probability belief={belief} />
      <p class="facts">
        <span>
          {count(belief.reports, "report")}, {count(belief.origins, "independent origin")}
        </span>
        <span>
          {belief.newest === null
            ? "no evidence up to this day"
            : belief.newest === view.t
              ? "newest evidence of this very day"
              : `newest evidence ${stretch(view.t - belief.newest)} old (${shortDay(belief.newest)})`}
        </span>
        {place.lat === null && <span>without coordinates, so not on the map</span>}
      </p>
      <Strip place={place} />
      {belief.span && <Waterfall span={belief.span} />}
      <Disputed place={place} />
      <Claims place={place} belief={belief} />
    </article>
  );
}

function Disputed({ place }: { place: PlaceEntry }): JSX.Element | null {
  const { view } = usePage();
  const near = place.disputes.filter((d) => {
    const start = parseDay(d.start);
    const end = parseDay(d.end);
    return (
      d.id === view.dispute ||
      (start !== null && end !== null && start - NEAR <= view.t && view.t <= end + NEAR)
    );
  });
  if (near.length === 0) return null;
  return (
    <section>
      <h3>Disputed around this day</h3>
      {near.map((dispute) => (
        <DisputeCard
          key={dispute.id}
          dispute={dispute}
          chosen={dispute.id === view.dispute}
          folded
        />
      ))}
    </section>
  );
}
