/** How many places are held by whom on a day, contested, unknown, stale. */
import { beliefOn } from "../data/belief";
import { sideName, type Book } from "../data/book";
import type { Day } from "../data/day";
import type { State } from "../data/types";

export interface Count {
  state: State;
  side: string | null;
  places: number;
}

/** Every side and every other state, in the legend's order, those without places too. */
export function tally(book: Book, day: Day): Count[] {
  const counts: Count[] = book.data.sides.map((side) => ({
    state: "held",
    side: side.id,
    places: 0,
  }));
  const rest: State[] = ["contested", "unknown", "stale"];
  counts.push(...rest.map((state): Count => ({ state, side: null, places: 0 })));
  for (const place of book.places) {
    const { state, side } = beliefOn(book, place, day);
    const found = counts.find((c) => c.state === state && (state !== "held" || c.side === side));
    if (found) found.places++;
  }
  return counts;
}

/** "3 held by Ukraine, 2 contested". */
export function tallyWords(book: Book, counts: Count[]): string {
  const words = counts
    .filter((c) => c.places > 0)
    .map(
      (c) => `${c.places} ${c.state === "held" ? `held by ${sideName(book, c.side)}` : c.state}`,
    );
  return words.length ? words.join(", ") : "no places";
}
