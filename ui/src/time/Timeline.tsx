/** The days: a slider with real dates, reports per day above it, and play and step buttons. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { clamp } from "../data/book";
import { longDay, shortDay, type Day } from "../data/day";
import { usePage } from "../shell/context";
import { tally, tallyWords } from "../shell/tally";
import { Histogram } from "./Histogram";
import { ticks } from "./ticks";
import type { Player } from "./play";
import { nextTold } from "./told";

const WINDOWS: readonly [number, string][] = [
  [0, "all days"],
  [366, "a year"],
  [91, "3 months"],
  [31, "a month"],
];

type Window = [first: Day, last: Day];

/** First and last day on the slider: all, or a stretch with the day in its middle. It stands still
 * until the day leaves it, or it would run away from the hand that drags. */
export function windowOf(start: Day, end: Day, t: Day, length: number, before?: Window): Window {
  if (length === 0 || length > end - start) return [start, end];
  if (before && before[1] - before[0] + 1 === length && before[0] <= t && t <= before[1])
    return before;
  const first = clamp(t - Math.floor(length / 2), start, end - length + 1);
  return [first, first + length - 1];
}

export function Timeline({ player }: { player: Player }): JSX.Element {
  const { book, view, go } = usePage();
  const before = useRef<Window>();
  before.current = windowOf(book.start, book.end, view.t, view.window, before.current);
  const [first, last] = before.current;
  const [box, width] = useWidth();
  const to = (day: Day): void => {
    player.pause();
    go({ t: clamp(day, book.start, book.end) }, "glide");
  };
  const said = `${longDay(view.t)}: ${tallyWords(book, tally(book, view.t))}`;

  return (
    <section class="timeline" aria-label="Days">
      <div class="timeline-head">
        <button
          class="play"
          type="button"
          aria-pressed={player.playing}
          onClick={player.toggle}
          title="Play or pause (space)"
        >
          <span aria-hidden="true">{player.playing ? "❚❚" : "▶"}</span>
          <span class="sr">{player.playing ? "Pause" : "Play the days"}</span>
        </button>
        <div class="steps">
          <Step
            label="Previous day with reports"
            keys="{"
            sign="«"
            act={() => to(nextTold(book, view.t, -1))}
          />
          <Step label="One day back" keys="[" sign="‹" act={() => to(view.t - 1)} />
          <output class="today" for="day">
            {shortDay(view.t)}
          </output>
          <Step label="One day on" keys="]" sign="›" act={() => to(view.t + 1)} />
          <Step
            label="Next day with reports"
            keys="}"
            sign="»"
            act={() => to(nextTold(book, view.t, 1))}
          />
        </div>
        <label class="window">
          <span>Showing</span>{" "}
          <select
            value={view.window}
            onChange={(e) => go({ window: Number(e.currentTarget.value) }, "replace")}
          >
            {WINDOWS.map(([days, name]) => (
              <option key={days} value={days}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="track" ref={box}>
        <Histogram first={first} last={last} width={width} />
        <input
          id="day"
          type="range"
          aria-label="Day"
          aria-valuetext={said}
          aria-keyshortcuts="[ ]"
          min={first}
          max={last}
          step={1}
          value={view.t}
          onInput={(e) => to(Number(e.currentTarget.value))}
        />
        <div class="ticks" aria-hidden="true">
          {ticks(first, last, width).map(({ day, label, strong }) => (
            <span
              key={day}
              class={strong ? "tick strong" : "tick"}
              style={{ left: `${place(day, first, last)}%` }}
            >
              {label}
            </span>
          ))}
        </div>
      </div>
    </section>
  );
}

const place = (day: Day, first: Day, last: Day): number =>
  ((day - first) / Math.max(1, last - first)) * 100;

function Step({
  label,
  keys,
  sign,
  act,
}: {
  label: string;
  keys: string;
  sign: string;
  act: () => void;
}): JSX.Element {
  return (
    <button
      class="quiet"
      type="button"
      title={`${label} (${keys})`}
      aria-keyshortcuts={keys}
      onClick={act}
    >
      <span aria-hidden="true">{sign}</span>
      <span class="sr">{label}</span>
    </button>
  );
}

function useWidth(): [(element: HTMLDivElement | null) => void, number] {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(300);
  const set = useRef(setElement);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = (): void => setWidth(element.clientWidth || 300);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, [element]);
  return [set.current, width];
}
