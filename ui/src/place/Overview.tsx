/** What the panel shows where no place is open: the day's tally, recent changes, every place. */
import type { JSX } from "preact";
import { beliefOn } from "../data/belief";
import type { Book, PlaceEntry, Stretch } from "../data/book";
import { longDay, shortDay, type Day } from "../data/day";
import { usePage } from "../shell/context";
import { tally } from "../shell/tally";
import { Mark } from "../symbols/Mark";
import { specOf, type SymbolSpec } from "../symbols/shapes";
import { count, percent, stateWords } from "./words";

/** Changes of this many days up to the day are listed. */
const RECENT = 14;

export function Overview(): JSX.Element {
  const { view } = usePage();
  return (
    <div class="overview">
      <h2 id="panel-title" tabIndex={-1}>
        {longDay(view.t)}
      </h2>
      <Tally />
      <Changes />
      <PlaceList />
    </div>
  );
}

function Tally(): JSX.Element {
  const { book, view, ink } = usePage();
  const counts = tally(book, view.t).filter((c) => c.places > 0 || c.state === "held");
  const second = book.data.sides.length > 1 ? 1 : -1;
  const spec = (state: SymbolSpec["state"], side: string | null): SymbolSpec => ({
    state,
    a: state === "unknown" ? -1 : side === null ? 0 : (book.sides.get(side)?.index ?? -1),
    b: state === "contested" ? second : -1,
    area: false,
  });
  return (
    <ul class="tally">
      {counts.map((c) => (
        <li key={`${c.state}${c.side}`}>
          <Mark spec={spec(c.state, c.side)} ink={ink} size={20} />
          <strong>{c.places}</strong>
          <span>{c.state === "stale" ? "stale" : stateWords(book, c.state, c.side)}</span>
        </li>
      ))}
    </ul>
  );
}

interface Change {
  place: PlaceEntry;
  from: Stretch;
  to: Stretch;
}

function changes(book: Book, from: Day, to: Day): Change[] {
  const found = book.places.flatMap((place) =>
    place.stretches.flatMap((next, i): Change[] => {
      const before = place.stretches[i - 1];
      // Growing stale is nobody's doing.
      const told = before && next.state !== "stale" && next.start >= from && next.start <= to;
      return told ? [{ place, from: before, to: next }] : [];
    }),
  );
  return found.sort((a, b) => b.to.start - a.to.start || a.place.name.localeCompare(b.place.name));
}

function Changes(): JSX.Element {
  const { book, view, go } = usePage();
  const found = changes(book, view.t - RECENT + 1, view.t);
  return (
    <section>
      <h3>Changed in the {RECENT} days to this one</h3>
      {found.length === 0 && <p class="hint">Nothing.</p>}
      <ul class="changes">
        {found.map(({ place, from, to }) => (
          <li key={`${place.id}${to.start}`}>
            <button class="row" type="button" onClick={() => go({ place: place.id, t: to.start })}>
              <span class="row-day">{shortDay(to.start)}</span>
              <span>
                <bdi class="row-name">{place.name}</bdi>{" "}
                <span class="row-note">
                  {stateWords(book, from.state, from.side)} → {stateWords(book, to.state, to.side)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The map's places as buttons: the way to them without seeing the map. */
function PlaceList(): JSX.Element {
  const { book, view, go, ink } = usePage();
  return (
    <section>
      <h3 id="place-list">{count(book.places.length, "place")}</h3>
      <ul class="place-list" aria-labelledby="place-list">
        {book.places.map((place) => {
          const belief = beliefOn(book, place, view.t);
          const words = stateWords(book, belief.state, belief.side);
          return (
            <li key={place.id}>
              <button class="row" type="button" onClick={() => go({ place: place.id })}>
                <Mark
                  spec={specOf(book, belief, place.area)}
                  ink={ink}
                  size={place.area ? 24 : 18}
                />
                <span>
                  <bdi class="row-name">{place.name}</bdi> <span class="row-note">{words}</span>
                </span>
                {belief.state === "held" && <span class="row-share">{percent(belief.share)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
