/** The report's data with the look-ups that the page needs, made once. */
import type { Day } from "./day";
import { parseDay } from "./day";
import type { Claim, Data, Dispute, Doc, Place, Side, Span, State } from "./types";

export interface SpanEntry extends Omit<Span, "start" | "end"> {
  first: Day;
  last: Day;
}

/** Days in a row with the same state and side. */
export interface Stretch {
  start: Day;
  end: Day;
  state: State;
  side: string | null;
  p: Record<string, number>;
}

/** A claim with weight, as the counts of a day need it. */
export interface Told {
  start: Day;
  end: Day;
  origin: string;
}

export interface PlaceEntry extends Omit<Place, "spans"> {
  spans: SpanEntry[];
  stretches: Stretch[];
  /** An area, drawn as a badge: a region, a country, a named land. */
  area: boolean;
  disputes: Dispute[];
  told: Told[];
}

export interface Book {
  data: Data;
  start: Day;
  end: Day;
  focus: Day;
  held: number;
  staleDays: number;
  sides: Map<string, Side & { index: number }>;
  /** By name, as every list shows them. */
  places: PlaceEntry[];
  place: Map<string, PlaceEntry>;
  disputes: Map<string, Dispute>;
  claimsOf: Map<string, Claim[]>;
  documents: Doc[];
}

const AREAS = new Set(["ADM1", "RGN", "PCLI"]);

export function makeBook(raw: Data): Book {
  const data = {
    ...raw,
    claims: bare(raw.claims),
    origins: bare(raw.origins),
    documents: bare(raw.documents),
  };
  const start = parseDay(data.start) ?? 0;
  const end = Math.max(start, parseDay(data.end) ?? start);
  const disputes = byPlace(data.disputes);
  const places = data.places.map((place) => placeEntry(place, data, disputes.get(place.id) ?? []));
  places.sort((a, b) => a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id));
  const claimsOf = new Map<string, Claim[]>();
  for (const claim of Object.values(data.claims)) {
    const list = claimsOf.get(claim.document);
    if (list) list.push(claim);
    else claimsOf.set(claim.document, [claim]);
  }
  return {
    data,
    start,
    end,
    focus: clamp(parseDay(data.focus) ?? start, start, end),
    held: data.rules?.held ?? 0.6,
    staleDays: data.rules?.stale_days ?? 60,
    sides: new Map(data.sides.map((side, index) => [side.id, { ...side, index }])),
    places,
    place: new Map(places.map((place) => [place.id, place])),
    disputes: new Map(data.disputes.map((dispute) => [dispute.id, dispute])),
    claimsOf,
    documents: Object.values(data.documents),
  };
}

/** The same entries without what objects inherit, so that no id is ever "constructor". */
function bare<T>(entries: Record<string, T>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}

function byPlace(disputes: Dispute[]): Map<string, Dispute[]> {
  const found = new Map<string, Dispute[]>();
  for (const dispute of disputes) {
    if (dispute.place)
      found.set(dispute.place.id, [...(found.get(dispute.place.id) ?? []), dispute]);
  }
  return found;
}

function placeEntry(place: Place, data: Data, disputes: Dispute[]): PlaceEntry {
  const spans: SpanEntry[] = [];
  for (const { start, end, ...rest } of place.spans) {
    const first = parseDay(start);
    const last = parseDay(end);
    if (first !== null && last !== null) spans.push({ ...rest, first, last });
  }
  spans.sort((a, b) => a.first - b.first);
  return {
    ...place,
    spans,
    stretches: stretches(spans),
    area: AREAS.has(place.kind),
    disputes,
    told: place.claims.flatMap((id): Told[] => {
      const claim = data.claims[id];
      const days = claim && claimDays(claim);
      return claim?.origin && days ? [{ start: days[0], end: days[1], origin: claim.origin }] : [];
    }),
  };
}

function stretches(spans: SpanEntry[]): Stretch[] {
  const found: Stretch[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last && last.state === span.state && last.side === span.side && last.end + 1 === span.first)
      last.end = span.last;
    else
      found.push({
        start: span.first,
        end: span.last,
        state: span.state,
        side: span.side,
        p: span.p,
      });
  }
  return found;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

export function sideName(book: Book, id: string | null): string {
  return id === null ? "nobody" : (book.sides.get(id)?.name ?? id);
}

/** First and last possible day of a claim; null where its words name none. */
export function claimDays(claim: Claim): [Day, Day] | null {
  const start = parseDay(claim.time?.start);
  const end = parseDay(claim.time?.end);
  return start === null || end === null ? null : [start, end];
}
