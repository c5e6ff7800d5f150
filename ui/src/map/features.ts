/** Places as the map draws them on a day. */
import type { Feature, FeatureCollection, Point, Polygon } from "geojson";
import { beliefOn } from "../data/belief";
import type { Book, PlaceEntry } from "../data/book";
import type { Day } from "../data/day";
import { specKey, specOf, type SymbolSpec } from "../symbols/shapes";

export interface PlaceProps {
  id: string;
  label: string;
  icon: string;
  size: number;
  area: boolean;
  selected: boolean;
  /** Later ones are drawn above. */
  order: number;
  /** Those of higher rank keep their name where it is crowded. */
  rank: number;
}

export interface DayFeatures {
  collection: FeatureCollection<Point, PlaceProps>;
  /** The symbols that the features use, by name. */
  symbols: Map<string, SymbolSpec>;
}

export function dayFeatures(book: Book, day: Day, selected: string | null): DayFeatures {
  const symbols = new Map<string, SymbolSpec>();
  const features: Feature<Point, PlaceProps>[] = [];
  for (const place of book.places) {
    if (place.lat === null || place.lon === null) continue;
    const belief = beliefOn(book, place, day);
    const spec = specOf(book, belief, place.area);
    const icon = specKey(spec);
    symbols.set(icon, spec);
    const chosen = place.id === selected;
    features.push({
      type: "Feature",
      geometry: { type: "Point", coordinates: [place.lon, place.lat] },
      properties: {
        id: place.id,
        label: short(place.name),
        icon,
        size: place.area ? 1 : sizeOf(belief.state, belief.share),
        area: place.area,
        selected: chosen,
        order: chosen ? 1000 : belief.reports,
        rank: (chosen ? 1e6 : 0) + belief.reports,
      },
    });
  }
  return { collection: { type: "FeatureCollection", features }, symbols };
}

/** A name that would cover half the map is cut; the panel has it whole. */
function short(name: string): string {
  return name.length > 30 ? `${name.slice(0, 28)}…` : name;
}

/** Surer answers are larger: from 0.75 at a bare 60 % to 1.1 at certainty. */
function sizeOf(state: string, share: number): number {
  if (state !== "held") return 0.9;
  return 0.75 + 0.35 * Math.min(1, Math.max(0, (share - 0.6) / 0.4));
}

/** A circle of so many kilometres around a place: how exactly it is known. */
export function radiusFeature(place: PlaceEntry | undefined): FeatureCollection<Polygon> {
  const { lat, lon, radius_km: radius } = place ?? {};
  if (lat == null || lon == null || !radius) return { type: "FeatureCollection", features: [] };
  const ring: [number, number][] = [];
  for (let i = 0; i <= 64; i++) {
    const turn = (i / 64) * 2 * Math.PI;
    const dLat = (radius / 110.57) * Math.sin(turn);
    const dLon = (radius / (111.32 * Math.cos((lat * Math.PI) / 180))) * Math.cos(turn);
    ring.push([lon + dLon, lat + dLat]);
  }
  const feature: Feature<Polygon> = {
    type: "Feature",
    properties: {},
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  return { type: "FeatureCollection", features: [feature] };
}

/** West, south, east, north of the places: of towns where there are any, else of all. */
export function boundsOf(book: Book): [number, number, number, number] | null {
  const placed = book.places.filter((p) => p.lat !== null && p.lon !== null);
  const towns = placed.filter((p) => !p.area);
  const shown = towns.length ? towns : placed;
  if (!shown.length) return null;
  const lats = shown.map((p) => p.lat as number);
  const lons = shown.map((p) => p.lon as number);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
