/**
 * The map's style. `glyphs` is left unset on purpose: MapLibre then draws every letter with the
 * reader's own fonts, so that no font server is asked.
 */
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { BaseMap } from "./world";
import type { Palette } from "./palette";

const FONT = ["system-ui", "Segoe UI", "Roboto", "Noto Sans"];
/** MapLibre takes the weight from the first name; no such font exists, so the next ones draw. */
const FONT_BOLD = ["Holdfast Semibold", ...FONT];
export const PLACE_LAYERS = ["areas", "places"];
const EMPTY = { type: "FeatureCollection" as const, features: [] };

export function mapStyle(base: BaseMap, palette: Palette): StyleSpecification {
  const line = (geometry: BaseMap["borders"]) => ({
    type: "geojson" as const,
    data: { type: "Feature" as const, properties: {}, geometry },
  });
  return {
    version: 8,
    sources: {
      land: {
        type: "geojson",
        data: base.land,
        attribution: "Borders for orientation: Natural Earth",
      },
      borders: line(base.borders),
      disputed: line(base.disputed),
      countries: { type: "geojson", data: base.names },
      radius: { type: "geojson", data: EMPTY },
      places: { type: "geojson", data: EMPTY },
    },
    layers: layers(palette),
  };
}

export function layers(palette: Palette): LayerSpecification[] {
  return [...ground(palette), ...content(palette)];
}

function ground(palette: Palette): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": palette.sea } },
    {
      id: "land",
      type: "fill",
      source: "land",
      paint: { "fill-color": palette.land, "fill-antialias": true },
    },
    {
      id: "coast",
      type: "line",
      source: "land",
      paint: { "line-color": palette.coast, "line-width": 0.8 },
    },
    {
      id: "borders",
      type: "line",
      source: "borders",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.border,
        "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 7, 1.4],
      },
    },
    {
      id: "disputed",
      type: "line",
      source: "disputed",
      paint: { "line-color": palette.border, "line-width": 1.2, "line-dasharray": [2, 2] },
    },
    {
      id: "countries",
      type: "symbol",
      source: "countries",
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10, 7, 15],
        "text-letter-spacing": 0.22,
        "text-transform": "uppercase",
        "text-max-width": 7,
        "symbol-sort-key": ["-", 0, ["get", "rank"]],
      },
      paint: {
        "text-color": palette.country,
        "text-halo-color": palette.land,
        "text-halo-width": 1,
      },
    },
  ];
}

function content(palette: Palette): LayerSpecification[] {
  const area = ["==", ["get", "area"], true] as ["==", ["get", string], boolean];
  const icon = {
    "icon-image": ["get", "icon"],
    "icon-size": ["get", "size"],
    "icon-allow-overlap": true,
    "icon-ignore-placement": true,
    "symbol-sort-key": ["get", "order"],
  } as const;
  return [
    {
      id: "radius",
      type: "fill",
      source: "radius",
      paint: { "fill-color": palette.select, "fill-opacity": 0.07 },
    },
    {
      id: "radius-edge",
      type: "line",
      source: "radius",
      paint: {
        "line-color": palette.select,
        "line-width": 1,
        "line-opacity": 0.5,
        "line-dasharray": [3, 2],
      },
    },
    { id: "areas", type: "symbol", source: "places", filter: area, layout: { ...icon } as never },
    {
      id: "selected",
      type: "circle",
      source: "places",
      filter: ["==", ["get", "selected"], true],
      paint: {
        "circle-radius": ["case", ["get", "area"], 27, 17],
        "circle-color": "transparent",
        "circle-stroke-color": palette.select,
        "circle-stroke-width": 2.5,
      },
    },
    labels("area-labels", palette, true),
    labels("place-labels", palette, false),
    // The topmost layer is placed first: names then keep clear of the marks of towns.
    {
      id: "places",
      type: "symbol",
      source: "places",
      filter: ["!", area],
      layout: { ...icon, "icon-ignore-placement": false, "icon-padding": 0 } as never,
    },
    selectedLabel(palette),
  ];
}

/** The name of the open place, however crowded it is there. */
function selectedLabel(palette: Palette): LayerSpecification {
  return {
    id: "selected-label",
    type: "symbol",
    source: "places",
    filter: ["==", ["get", "selected"], true],
    layout: {
      "text-field": ["get", "label"],
      "text-font": FONT_BOLD,
      "text-size": 14,
      "text-anchor": "bottom",
      "text-offset": ["case", ["get", "area"], ["literal", [0, -2.1]], ["literal", [0, -1.4]]],
      "text-allow-overlap": true,
    },
    paint: {
      "text-color": palette.label,
      "text-halo-color": palette.labelHalo,
      "text-halo-width": 2,
    },
  };
}

function labels(id: string, palette: Palette, area: boolean): LayerSpecification {
  return {
    id,
    type: "symbol",
    source: "places",
    filter: ["all", ["==", ["get", "area"], area], ["!", ["get", "selected"]]],
    layout: {
      "text-field": ["get", "label"],
      "text-font": area ? FONT : FONT_BOLD,
      "text-size": area ? 12 : 13,
      "text-max-width": 9,
      "text-variable-anchor": area ? ["top", "bottom"] : ["left", "right", "top", "bottom"],
      "text-radial-offset": area ? 2.1 : 1.05,
      "text-justify": "auto",
      "text-padding": 3,
      // Where names are crowded, those of most reports stay.
      "symbol-sort-key": ["-", 0, ["get", "rank"]],
    },
    paint: {
      "text-color": palette.label,
      "text-halo-color": palette.labelHalo,
      "text-halo-width": 1.6,
    },
  };
}
