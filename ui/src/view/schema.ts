/**
 * The whole view as it stands in the address: every part has one declared way in and out, so that a
 * link shows what its sender saw. What is at its default is left out of the address.
 */
import { isoDay, parseDay, type Day } from "../data/day";

export const TABS = ["map", "table", "disputes", "sources", "about"] as const;
export type Tab = (typeof TABS)[number];

export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}

export interface View {
  /** The day looked at. */
  t: Day | null;
  place: string | null;
  claim: string | null;
  dispute: string | null;
  tab: Tab;
  /** Words that the lists are narrowed by. */
  q: string;
  /** Column of the table, with "-" before it for falling order. */
  sort: string;
  /** Days that the slider spans; 0 for all. */
  window: number;
  map: Camera | null;
}

interface Field<T> {
  parse: (text: string) => T | null;
  print: (value: T) => string | null;
}

const text: Field<string | null> = { parse: (s) => s || null, print: (v) => v };
const words: Field<string> = { parse: (s) => s, print: (v) => v || null };

export const SCHEMA: { [K in keyof View]: Field<View[K]> } = {
  t: { parse: parseDay, print: (v) => (v === null ? null : isoDay(v)) },
  place: text,
  claim: text,
  dispute: text,
  tab: {
    parse: (s) => TABS.find((tab) => tab === s) ?? null,
    print: (v) => (v === "map" ? null : v),
  },
  q: words,
  sort: words,
  window: {
    parse: (s) => (/^\d{1,4}$/.test(s) ? Number(s) : null),
    print: (v) => (v === 0 ? null : String(v)),
  },
  map: { parse: parseCamera, print: (v) => v && printCamera(v) },
};

export const DEFAULTS: View = {
  t: null,
  place: null,
  claim: null,
  dispute: null,
  tab: "map",
  q: "",
  sort: "",
  window: 0,
  map: null,
};

function parseCamera(s: string): Camera | null {
  const parts = s.split("/").map(Number);
  const [zoom, lat, lon] = parts;
  if (parts.length !== 3 || zoom === undefined || lat === undefined || lon === undefined)
    return null;
  const sound = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return sound ? { zoom, lat, lon } : null;
}

function printCamera({ zoom, lat, lon }: Camera): string {
  return `${zoom.toFixed(2)}/${lat.toFixed(4)}/${lon.toFixed(4)}`;
}

/** The view of an address; what it does not name, or names wrongly, is at its default. */
export function parseHash(hash: string): View {
  const view: View = { ...DEFAULTS };
  for (const pair of hash.replace(/^#/, "").split("&")) {
    const cut = pair.indexOf("=");
    if (cut < 0) continue;
    read(view, pair.slice(0, cut) as keyof View, decode(pair.slice(cut + 1)));
  }
  return view;
}

function read<K extends keyof View>(view: View, key: K, value: string): void {
  if (!Object.hasOwn(SCHEMA, key)) return;
  view[key] = SCHEMA[key].parse(value) ?? DEFAULTS[key];
}

/** The address of a view, "" for the default one. */
export function printHash(view: Partial<View>): string {
  const pairs: string[] = [];
  const add = <K extends keyof View>(key: K): void => {
    const value = view[key];
    const printed = value === undefined ? null : SCHEMA[key].print(value as View[K]);
    if (printed !== null) pairs.push(`${key}=${encode(printed)}`);
  };
  (Object.keys(SCHEMA) as (keyof View)[]).forEach(add);
  return pairs.length ? `#${pairs.join("&")}` : "";
}

/** Colons, slashes and commas need no code inside a fragment, and reading aloud is easier. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2F|2C)/g, decodeURIComponent);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replace(/\+/g, " "));
  } catch {
    return value;
  }
}
