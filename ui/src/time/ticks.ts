/** Dates under the slider: as many as there is room for, at the starts of years, months or days. */
import { fromCivil, monthName, toCivil, type Day } from "../data/day";

export interface Tick {
  day: Day;
  label: string;
  strong: boolean;
}

/** Room that one label takes (pixels). */
const ROOM = 58;

export function ticks(first: Day, last: Day, width: number): Tick[] {
  const wanted = Math.max(2, Math.floor(width / ROOM));
  const days = last - first + 1;
  const perMonth = [1, 2, 3, 6].find((step) => days / (30.4 * step) <= wanted);
  if (days <= 45) return dayTicks(first, last, Math.ceil(days / wanted));
  if (perMonth !== undefined) return inside(monthTicks(first, last, perMonth), first, last);
  const perYear = Math.max(1, Math.ceil(days / 365.25 / wanted));
  return inside(monthTicks(first, last, 12 * perYear), first, last);
}

function dayTicks(first: Day, last: Day, step: number): Tick[] {
  const found: Tick[] = [];
  for (let day = first; day <= last; day += step) {
    const { month, day: d } = toCivil(day);
    found.push({ day, label: `${d} ${monthName(month)}`, strong: d === 1 });
  }
  return inside(found, first, last);
}

function monthTicks(first: Day, last: Day, step: number): Tick[] {
  const start = toCivil(first);
  const found: Tick[] = [];
  let months = Math.ceil((start.year * 12 + start.month - 1) / step) * step;
  for (;;) {
    const year = Math.floor(months / 12);
    const month = (months % 12) + 1;
    const day = fromCivil(year, month, 1);
    if (day > last) return found;
    if (day >= first)
      found.push({
        day,
        label: month === 1 ? String(year) : monthName(month),
        strong: month === 1,
      });
    months += step;
  }
}

/** A label too near to an end would be cut off there. */
function inside(found: Tick[], first: Day, last: Day): Tick[] {
  const margin = (last - first) * 0.015;
  return found.filter(({ day }) => day >= first + margin && day <= last - margin);
}
