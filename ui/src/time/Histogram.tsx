/** Reports per day above the slider: dark for those with weight on the map, light for the rest. */
import type { JSX } from "preact";
import type { Day } from "../data/day";
import { usePage } from "../shell/context";
import { dayCounts } from "./told";

const HEIGHT = 34;
/** The slider's thumb reaches over the track's ends by half its width (pixels). */
const THUMB = 8;
/** No bar is thinner than this (pixels). */
const BAR = 2;

export function Histogram({
  first,
  last,
  width,
}: {
  first: Day;
  last: Day;
  width: number;
}): JSX.Element {
  const { book, view } = usePage();
  const counts = dayCounts(book);
  const room = Math.max(1, width - 2 * THUMB);
  const days = last - first + 1;
  const perBar = Math.max(1, Math.ceil((days * BAR) / room));
  const bars = sums(counts.all, counts.moving, first - book.start, days, perBar);
  const top = Math.max(1, ...bars.map((bar) => bar.all));
  // The root keeps days with one report visible beside days with fifty.
  const height = (n: number): number => (n <= 0 ? 0 : Math.max(1.5, HEIGHT * Math.sqrt(n / top)));
  const x = (day: number): number => THUMB + (day / Math.max(1, days - 1)) * room;
  const step = (room / Math.max(1, days - 1)) * perBar;
  const thick = Math.min(14, Math.max(1, step - (step > 3 ? 1 : 0)));
  return (
    <svg class="histogram" width={width} height={HEIGHT} aria-hidden="true">
      {bars.map((bar) => (
        <g key={bar.at}>
          <rect
            class="bar"
            x={x(bar.at) - thick / 2}
            width={thick}
            y={HEIGHT - height(bar.all)}
            height={height(bar.all)}
          />
          <rect
            class="bar moving"
            x={x(bar.at) - thick / 2}
            width={thick}
            y={HEIGHT - height(bar.moving)}
            height={height(bar.moving)}
          />
        </g>
      ))}
      <line class="now" x1={x(view.t - first)} x2={x(view.t - first)} y1={0} y2={HEIGHT} />
    </svg>
  );
}

interface Bar {
  /** Middle of the bar, in days from the window's first. */
  at: number;
  all: number;
  moving: number;
}

function sums(
  all: Float64Array,
  moving: Float64Array,
  from: number,
  days: number,
  perBar: number,
): Bar[] {
  const bars: Bar[] = [];
  for (let i = 0; i < days; i += perBar) {
    const bar: Bar = { at: i + (perBar - 1) / 2, all: 0, moving: 0 };
    for (let d = i; d < Math.min(i + perBar, days); d++) {
      bar.all += all[from + d] ?? 0;
      bar.moving += moving[from + d] ?? 0;
    }
    if (bar.all > 0.02) bars.push(bar);
  }
  return bars;
}
