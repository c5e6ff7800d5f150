/** On which days something is told of: the histogram's counts, and the next day with reports. */
import { claimDays, clamp, type Book } from "../data/book";
import type { Day } from "../data/day";

/** Claims that name a longer stretch than this tell of no day in particular. */
const DISTINCT = 31;

export interface DayCounts {
  /** Claims per day from the book's first day on; one that names a stretch is spread over it. */
  all: Float64Array;
  /** Those of them that have weight on the map. */
  moving: Float64Array;
  /** Days on which a claim of at most a month begins, in order. */
  starts: Day[];
}

const cache = new WeakMap<Book, DayCounts>();

export function dayCounts(book: Book): DayCounts {
  const known = cache.get(book);
  if (known) return known;
  const length = book.end - book.start + 1;
  const counts: DayCounts = {
    all: new Float64Array(length),
    moving: new Float64Array(length),
    starts: [],
  };
  const starts = new Set<Day>();
  for (const claim of Object.values(book.data.claims)) {
    const days = claimDays(claim);
    if (!days || days[1] < book.start || days[0] > book.end) continue;
    const first = clamp(days[0], book.start, book.end);
    const last = clamp(days[1], book.start, book.end);
    const share = 1 / (days[1] - days[0] + 1);
    for (let i = first - book.start; i <= last - book.start; i++) {
      counts.all[i] = (counts.all[i] ?? 0) + share;
      if (claim.origin !== null) counts.moving[i] = (counts.moving[i] ?? 0) + share;
    }
    if (days[1] - days[0] < DISTINCT) starts.add(first);
  }
  counts.starts = [...starts].sort((a, b) => a - b);
  cache.set(book, counts);
  return counts;
}

/** The nearest later (1) or earlier (-1) day on which a claim begins; the same day where none. */
export function nextTold(book: Book, day: Day, step: 1 | -1): Day {
  const { starts } = dayCounts(book);
  const found = step > 0 ? starts.find((d) => d > day) : starts.findLast((d) => d < day);
  return found ?? day;
}
