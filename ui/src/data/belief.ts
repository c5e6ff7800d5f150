/**
 * What is believed of a place on a day. The probabilities and reasons are the report's own; what is
 * counted here are the claims up to that very day, by the rule that made the spans' counts: a claim
 * counts from its first possible day, and its evidence is as new as its last, but never later than
 * the day looked at.
 */
import type { Day } from "./day";
import type { Book, PlaceEntry, SpanEntry } from "./book";
import type { State } from "./types";

export const CONTESTED = "contested";

export interface Belief {
  state: State;
  side: string | null;
  p: Record<string, number>;
  /** The state that the reasons argue for: a side's id, or "contested". */
  answer: string;
  /** The answer's share of the probability; 0 where nothing is known. */
  share: number;
  span: SpanEntry | null;
  /** First and last day of the stretch with this state and side. */
  since: Day | null;
  until: Day | null;
  newest: Day | null;
  reports: number;
  origins: number;
}

/** The last answer about each place: map, lists and slider all ask of the same day. */
const last = new WeakMap<PlaceEntry, { day: Day; belief: Belief }>();

export function beliefOn(book: Book, place: PlaceEntry, day: Day): Belief {
  const known = last.get(place);
  if (known?.day === day) return known.belief;
  const belief = find(book, place, day);
  last.set(place, { day, belief });
  return belief;
}

function find(book: Book, place: PlaceEntry, day: Day): Belief {
  const span = spanOn(place, day);
  const told = toldBy(book, place, day);
  if (!span)
    return {
      state: "unknown",
      side: null,
      p: {},
      answer: CONTESTED,
      share: 0,
      span: null,
      since: null,
      until: null,
      ...told,
    };
  const stretch = place.stretches.find((s) => s.start <= day && day <= s.end);
  return {
    state: span.state,
    side: span.side,
    p: span.p,
    answer: span.answer,
    share: span.p[span.answer] ?? 0,
    span,
    since: stretch?.start ?? span.first,
    until: stretch?.end ?? span.last,
    ...told,
  };
}

/** The span that holds a day, by halving. */
export function spanOn(place: PlaceEntry, day: Day): SpanEntry | null {
  let low = 0;
  let high = place.spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = place.spans[middle] as SpanEntry;
    if (day < span.first) high = middle - 1;
    else if (day > span.last) low = middle + 1;
    else return span;
  }
  return null;
}

function toldBy(
  book: Book,
  place: PlaceEntry,
  day: Day,
): { newest: Day | null; reports: number; origins: number } {
  const origins = new Set<string>();
  let newest: Day | null = null;
  for (const { start, end, origin } of place.told) {
    if (start > day) continue;
    origins.add(origin);
    newest = Math.max(newest ?? -Infinity, Math.min(end, day));
  }
  let reports = 0;
  for (const id of origins) reports += book.data.origins[id]?.claims.length ?? 0;
  return { newest, reports, origins: origins.size };
}

/** The two states that share a contested place: the sides with most of the probability. */
export function rivals(p: Record<string, number>): [string | null, string | null] {
  const sides = Object.keys(p)
    .filter((s) => s !== CONTESTED)
    .sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0) || a.localeCompare(b));
  return [sides[0] ?? null, sides[1] ?? null];
}
