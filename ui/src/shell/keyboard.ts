/** The page's keys. Single letters are only taken where nobody is typing. */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { clamp } from "../data/book";
import type { Player } from "../time/play";
import { nextTold } from "../time/told";
import type { Page } from "./context";

/** Every key with its words: the cheat sheet is made from this. */
export const KEYS: readonly { keys: string[]; does: string }[] = [
  { keys: ["/"], does: "find a place, or a claim or dispute by its id" },
  { keys: ["j", "k"], does: "next, previous place" },
  { keys: ["[", "]"], does: "one day back, one day on" },
  { keys: ["{", "}"], does: "previous, next day with reports" },
  { keys: ["Home", "End"], does: "first, last day" },
  { keys: ["Space"], does: "play, pause the days" },
  { keys: ["1", "…", "5"], does: "Map, Table, Disputes, Sources, About" },
  { keys: ["Esc"], does: "close what is open" },
  { keys: ["?"], does: "this sheet" },
];

interface Reach {
  find: RefObject<HTMLInputElement>;
  player: Player;
  openKeys: () => void;
}

export function useKeys(page: Page, reach: Reach): void {
  // Before the first frame is shown: a key pressed at once is heard.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open]")) return;
      if (act(event, page, reach)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}

/** Does what a key says; whether it said anything. */
function act(event: KeyboardEvent, page: Page, { find, player, openKeys }: Reach): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  const { book, view, go } = page;
  if (event.key === "Escape") return close(page, player);
  if (isTyping(target)) return false;
  const day = (t: number): boolean => {
    player.pause();
    go({ t: clamp(t, book.start, book.end) }, "glide");
    return true;
  };
  switch (event.key) {
    case "/":
      find.current?.focus();
      return true;
    case "?":
      openKeys();
      return true;
    case "[":
      return day(view.t - 1);
    case "]":
      return day(view.t + 1);
    case "{":
      return day(nextTold(book, view.t, -1));
    case "}":
      return day(nextTold(book, view.t, 1));
    case "j":
      return stepPlace(page, 1);
    case "k":
      return stepPlace(page, -1);
    case "Home":
      return !scrolls(target) && day(book.start);
    case "End":
      return !scrolls(target) && day(book.end);
    case " ":
      // There it presses a button or scrolls, as everywhere.
      if (target.matches("button, a, summary, .sheet, .table-scroll")) return false;
      player.toggle();
      return true;
    case "1":
    case "2":
    case "3":
    case "4":
    case "5":
      go({
        tab:
          (["map", "table", "disputes", "sources", "about"] as const)[Number(event.key) - 1] ??
          "map",
        q: "",
      });
      return true;
    default:
      return false;
  }
}

function isTyping(target: Element): boolean {
  return target.closest("input:not([type=range]), textarea, select, [contenteditable]") !== null;
}

/** Home and End belong to a list or panel that the reader is in. */
function scrolls(target: Element): boolean {
  return target.closest(".panel, .sheet, .table-scroll, input") !== null;
}

function close({ view, go }: Page, player: Player): boolean {
  if (player.playing) player.pause();
  else if (view.claim !== null || view.dispute !== null)
    go({ claim: null, dispute: null, place: view.place, t: view.t });
  else if (view.place !== null) go({ place: null });
  else return false;
  return true;
}

function stepPlace({ book, view, go }: Page, step: 1 | -1): boolean {
  const places = book.places;
  if (!places.length) return false;
  const now = places.findIndex((place) => place.id === view.place);
  const next =
    now < 0 ? (step > 0 ? 0 : places.length - 1) : (now + step + places.length) % places.length;
  go({ place: places[next]?.id ?? null, claim: null, dispute: null, t: view.t }, "glide");
  return true;
}
