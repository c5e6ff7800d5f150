/**
 * The base map: Natural Earth's land, borders and names of countries at 1 : 50 million, for
 * orientation only. Lines that states disagree about are kept apart, so that they can be drawn as
 * what they are; which side of them a place lies on says nothing about who holds it.
 */
import { feature, mesh } from "topojson-client";
import type {
  Feature,
  FeatureCollection,
  MultiLineString,
  Point,
  Polygon,
  MultiPolygon,
} from "geojson";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json";

type Named = { name: string };
type World = Topology<{ countries: GeometryCollection<Named>; land: GeometryCollection }>;

/** Areas in Natural Earth whose borders are a matter of dispute between states. */
const DISPUTED = new Set([
  "Kosovo",
  "N. Cyprus",
  "Palestine",
  "Siachen Glacier",
  "Somaliland",
  "Taiwan",
  "W. Sahara",
]);

export interface BaseMap {
  land: FeatureCollection;
  borders: MultiLineString;
  disputed: MultiLineString;
  names: FeatureCollection<Point, Named & { rank: number }>;
}

export function baseMap(): BaseMap {
  const world = atlas as unknown as World;
  const { countries, land } = world.objects;
  const named = (country: GeometryObject): string =>
    (country.properties as Named | undefined)?.name ?? "";
  const open = (a: GeometryObject, b: GeometryObject): boolean =>
    DISPUTED.has(named(a)) || DISPUTED.has(named(b));
  const inner = mesh(world, countries, (a, b) => a !== b && !open(a, b));
  const outer = mesh(world, countries, (a, b) => a !== b && open(a, b));
  const settled = inner.coordinates.filter((line) => !acrossPerekop(line));
  const perekop = inner.coordinates.filter(acrossPerekop);
  const found = feature(world, land) as FeatureCollection | Feature;
  return {
    land:
      found.type === "FeatureCollection" ? found : { type: "FeatureCollection", features: [found] },
    borders: { type: "MultiLineString", coordinates: settled },
    disputed: { type: "MultiLineString", coordinates: [...outer.coordinates, ...perekop] },
    names: countryNames(
      feature(world, countries) as FeatureCollection<Polygon | MultiPolygon, Named>,
    ),
  };
}

/** Natural Earth draws lines of control: the one across the isthmus of Crimea is no agreed border. */
function acrossPerekop(line: number[][]): boolean {
  return line.every(([lon = 0, lat = 0]) => lon > 33 && lon < 35.5 && lat > 45.5 && lat < 46.5);
}

/** Each country's name in the middle of its largest piece; `rank` grows with that piece. */
function countryNames(
  countries: FeatureCollection<Polygon | MultiPolygon, Named>,
): BaseMap["names"] {
  const features = countries.features.map((country): Feature<Point, Named & { rank: number }> => {
    const { geometry, properties } = country;
    const rings =
      geometry.type === "Polygon"
        ? [geometry.coordinates[0]]
        : geometry.coordinates.map((p) => p[0]);
    const largest = rings.map((ring) => centroid(ring ?? [])).sort((a, b) => b.area - a.area)[0];
    return {
      type: "Feature",
      properties: { name: properties.name, rank: largest?.area ?? 0 },
      geometry: { type: "Point", coordinates: [largest?.x ?? 0, largest?.y ?? 0] },
    };
  });
  return { type: "FeatureCollection", features };
}

function centroid(ring: number[][]): { x: number; y: number; area: number } {
  let x = 0;
  let y = 0;
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i] ?? [];
    const [x1 = 0, y1 = 0] = ring[i + 1] ?? [];
    const cross = x0 * y1 - x1 * y0;
    doubled += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  if (doubled === 0) return { x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0, area: 0 };
  return { x: x / (3 * doubled), y: y / (3 * doubled), area: Math.abs(doubled) / 2 };
}
