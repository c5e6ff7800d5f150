/** A symbol as pixels for the map. */
import { parts, type Ink, type SymbolSpec } from "./shapes";

/** Pixels of a symbol's unit on a plain screen; a mark is two units wide. */
export const UNIT = 9;

export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** The box around a symbol, in units from its middle. */
export const reach = (area: boolean): number => (area ? 2.5 : 1.4);

export function symbolPixels(spec: SymbolSpec, ink: Ink, ratio: number): Pixels {
  const edge = reach(spec.area);
  const size = Math.ceil(2 * edge * UNIT * ratio);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("this browser cannot draw on a canvas");
  pen.translate(size / 2, size / 2);
  pen.scale(UNIT * ratio, UNIT * ratio);
  pen.lineJoin = "round";
  for (const part of parts(spec, ink)) {
    pen.save();
    if (part.half) {
      pen.beginPath();
      pen.rect(part.half === "left" ? -edge : 0, -edge, edge, 2 * edge);
      pen.clip();
    }
    pen.globalAlpha = part.opacity ?? 1;
    const path = new Path2D(part.path);
    if (part.fill) {
      pen.fillStyle = part.fill;
      pen.fill(path);
    }
    if (part.stroke) {
      pen.strokeStyle = part.stroke;
      pen.lineWidth = part.width ?? 0.1;
      pen.setLineDash(part.dash ?? []);
      pen.stroke(path);
    }
    pen.restore();
  }
  const image = pen.getImageData(0, 0, size, size);
  return { width: size, height: size, data: image.data };
}
