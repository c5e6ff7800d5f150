/** The map inside the page, with the name of what the pointer is over. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { beliefOn } from "../data/belief";
import { percent, stateWords } from "../place/words";
import { usePage } from "../shell/context";
import { Legend } from "../shell/Legend";
import { PlaceMap } from "./PlaceMap";

interface Hover {
  place: string;
  x: number;
  y: number;
}

interface Props {
  hidden: boolean;
  /** Called where the map cannot be drawn after all. */
  onFail: () => void;
}

export function MapView({ hidden, onFail }: Props): JSX.Element {
  const { book, view, go, dark, still } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<PlaceMap | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const shown = { day: view.t, place: view.place, dark, still };

  // A map that was never shown has no size to fit its places into.
  const wanted = useRef(false);
  wanted.current ||= !hidden;

  useEffect(() => {
    if (!box.current || !wanted.current) return undefined;
    let made: PlaceMap;
    try {
      made = new PlaceMap(box.current, book, view.map, shown, {
        onPick: (place) => go({ place, claim: null, dispute: null }, "push"),
        onMove: (camera) => go({ map: camera }, "replace"),
        onHover: (place, x, y) => setHover(place === null ? null : { place, x, y }),
      });
    } catch (error) {
      console.warn("The map cannot be drawn here:", error);
      onFail();
      return undefined;
    }
    map.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.remove();
    };
  }, [book, wanted.current]);

  // Behind another tab the map stands still; coming back it catches up.
  useEffect(() => {
    if (!hidden) map.current?.show(shown);
  }, [view.t, view.place, dark, still, hidden]);
  useEffect(() => {
    if (view.map && !hidden) map.current?.moveTo(view.map);
  }, [view.map, hidden]);

  return (
    <section class="map" aria-label="Map" hidden={hidden}>
      <div class="map-canvas" ref={box} />
      <button
        class="map-fit quiet"
        type="button"
        onClick={() => {
          map.current?.fit();
          go({ map: null }, "replace");
        }}
      >
        Show all places
      </button>
      {hover && <Tip {...hover} />}
      <Legend />
    </section>
  );
}

function Tip({ place: id, x, y }: Hover): JSX.Element | null {
  const { book, view } = usePage();
  const place = book.place.get(id);
  if (!place) return null;
  const belief = beliefOn(book, place, view.t);
  return (
    <div class="map-tip" style={{ left: `${x}px`, top: `${y}px` }} aria-hidden="true">
      <strong>{place.name}</strong>
      <span>
        {stateWords(book, belief.state, belief.side)}
        {belief.span && belief.state === "held" ? `, ${percent(belief.share)}` : ""}
      </span>
    </div>
  );
}
