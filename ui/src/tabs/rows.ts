/** The table's rows: what the map shows on a day, as data, narrowed and sorted. */
import { beliefOn, CONTESTED } from "../data/belief";
import { sideName, type Book, type PlaceEntry } from "../data/book";
import { isoDay, type Day } from "../data/day";
import type { State } from "../data/types";
import { matches } from "../shell/fold";
import { specOf, type SymbolSpec } from "../symbols/shapes";

export interface Row {
  place: PlaceEntry;
  spec: SymbolSpec;
  state: State;
  side: string | null;
  share: number;
  newest: Day | null;
  reports: number;
  origins: number;
  p: Record<string, number>;
}

export interface Column {
  key: string;
  name: string;
  numeric?: boolean;
  value: (row: Row) => string | number;
}

const STATES: readonly State[] = ["held", "contested", "stale", "unknown"];

export function columns(book: Book): Column[] {
  return [
    { key: "place", name: "Place", value: (r) => r.place.name },
    { key: "state", name: "State", value: (r) => `${STATES.indexOf(r.state)}` },
    { key: "side", name: "Side", value: (r) => (r.side === null ? "" : sideName(book, r.side)) },
    { key: "probability", name: "Probability", numeric: true, value: (r) => r.share },
    { key: "newest", name: "Newest evidence", numeric: true, value: (r) => r.newest ?? -Infinity },
    { key: "reports", name: "Reports", numeric: true, value: (r) => r.reports },
    { key: "origins", name: "Origins", numeric: true, value: (r) => r.origins },
  ];
}

export function rows(book: Book, day: Day, query: string, sort: string): Row[] {
  const found = book.places.flatMap((place): Row[] => {
    const belief = beliefOn(book, place, day);
    const { state, side, share, newest, reports, origins, p } = belief;
    const row = {
      place,
      spec: specOf(book, belief, place.area),
      state,
      side,
      share,
      newest,
      reports,
      origins,
      p,
    };
    return matches(query, place.name, state, side, side && sideName(book, side)) ? [row] : [];
  });
  const down = sort.startsWith("-");
  const column = columns(book).find((c) => c.key === sort.replace(/^-/, ""));
  if (!column) return found;
  const compare = (a: Row, b: Row): number => {
    const x = column.value(a);
    const y = column.value(b);
    const order =
      typeof x === "number" && typeof y === "number"
        ? x < y
          ? -1
          : x > y
            ? 1
            : 0
        : String(x).localeCompare(String(y), "en");
    return down ? -order : order;
  };
  // Sorting keeps the order of names among equals.
  return found.sort(compare);
}

/** The rows as CSV (RFC 4180), with every side's probability. */
export function csv(book: Book, day: Day, shown: Row[]): string {
  const states = [...book.data.sides.map((side) => side.id), CONTESTED];
  const head = [
    "date",
    "place_id",
    "place",
    "kind",
    "lat",
    "lon",
    "state",
    "side",
    "probability",
    "newest_evidence",
    "reports",
    "origins",
    ...states.map((s) => `p_${s}`),
  ];
  const lines = shown.map((r) => [
    isoDay(day),
    r.place.id,
    r.place.name,
    r.place.kind,
    r.place.lat,
    r.place.lon,
    r.state,
    r.side,
    r.state === "unknown" ? null : r.share,
    r.newest === null ? null : isoDay(r.newest),
    r.reports,
    r.origins,
    ...states.map((s) => r.p[s] ?? null),
  ]);
  return [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
