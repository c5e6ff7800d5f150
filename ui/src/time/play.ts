/** Playing the days like a film; where motion is not wanted, from report to report at a slow pace. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Page } from "../shell/context";
import { nextTold } from "./told";

/** Playing the whole of a slider takes about this long (milliseconds), but no day is a flicker. */
const LENGTH = 40_000;
const FASTEST = 80;
const SLOWEST = 350;
/** One step a second and a half where motion is reduced. */
const CALM = 1500;

export interface Player {
  playing: boolean;
  toggle: () => void;
  pause: () => void;
}

export function usePlayer(page: Page): Player {
  const [playing, setPlaying] = useState(false);
  const latest = useRef(page);
  latest.current = page;
  const { book, view, still } = page;
  const days = view.window || book.end - book.start + 1;
  const pace = still ? CALM : Math.min(SLOWEST, Math.max(FASTEST, LENGTH / days));
  // Long histories take more than one day a step rather than steps that no eye follows.
  const stride = still ? 1 : Math.max(1, Math.round((FASTEST * days) / LENGTH));

  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      const { book, view, go, still } = latest.current;
      const next = still ? nextTold(book, view.t, 1) : Math.min(view.t + stride, book.end);
      if (next === view.t) setPlaying(false);
      else go({ t: next }, "glide");
    }, pace);
    return () => clearInterval(timer);
  }, [playing, pace, stride]);

  // Days do not run on where nobody sees them.
  const seen = view.tab === "map" || view.tab === "table";
  useEffect(() => {
    if (!seen) setPlaying(false);
  }, [seen]);

  return {
    playing,
    pause: () => setPlaying(false),
    toggle: () => {
      if (!playing && view.t >= book.end) page.go({ t: book.start }, "glide");
      setPlaying(!playing);
    },
  };
}
