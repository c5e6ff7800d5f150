/** MapLibre's worker out of the page itself: its code is text in the bundle, started from a blob. */
import { setWorkerCount, setWorkerUrl } from "maplibre-gl";
import code from "maplibre-gl/dist/maplibre-gl-worker.mjs?raw";

let ready = false;

export function prepareWorker(): void {
  if (ready) return;
  ready = true;
  setWorkerCount(1);
  setWorkerUrl(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
}

/** Whether this browser can draw the map at all. */
export function hasWebGL(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    // Browsers allow few contexts at a time: this one is given back.
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
