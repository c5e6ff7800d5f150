/** A view made whole: a link that names only a claim or a dispute opens on its place and day. */
import type { Book } from "../data/book";
import { claimDays, clamp } from "../data/book";
import { parseDay, type Day } from "../data/day";
import type { View } from "./schema";

export interface Whole extends View {
  t: Day;
}

export function resolve(book: Book, view: View): Whole {
  const claim = view.claim === null ? undefined : book.data.claims[view.claim];
  const dispute = view.dispute === null ? undefined : book.disputes.get(view.dispute);
  let place = view.place;
  let t = view.t;
  if (claim) {
    place ??= claim.place_id;
    t ??= claimDays(claim)?.[1] ?? null;
  }
  if (dispute) {
    place ??= dispute.place?.id ?? null;
    t ??= parseDay(dispute.end);
  }
  return {
    ...view,
    t: clamp(t ?? book.focus, book.start, book.end),
    place: place !== null && book.place.has(place) ? place : null,
    claim: claim ? view.claim : null,
    dispute: dispute ? view.dispute : null,
  };
}
