/** How the belief is shared out: one bar, and every number in words. */
import type { JSX } from "preact";
import { CONTESTED, type Belief } from "../data/belief";
import { sideName } from "../data/book";
import { usePage } from "../shell/context";
import { Mark } from "../symbols/Mark";
import { percent } from "./words";

export function Probability({ belief }: { belief: Belief }): JSX.Element | null {
  const { book, ink } = usePage();
  // In the order of the sides, contested between them, so that the bar reads like a front line.
  const rank = (id: string): number => (id === CONTESTED ? 0.5 : (book.sides.get(id)?.index ?? 99));
  const shares = Object.entries(belief.p).sort((a, b) => rank(a[0]) - rank(b[0]));
  if (!shares.length) return null;
  return (
    <div class="probability">
      <div class="probability-bar" aria-hidden="true">
        {shares.map(([id, share]) => (
          <span
            key={id}
            class={id === CONTESTED ? "share contested" : "share"}
            style={{ flexGrow: share, "--side": book.sides.get(id)?.colour ?? "transparent" }}
          />
        ))}
      </div>
      <ul class="probability-list" aria-label="Probabilities">
        {shares.map(([id, share]) => (
          <li key={id}>
            {id === CONTESTED ? (
              <span class="swatch contested" aria-hidden="true" />
            ) : (
              <Mark
                spec={{ state: "held", a: book.sides.get(id)?.index ?? -1, b: -1, area: false }}
                ink={ink}
                size={14}
              />
            )}
            {id === CONTESTED ? "contested" : sideName(book, id)} <strong>{percent(share)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
