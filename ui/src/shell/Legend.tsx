/** Every visual state with what it means, and the way to the method. */
import type { JSX } from "preact";
import { Mark } from "../symbols/Mark";
import type { SymbolSpec } from "../symbols/shapes";
import { usePage } from "./context";
import { SMALL, useMedia } from "./theme";

export function Legend(): JSX.Element {
  const narrow = useMedia(SMALL);
  const { go } = usePage();
  return (
    <details class="legend" open={!narrow}>
      <summary>Legend</summary>
      <LegendRows />
      <button class="link" type="button" onClick={() => go({ tab: "about" })}>
        How this was made
      </button>
    </details>
  );
}

export function LegendRows(): JSX.Element {
  const { book, ink } = usePage();
  const held = Math.round(book.held * 100);
  const spec = (state: SymbolSpec["state"], a: number, b = -1, area = false): SymbolSpec => ({
    state,
    a,
    b,
    area,
  });
  const second = book.data.sides.length > 1 ? 1 : -1;
  const rows: [SymbolSpec, string, string][] = [
    ...book.data.sides.map((side, i): [SymbolSpec, string, string] => [
      spec("held", i),
      `Held by ${side.name}`,
      `at least ${held} % likely; larger is surer`,
    ]),
    [spec("contested", 0, second), "Contested", `fought over, or no side reaches ${held} %`],
    [spec("stale", 0), "Stale", `no evidence within ${book.staleDays} days`],
    [spec("unknown", -1), "Unknown", "nobody has said anything"],
    [spec("held", 0, -1, true), "Region or country", "a large ring, told of as a whole"],
  ];
  return (
    <ul class="legend-rows">
      {rows.map(([mark, name, meaning]) => (
        <li key={name}>
          <Mark spec={mark} ink={ink} size={mark.area ? 26 : 18} named />
          <span>
            <strong>{name}</strong> <span class="legend-meaning">{meaning}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
