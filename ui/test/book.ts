import { makeBook, type Book } from "../src/data/book";
import type { Claim, Data, Span } from "../src/data/types";

export function span(start: string, end: string, more: Partial<Span>): Span {
  return {
    start,
    end,
    state: "held",
    side: "A",
    p: { A: 0.9, B: 0.06, contested: 0.04 },
    newest: null,
    origins: 0,
    reports: 0,
    answer: "A",
    reasons: [],
    ...more,
  };
}

export function claim(id: string, day: string | null, more: Partial<Claim> = {}): Claim {
  return {
    id,
    kind: "control_gained",
    side: "A",
    target: null,
    place: "Town",
    place_id: "p",
    polarity: "+",
    time:
      day === null
        ? null
        : { start: day, end: day, precision: "day", written: null, from: "expression" },
    certainty: "certain",
    realis: "actual",
    speakers: [],
    quantity: null,
    framing: null,
    quote: { before: "", text: "words", after: "", start: 0, end: 5 },
    document: "d",
    origin: "o",
    confidence: 0.9,
    because: [],
    moves: true,
    ...more,
  };
}

export function book(spans: Span[], claims: Claim[], more: Partial<Data> = {}): Book {
  return makeBook({
    version: "0",
    theatres: [],
    start: "2022-01-01",
    end: "2022-12-31",
    focus: "2022-06-01",
    sides: [
      { id: "A", name: "Alpha", colour: "#111" },
      { id: "B", name: "Beta", colour: "#222" },
    ],
    places: [
      {
        id: "p",
        name: "Town",
        lat: 1,
        lon: 2,
        kind: "PPL",
        spans,
        claims: claims.map((c) => c.id),
      },
    ],
    claims: Object.fromEntries(claims.map((c) => [c.id, c])),
    origins: { o: { label: "O", claims: claims.filter((c) => c.origin === "o").map((c) => c.id) } },
    documents: {},
    disputes: [],
    refusals: [],
    ...more,
  });
}
