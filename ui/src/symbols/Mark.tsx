/** A symbol of the map inside the page: in the legend, in lists and in the panel. */
import type { JSX } from "preact";
import { describe, parts, type Ink, type Part, type SymbolSpec } from "./shapes";

interface Props {
  spec: SymbolSpec;
  ink: Ink;
  size?: number;
  /** Named only where no words stand beside it. */
  named?: boolean;
}

export function Mark({ spec, ink, size = 18, named = false }: Props): JSX.Element {
  const edge = spec.area ? 2.5 : 1.25;
  const box = `${-edge} ${-edge} ${2 * edge} ${2 * edge}`;
  const words = describe(spec);
  const naming = named
    ? { role: "img" as const, "aria-label": words }
    : { "aria-hidden": true as const };
  return (
    <svg class="symbol" width={size} height={size} viewBox={box} data-symbol={words} {...naming}>
      {parts(spec, ink).map((part) => (part.half ? half(part, edge) : stroke(part)))}
    </svg>
  );
}

/** An inner `svg` cuts off what lies outside its own box: half of the shape. */
function half(part: Part, edge: number): JSX.Element {
  const x = part.half === "left" ? -edge : 0;
  return (
    <svg
      x={x}
      y={-edge}
      width={edge}
      height={2 * edge}
      viewBox={`${x} ${-edge} ${edge} ${2 * edge}`}
    >
      {stroke(part)}
    </svg>
  );
}

function stroke(part: Part): JSX.Element {
  return (
    <path
      d={part.path}
      fill={part.fill ?? "none"}
      stroke={part.stroke ?? "none"}
      stroke-width={part.width ?? 0}
      stroke-linejoin="round"
      stroke-dasharray={part.dash?.join(" ")}
      opacity={part.opacity ?? 1}
    />
  );
}
