/** The place's whole history as a strip; a click goes to the day under the pointer. */
import type { JSX } from "preact";
import { rivals } from "../data/belief";
import { clamp, type Book, type PlaceEntry, type Stretch } from "../data/book";
import { dayRange, shortDay, type Day } from "../data/day";
import { usePage } from "../shell/context";
import { count, stateWords, stretchWords } from "./words";

export function Strip({ place }: { place: PlaceEntry }): JSX.Element {
  const { book, view, go } = usePage();
  const length = book.end - book.start + 1;
  const x = (day: Day): number => (clamp(day - book.start, 0, length) / length) * 100;
  const click = (event: MouseEvent): void => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const day = book.start + Math.floor(((event.clientX - box.left) / box.width) * length);
    go({ t: clamp(day, book.start, book.end) });
  };
  return (
    <section class="history">
      <h3>History</h3>
      <div class="strip" onClick={click} aria-hidden="true">
        {place.stretches.map((s) => (
          <span
            key={s.start}
            class={`strip-span ${s.state}`}
            title={stretchWords(book, s)}
            style={{
              left: `${x(s.start)}%`,
              width: `${x(s.end + 1) - x(s.start)}%`,
              ...colours(book, s),
            }}
          />
        ))}
        {told(book, place).map((day) => (
          <i key={day} class="strip-told" style={{ left: `${x(day)}%` }} />
        ))}
        <b class="strip-now" style={{ left: `${x(view.t + 0.5)}%` }} />
      </div>
      <div class="strip-ends" aria-hidden="true">
        <span>{shortDay(book.start)}</span>
        <span>{shortDay(book.end)}</span>
      </div>
      <details class="quiet-details">
        <summary>{count(place.stretches.length, "stretch")}, one by one</summary>
        <ol class="stretches">
          {place.stretches.map((s) => (
            <li key={s.start}>
              <button
                class="row"
                type="button"
                aria-current={s.start <= view.t && view.t <= s.end ? "date" : undefined}
                onClick={() => go({ t: clamp(s.start, book.start, book.end) })}
              >
                <span class="row-day wide">{dayRange(s.start, s.end)}</span>
                <span>{stateWords(book, s.state, s.side)}</span>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function colours(book: Book, s: Stretch): Record<string, string> {
  const [first, second] = s.side === null ? rivals(s.p) : [s.side, null];
  const colour = (id: string | null): string => book.sides.get(id ?? "")?.colour ?? "gray";
  return { "--a": colour(first), "--b": colour(second ?? first) };
}

/** Days on which claims with weight begin. */
function told(book: Book, place: PlaceEntry): Day[] {
  const days = new Set<Day>();
  for (const { start } of place.told) if (start >= book.start && start <= book.end) days.add(start);
  return [...days];
}
