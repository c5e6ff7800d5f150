/**
 * Days of the calendar as whole numbers, 0 being 1 January 1970. No clock and no time zone takes
 * part: a day that a source wrote is the day that is shown, wherever the reader sits.
 */
export type Day = number;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export interface Civil {
  year: number;
  month: number;
  day: number;
}

/** The day of an ISO date; null where the text is none, or names a day that no month has. */
export function parseDay(iso: string | null | undefined): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso ?? "");
  if (!match) return null;
  const day = fromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === iso ? day : null;
}

/** Days from 1970 to a date of the Gregorian calendar (Howard Hinnant's algorithm). */
export function fromCivil(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

/** The date of a day: the way back of `fromCivil`. */
export function toCivil(day: Day): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

export function isoDay(day: Day): string {
  const { year, month, day: d } = toCivil(day);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(d)}`;
}

const two = (n: number): string => String(n).padStart(2, "0");

export function monthName(month: number, short = true): string {
  const name = MONTHS[month - 1] ?? "";
  return short ? name.slice(0, 3) : name;
}

/** "12 Sep 2022". */
export function shortDay(day: Day): string {
  const { year, month, day: d } = toCivil(day);
  return `${d} ${monthName(month)} ${year}`;
}

/** "12 September 2022": as it is spoken. */
export function longDay(day: Day): string {
  const { year, month, day: d } = toCivil(day);
  return `${d} ${monthName(month, false)} ${year}`;
}

/** "10–11 Sep 2022", "30 Aug – 2 Sep 2022", "28 Dec 2022 – 3 Jan 2023". */
export function dayRange(start: Day, end: Day): string {
  if (start === end) return shortDay(start);
  const a = toCivil(start);
  const b = toCivil(end);
  if (a.year !== b.year) return `${shortDay(start)} – ${shortDay(end)}`;
  if (a.month !== b.month) return `${a.day} ${monthName(a.month)} – ${shortDay(end)}`;
  return `${a.day}–${shortDay(end)}`;
}

/** "today", "1 day", "12 days", "7 weeks", "3 months", "2 years": how long a stretch is. */
export function stretch(days: number): string {
  const unit = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  if (days < 28) return unit(days, "day");
  if (days < 60) return unit(Math.round(days / 7), "week");
  if (days < 700) return unit(Math.round(days / 30.44), "month");
  return unit(Math.round(days / 365.25), "year");
}
