/** States, claims and numbers in words. What a claim says is always told as said, never as fact. */
import type { Belief } from "../data/belief";
import { CONTESTED } from "../data/belief";
import type { Book, Stretch } from "../data/book";
import { sideName } from "../data/book";
import { dayRange, parseDay, shortDay, stretch, type Day } from "../data/day";
import type { Claim, State } from "../data/types";

const KINDS: Record<string, string> = {
  control_gained: "took control of",
  control_lost: "lost control of",
  control_held: "holds",
  withdrawal: "withdrew from",
  advance: "advanced at",
  armed_clash: "Fighting",
  remote_violence: "Shelling or strikes",
  violence_against_civilians: "Violence against civilians",
  casualties: "Casualties",
  equipment_loss: "Losses of equipment",
  territory_extent: "Extent of territory",
  force_strength: "Strength of forces",
  displacement: "Displacement",
  civil_measure: "Civil measure",
  statement: "Statement",
};
const MOVES = new Set(["control_gained", "control_lost", "control_held", "withdrawal", "advance"]);

/** "Ukraine took control of Izium, from Russia"; "Casualties, Russia, at Izium"; a denial says so
 * first. */
export function headline(book: Book, claim: Claim): string {
  return claim.polarity === "-" ? `Denied: ${asserted(book, claim)}` : asserted(book, claim);
}

function asserted(book: Book, claim: Claim): string {
  const side = claim.side === null ? null : sideName(book, claim.side);
  const words = KINDS[claim.kind] ?? claim.kind.replaceAll("_", " ");
  const place = claim.place;
  if (MOVES.has(claim.kind)) {
    const from = claim.target
      ? `, ${claim.kind === "control_gained" ? "from" : "against"} ${claim.target}`
      : "";
    return `${side ?? "Somebody"} ${words} ${place ?? "a place not named"}${from}`;
  }
  const against = claim.target ? `against ${claim.target}` : null;
  return [words, side, against, place && `at ${place}`].filter(Boolean).join(", ");
}

const REALIS: Record<string, string> = {
  ongoing: "as going on",
  planned: "as planned, not done",
  predicted: "as a forecast",
  wanted: "as wished for",
  hypothetical: "as a supposition",
  historical: "as long past",
};
const CERTAINTY: Record<string, string> = {
  certain: "told as certain",
  probable: "told as probable",
  possible: "told as possible",
};

/** How a claim is told: "denied", "told as probable", "as planned, not done". */
export function manner(claim: Claim): string[] {
  const denied = claim.polarity === "-" ? ["denied"] : [];
  const realis = REALIS[claim.realis];
  return [...denied, CERTAINTY[claim.certainty] ?? claim.certainty, ...(realis ? [realis] : [])];
}

/** Why a claim has no weight on the map; null where it has. */
export function whyStill(claim: Claim): string | null {
  if (claim.origin !== null) return null;
  if (!claim.moves) {
    return REALIS[claim.realis] && claim.realis !== "ongoing"
      ? `Does not move the map: told ${REALIS[claim.realis]}.`
      : "Does not move the map: it does not say who holds the place.";
  }
  if (claim.place_id === null) return "Does not move the map: no place on the map is named.";
  if (!claim.time?.start) return "Does not move the map: its day is not known.";
  return "Does not move the map: whose gain it would be is not said.";
}

const PRECISION: Record<string, string> = {
  week: "within a week",
  month: "within a month",
  season: "within a season",
  year: "within a year",
};
const FROM: Record<string, string> = {
  expression: "from the sentence",
  context: "from words near by",
  document: "from the document’s own day",
  metadata: "from the page’s metadata",
  theatre: "from a dated event",
};

/** "10–11 Sep 2022, “Yesterday”, from the sentence". */
export function when(claim: Claim): string {
  const time = claim.time;
  const start = parseDay(time?.start);
  const end = parseDay(time?.end);
  const written = time?.written ? `“${time.written}”` : null;
  if (!time || start === null || end === null)
    return [written, "day not known"].filter(Boolean).join(", ");
  return [dayRange(start, end), PRECISION[time.precision], written, FROM[time.from]]
    .filter(Boolean)
    .join(", ");
}

/** "held by Ukraine", "contested", "unknown", "stale, last held by Ukraine". */
export function stateWords(book: Book, state: State, side: string | null): string {
  if (state === "held") return `held by ${sideName(book, side)}`;
  if (state === "stale")
    return side === null ? "stale, last contested" : `stale, last held by ${sideName(book, side)}`;
  return state;
}

/** The panel's sentence: state with since when, or how long ago it was last told. */
export function stateSentence(book: Book, belief: Belief, day: Day): string {
  const since = belief.since === null ? "" : ` since ${shortDay(belief.since)}`;
  if (belief.state === "unknown") return "Unknown: nobody has said anything up to this day";
  if (belief.state === "stale") {
    const ago =
      belief.newest === null ? "never told" : `last told ${stretch(day - belief.newest)} ago`;
    const held =
      belief.side === null ? "contested then" : `then held by ${sideName(book, belief.side)}`;
    return `Stale: ${ago}, ${held}`;
  }
  if (belief.state === "contested") return `Contested${since}`;
  return `Held by ${sideName(book, belief.side)}${since}`;
}

export function stretchWords(book: Book, s: Stretch): string {
  return `${dayRange(s.start, s.end)}: ${stateWords(book, s.state, s.side)}`;
}

export function answerWords(book: Book, answer: string): string {
  return answer === CONTESTED ? "contested" : `held by ${sideName(book, answer)}`;
}

/** A share in percent, never rounded into a certainty that nobody has. */
export function percent(share: number): string {
  const value = share * 100;
  if (value <= 0) return "0 %";
  if (value < 0.1) return "< 0.1 %";
  if (value > 99.9) return "> 99.9 %";
  return value < 1 || value > 99 ? `${value.toFixed(1)} %` : `${Math.round(value)} %`;
}

/** "+1.20", "−0.35", with a true minus sign. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (text === "0.00") return "0.00";
  return value < 0 ? `−${text}` : `+${text}`;
}

export function count(n: number, word: string): string {
  return `${n.toLocaleString("en")} ${n === 1 ? word : plural(word)}`;
}

function plural(word: string): string {
  if (/ch$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
