/** Tells screen readers what changed: the day with its tally, or the place that was opened. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { beliefOn } from "../data/belief";
import { longDay } from "../data/day";
import { stateSentence } from "../place/words";
import type { Page } from "./context";
import { tally, tallyWords } from "./tally";

/** Only where the view rests this long is it spoken (milliseconds). */
const REST = 600;

export function Announcer({ sentence }: { sentence: string }): JSX.Element {
  return (
    <div class="sr" role="status" aria-live="polite">
      {sentence}
    </div>
  );
}

export function useSpokenView(page: Page, playing: boolean): void {
  const { book, view, say } = page;
  const before = useRef({ t: view.t, place: view.place });
  useEffect(() => {
    const { t, place } = before.current;
    if (playing || (t === view.t && place === view.place)) return undefined;
    const timer = setTimeout(() => {
      before.current = { t: view.t, place: view.place };
      const entry = view.place === null ? undefined : book.place.get(view.place);
      if (entry)
        say(
          `${longDay(view.t)}. ${entry.name}: ${stateSentence(book, beliefOn(book, entry, view.t), view.t)}.`,
        );
      else say(`${longDay(view.t)}: ${tallyWords(book, tally(book, view.t))}.`);
    }, REST);
    return () => clearTimeout(timer);
  }, [view.t, view.place, playing]);
}
