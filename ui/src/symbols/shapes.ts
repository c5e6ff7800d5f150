/**
 * The symbols of the map, once for canvas and page alike: paths in a box from -1 to 1. A side is
 * told by its shape as well as its colour, a state by how the shape is drawn.
 */
import type { Book } from "../data/book";
import { rivals, type Belief } from "../data/belief";
import type { State } from "../data/types";

export interface Shape {
  name: string;
  path: string;
}

/** Of about equal area, so that no side looks heavier. */
export const SHAPES: readonly Shape[] = [
  { name: "circle", path: "M0-.86A.86.86 0 1 1 0 .86A.86.86 0 1 1 0-.86Z" },
  { name: "square", path: "M-.75-.75H.75V.75H-.75Z" },
  { name: "triangle", path: "M0-1L1 .74H-1Z" },
  { name: "diamond", path: "M0-1.06L1.02 0L0 1.06L-1.02 0Z" },
  { name: "pentagon", path: "M0-.98L.95-.27L.59.85H-.59L-.95-.27Z" },
  { name: "cross", path: "M-.36-.98H.36V-.36H.98V.36H.36V.98H-.36V.36H-.98V-.36H-.36Z" },
  { name: "hexagon", path: "M-.48-.84H.48L.96 0L.48.84H-.48L-.96 0Z" },
  { name: "drop", path: "M0-1.1C.5-.5.85-.2.85.25A.85.75 0 0 1-.85.25C-.85-.2-.5-.5 0-1.1Z" },
];
const RING = "M0-.8A.8.8 0 1 1 0 .8A.8.8 0 1 1 0-.8Z";
const DOT = "M0-.24A.24.24 0 1 1 0 .24A.24.24 0 1 1 0-.24Z";
/** The badge behind an area's symbol. */
const BADGE = "M0-2.3A2.3 2.3 0 1 1 0 2.3A2.3 2.3 0 1 1 0-2.3Z";

export interface SymbolSpec {
  state: State;
  /** Index of the side, or of the likelier of two; -1 for none. */
  a: number;
  /** Index of the other side where the place is contested; -1 for none. */
  b: number;
  area: boolean;
}

/** What a symbol's drawing needs to know of the page's colours. */
export interface Ink {
  sides: string[];
  /** Outlines and rings. */
  line: string;
  /** The thin band that sets symbols off the map. */
  halo: string;
}

/** One stroke or fill; `half` keeps to one side of the middle. */
export interface Part {
  path: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: [number, number];
  opacity?: number;
  half?: "left" | "right";
}

export function shapeOf(side: number): Shape {
  return SHAPES[side % SHAPES.length] as Shape;
}

export function specOf(book: Book, belief: Belief, area: boolean): SymbolSpec {
  const index = (id: string | null): number =>
    id === null ? -1 : (book.sides.get(id)?.index ?? -1);
  const [first, second] = rivals(belief.p);
  if (belief.side !== null) return { state: belief.state, a: index(belief.side), b: -1, area };
  if (belief.state === "unknown") return { state: "unknown", a: -1, b: -1, area };
  // Both halves keep the order of the sides, so that a symbol does not flip as chances cross.
  const pair = [index(first), index(second)].filter((i) => i >= 0).sort((x, y) => x - y);
  return { state: belief.state, a: pair[0] ?? -1, b: pair[1] ?? -1, area };
}

export function specKey(spec: SymbolSpec): string {
  return `${spec.state}/${spec.a}/${spec.b}/${spec.area ? "area" : "place"}`;
}

/** What a symbol looks like, for those who do not see it. */
export function describe(spec: SymbolSpec): string {
  const a = spec.a < 0 ? "circle" : shapeOf(spec.a).name;
  const b = spec.b < 0 ? a : shapeOf(spec.b).name;
  const ring = spec.area ? " in a large soft ring" : "";
  if (spec.state === "unknown") return `hollow ring with a dot${ring}`;
  if (spec.state === "held") return `solid ${a}${ring}`;
  const split = spec.b >= 0 ? `half ${a}, half ${b}` : a;
  return spec.state === "contested"
    ? `${split}${ring}`
    : `faded ${split} with a dashed outline${ring}`;
}

/** The strokes and fills of a symbol, from the back to the front. */
export function parts(spec: SymbolSpec, ink: Ink): Part[] {
  const badge = spec.area ? badgeParts(spec, ink) : [];
  return [...badge, ...markParts(spec, ink)];
}

function badgeParts(spec: SymbolSpec, ink: Ink): Part[] {
  const tint = spec.state === "held" && spec.a >= 0 ? colour(ink, spec.a) : ink.line;
  const faded = spec.state === "stale" || spec.state === "unknown";
  const ring: Part = { path: BADGE, stroke: tint, width: 0.1, opacity: 0.75 };
  return [
    { path: BADGE, fill: tint, opacity: faded ? 0.06 : 0.16 },
    faded ? { ...ring, dash: [0.3, 0.25] } : ring,
  ];
}

function markParts(spec: SymbolSpec, ink: Ink): Part[] {
  if (spec.state === "unknown") {
    return [
      { path: RING, fill: ink.halo, stroke: ink.halo, width: 0.75, opacity: 0.9 },
      { path: RING, stroke: ink.line, width: 0.24 },
      { path: DOT, fill: ink.line },
    ];
  }
  const halves: [number, "left" | "right" | undefined][] =
    spec.b >= 0
      ? [
          [spec.a, "left"],
          [spec.b, "right"],
        ]
      : [[spec.a, undefined]];
  return spec.state === "stale" ? staleParts(halves, ink) : solidParts(halves, ink);
}

function solidParts(halves: [number, "left" | "right" | undefined][], ink: Ink): Part[] {
  const each = (make: (path: string, side: number) => Part): Part[] =>
    halves.map(([side, half]) => ({ ...make(pathOf(side), side), ...(half && { half }) }));
  return [
    ...each((path) => ({ path, stroke: ink.halo, fill: ink.halo, width: 0.5 })),
    ...each((path, side) => ({ path, fill: colour(ink, side), stroke: ink.line, width: 0.14 })),
    // The gap between two halves shows without any colour.
    ...(halves.length > 1 ? [{ path: "M0-1.2V1.2", stroke: ink.halo, width: 0.3 }] : []),
  ];
}

function staleParts(halves: [number, "left" | "right" | undefined][], ink: Ink): Part[] {
  return halves.flatMap(([side, half]): Part[] => {
    const path = pathOf(side);
    const only = half ? { half } : {};
    return [
      { path, fill: ink.halo, stroke: ink.halo, width: 0.5, opacity: 0.85, ...only },
      { path, fill: colour(ink, side), opacity: 0.38, ...only },
      { path, stroke: ink.line, width: 0.17, dash: [0.32, 0.26], opacity: 0.85, ...only },
    ];
  });
}

const pathOf = (side: number): string => (side < 0 ? RING : shapeOf(side).path);
const colour = (ink: Ink, side: number): string =>
  side < 0 ? ink.line : (ink.sides[side] ?? ink.line);
