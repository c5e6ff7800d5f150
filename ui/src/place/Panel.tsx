/** The panel beside map and table: a place, a claim without one, or what the day looks like. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { usePage } from "../shell/context";
import { ClaimCard } from "./ClaimCard";
import { DisputeCard } from "./DisputeCard";
import { Overview } from "./Overview";
import { PlacePanel } from "./PlacePanel";

export function Panel(): JSX.Element {
  const { book, view, still } = usePage();
  const box = useRef<HTMLElement>(null);
  const place = view.place === null ? undefined : book.place.get(view.place);
  const claim = view.claim === null ? undefined : book.data.claims[view.claim];
  const dispute = view.dispute === null ? undefined : book.disputes.get(view.dispute);

  const opened = useRef(false);

  useEffect(() => {
    const chosen = box.current?.querySelector<HTMLElement>(".chosen");
    if (chosen) {
      chosen.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
      chosen.focus({ preventScroll: true });
    } else if (box.current) {
      box.current.scrollTop = 0;
      // The button that led here may be gone: the reader goes on from the new title.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (opened.current && lost)
        document.getElementById("panel-title")?.focus({ preventScroll: true });
    }
    opened.current = true;
  }, [view.place, view.claim, view.dispute]);

  return (
    <aside
      class="panel"
      ref={box}
      aria-label={place ? `Place: ${place.name}` : "The day and its places"}
    >
      {place ? (
        <PlacePanel place={place} key={place.id} />
      ) : claim || dispute ? (
        <Loose>
          {claim && <ClaimCard claim={claim} chosen />}
          {dispute && <DisputeCard dispute={dispute} chosen />}
        </Loose>
      ) : (
        <Overview />
      )}
    </aside>
  );
}

/** What has no place on the map is still there to be read. */
function Loose({ children }: { children: JSX.Element[] | unknown }): JSX.Element {
  const { go, view } = usePage();
  return (
    <div class="place">
      <div class="place-bar">
        <button
          class="link"
          type="button"
          onClick={() => go({ claim: null, dispute: null, t: view.t })}
        >
          ‹ All places
        </button>
      </div>
      <h2 id="panel-title" tabIndex={-1}>
        Not on the map
      </h2>
      <p class="hint">The text names no place that is on this map.</p>
      {children as JSX.Element}
    </div>
  );
}
