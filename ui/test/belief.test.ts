import { describe, expect, it } from "vitest";
import { beliefOn } from "../src/data/belief";
import { parseDay } from "../src/data/day";
import type { PlaceEntry } from "../src/data/book";
import { stateSentence } from "../src/place/words";
import { describe as words, specOf } from "../src/symbols/shapes";
import { windowOf } from "../src/time/Timeline";
import { nextTold } from "../src/time/told";
import { resolve } from "../src/view/resolve";
import { DEFAULTS } from "../src/view/schema";
import { book, claim, span } from "./book";

const day = (iso: string): number => parseDay(iso) as number;
const contested = {
  state: "contested",
  side: null,
  answer: "contested",
  p: { A: 0.2, B: 0.5, contested: 0.3 },
} as const;
const made = book(
  [
    span("2022-02-01", "2022-03-31", {}),
    span("2022-04-01", "2022-04-30", { p: { A: 0.8, B: 0.1, contested: 0.1 } }),
    span("2022-05-01", "2022-06-30", contested),
    span("2022-07-01", "2022-12-31", { state: "stale" }),
  ],
  [
    claim("c1", "2022-02-10"),
    claim("c2", "2022-02-12"),
    claim("c3", "2022-05-02", { origin: "o2" }),
    claim("c4", null),
  ],
  { origins: { o: { label: "O", claims: ["c1", "c2"] }, o2: { label: "O2", claims: ["c3"] } } },
);
const town = made.places[0] as PlaceEntry;

describe("what is believed on a day", () => {
  it("holds since the first of the spans in a row with one side", () => {
    const belief = beliefOn(made, town, day("2022-04-10"));
    expect(belief.since).toBe(day("2022-02-01"));
    expect(belief.share).toBe(0.8);
    expect(stateSentence(made, belief, day("2022-04-10"))).toBe("Held by Alpha since 1 Feb 2022");
  });

  it("counts reports up to the day only, copies with their origin", () => {
    expect(beliefOn(made, town, day("2022-02-09"))).toMatchObject({
      reports: 0,
      origins: 0,
      newest: null,
    });
    expect(beliefOn(made, town, day("2022-02-11"))).toMatchObject({
      reports: 2,
      origins: 1,
      newest: day("2022-02-10"),
    });
    expect(beliefOn(made, town, day("2022-05-02"))).toMatchObject({ reports: 3, origins: 2 });
  });

  it("is unknown outside all spans", () => {
    expect(beliefOn(made, town, day("2022-01-01")).state).toBe("unknown");
  });

  it("says how long ago a stale place was told of", () => {
    const on = day("2022-09-01");
    expect(stateSentence(made, beliefOn(made, town, on), on)).toBe(
      "Stale: last told 4 months ago, then held by Alpha",
    );
  });
});

describe("symbols", () => {
  it("tell the four states apart in words as in shape", () => {
    const seen = ["2022-01-01", "2022-04-01", "2022-05-05", "2022-09-01"].map((d) =>
      words(specOf(made, beliefOn(made, town, day(d)), false)),
    );
    expect(seen).toEqual([
      "hollow ring with a dot",
      "solid circle",
      "half circle, half square",
      "faded circle with a dashed outline",
    ]);
  });
});

describe("the slider", () => {
  it("keeps the day inside a shorter window, whatever the day", () => {
    for (let t = made.start; t <= made.end; t++)
      for (const length of [31, 91, 366]) {
        const [first, last] = windowOf(made.start, made.end, t, length);
        expect(first <= t && t <= last && first >= made.start && last <= made.end).toBe(true);
      }
  });

  it("does not move its window under a dragging hand", () => {
    const window = windowOf(made.start, made.end, made.focus, 91);
    expect(windowOf(made.start, made.end, window[1], 91, window)).toEqual(window);
    expect(windowOf(made.start, made.end, window[1] + 1, 91, window)).not.toEqual(window);
  });

  it("leaps to days with reports and stays at the last", () => {
    expect(nextTold(made, day("2022-02-12"), 1)).toBe(day("2022-05-02"));
    expect(nextTold(made, day("2022-05-02"), 1)).toBe(day("2022-05-02"));
    expect(nextTold(made, day("2022-05-02"), -1)).toBe(day("2022-02-12"));
  });
});

describe("a link", () => {
  it("to a claim sets place and day, and never leaves the report's days", () => {
    expect(resolve(made, { ...DEFAULTS, claim: "c3" })).toMatchObject({
      place: "p",
      t: day("2022-05-02"),
    });
    expect(resolve(made, { ...DEFAULTS, t: day("1999-01-01") }).t).toBe(made.start);
  });

  it("to what is not in the report is ignored", () => {
    const view = resolve(made, {
      ...DEFAULTS,
      claim: "constructor",
      place: "toString",
      dispute: "d",
    });
    expect(view).toMatchObject({ claim: null, place: null, dispute: null, t: made.focus });
  });
});
