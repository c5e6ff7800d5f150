/** The MapLibre map with the places of a day on it. The page tells it what to show, and it tells
 * the page what was clicked and where it was moved. */
import {
  AttributionControl,
  Map as GlMap,
  NavigationControl,
  ScaleControl,
  type GeoJSONSource,
} from "maplibre-gl";
import type { Book } from "../data/book";
import type { Day } from "../data/day";
import { SMALL } from "../shell/theme";
import { symbolPixels } from "../symbols/canvas";
import type { SymbolSpec } from "../symbols/shapes";
import type { Camera } from "../view/schema";
import { boundsOf, dayFeatures, radiusFeature } from "./features";
import { DARK, LIGHT, inkOf } from "./palette";
import { layers, mapStyle, PLACE_LAYERS } from "./style";
import { prepareWorker } from "./worker";
import { baseMap } from "./world";

export interface Told {
  onPick: (place: string) => void;
  onMove: (camera: Camera) => void;
  onHover: (place: string | null, x: number, y: number) => void;
}

export interface Shown {
  day: Day;
  place: string | null;
  dark: boolean;
  still: boolean;
}

/** How far from a symbol a click still counts (pixels): fingers are broad. */
const NEAR = 9;
const RATIO = 2;

export class PlaceMap {
  readonly #map: GlMap;
  #shown: Shown;
  #drawn = new Map<string, SymbolSpec>();
  #loaded = false;

  constructor(
    box: HTMLElement,
    private readonly book: Book,
    camera: Camera | null,
    shown: Shown,
    told: Told,
  ) {
    prepareWorker();
    this.#shown = shown;
    this.#map = new GlMap({
      container: box,
      style: mapStyle(baseMap(), shown.dark ? DARK : LIGHT),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 12,
      fadeDuration: shown.still ? 0 : 150,
      renderWorldCopies: true,
      ...this.#start(camera),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    this.#map.addControl(new AttributionControl({ compact: false }), "bottom-right");
    this.#map.addControl(new ScaleControl({ maxWidth: 90 }), "bottom-right");
    this.#map
      .getCanvas()
      .setAttribute("aria-label", "Map of the places; the list beside it holds the same");
    this.#map.on("load", () => {
      this.#loaded = true;
      this.#draw();
      box.dataset.ready = "true";
    });
    this.#listen(told);
  }

  show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    this.#map.resize();
    if (!this.#loaded) return;
    if (before.dark !== shown.dark) this.#repaint();
    this.#draw();
    if (before.place !== shown.place) this.#reveal(shown.place);
  }

  moveTo(camera: Camera): void {
    const now = this.camera();
    const same =
      Math.abs(now.zoom - camera.zoom) < 0.01 &&
      Math.abs(now.lat - camera.lat) < 1e-4 &&
      Math.abs(now.lon - camera.lon) < 1e-4;
    if (!same) this.#map.jumpTo({ zoom: camera.zoom, center: [camera.lon, camera.lat] });
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { zoom: this.#map.getZoom(), lat, lon: ((((lng + 180) % 360) + 360) % 360) - 180 };
  }

  resize(): void {
    this.#map.resize();
  }

  fit(): void {
    const bounds = boundsOf(this.book);
    if (bounds) this.#map.fitBounds(bounds, { ...this.#room(), animate: !this.#shown.still });
  }

  remove(): void {
    this.#map.remove();
  }

  #start(camera: Camera | null): object {
    if (camera) return { center: [camera.lon, camera.lat], zoom: camera.zoom };
    const bounds = boundsOf(this.book);
    return bounds ? { bounds, fitBoundsOptions: this.#room() } : { center: [20, 30], zoom: 1.5 };
  }

  /** Where there is room for it, no place is fitted under the legend. */
  #room(): {
    padding: { top: number; right: number; bottom: number; left: number };
    maxZoom: number;
  } {
    const wide = !matchMedia(SMALL).matches;
    return {
      padding: { top: 60, right: wide ? 110 : 64, bottom: 60, left: wide ? 330 : 64 },
      maxZoom: 8,
    };
  }

  #draw(): void {
    const { day, place } = this.#shown;
    const { collection, symbols } = dayFeatures(this.book, day, place);
    for (const [name, spec] of symbols) {
      if (this.#drawn.has(name)) continue;
      this.#drawn.set(name, spec);
      this.#map.addImage(name, this.#pixels(spec), { pixelRatio: RATIO });
    }
    this.#source("places").setData(collection);
    this.#source("radius").setData(
      radiusFeature(place === null ? undefined : this.book.place.get(place)),
    );
  }

  #repaint(): void {
    for (const layer of layers(this.#shown.dark ? DARK : LIGHT)) {
      for (const [name, value] of Object.entries(layer.paint ?? {}))
        this.#map.setPaintProperty(layer.id, name as never, value as never);
    }
    for (const [name, spec] of this.#drawn) this.#map.updateImage(name, this.#pixels(spec));
  }

  #pixels(spec: SymbolSpec): ReturnType<typeof symbolPixels> {
    return symbolPixels(spec, inkOf(this.book, this.#shown.dark), RATIO);
  }

  #source(id: string): GeoJSONSource {
    return this.#map.getSource(id) as GeoJSONSource;
  }

  /** Brings a place into view where it is not; the map stands still otherwise. */
  #reveal(id: string | null): void {
    const place = id === null ? undefined : this.book.place.get(id);
    if (place?.lat == null || place.lon == null) return;
    const point = this.#map.project([place.lon, place.lat]);
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const margin = 50;
    const inside =
      point.x > margin && point.y > margin && point.x < width - margin && point.y < height - margin;
    if (!inside)
      this.#map.easeTo({
        center: [place.lon, place.lat],
        animate: !this.#shown.still,
        duration: 500,
      });
  }

  #listen(told: Told): void {
    const map = this.#map;
    const at = (point: { x: number; y: number }): string | null => {
      if (!this.#loaded) return null;
      const box: [[number, number], [number, number]] = [
        [point.x - NEAR, point.y - NEAR],
        [point.x + NEAR, point.y + NEAR],
      ];
      const found = map.queryRenderedFeatures(box, { layers: PLACE_LAYERS });
      const best = found.find((f) => f.properties.area !== true) ?? found[0];
      return (best?.properties.id as string | undefined) ?? null;
    };
    map.on("click", (event) => {
      const place = at(event.point);
      if (place !== null) told.onPick(place);
    });
    map.on("mousemove", (event) => {
      const place = at(event.point);
      map.getCanvas().style.cursor = place ? "pointer" : "";
      told.onHover(place, event.point.x, event.point.y);
    });
    map.on("mouseout", () => told.onHover(null, 0, 0));
    // Only a reader's own moves are part of the view; fitting and easing are not.
    map.on("moveend", (event) => {
      if ("originalEvent" in event && event.originalEvent) told.onMove(this.camera());
    });
  }
}
