/** Every contradiction, with both positions in their own words. */
import type { JSX } from "preact";
import { DisputeCard } from "../place/DisputeCard";
import { matches } from "../shell/fold";
import { usePage } from "../shell/context";
import { FilterBox } from "./FilterBox";

export function Disputes(): JSX.Element {
  const { book, view } = usePage();
  const all = book.data.disputes;
  const shown = all.filter((d) =>
    matches(
      view.q,
      d.id,
      d.kind,
      d.place?.name,
      d.why,
      ...d.positions.flatMap((side) => [
        side.position,
        ...side.claims.map((id) => book.data.claims[id]?.quote.text),
      ]),
    ),
  );
  return (
    <div class="page">
      <h2>Disputes</h2>
      <p class="lead">
        Where reports cannot all be right, or name the same move differently, each position stands
        here in its own words. None is settled by who says it.
      </p>
      <div class="table-tools">
        <FilterBox label="Filter the disputes" />
        <span class="table-count" role="status">
          {shown.length} of {all.length}
        </span>
      </div>
      {shown.length === 0 && (
        <p class="hint">{all.length === 0 ? "No dispute was found." : "No dispute matches."}</p>
      )}
      {shown.map((dispute) => (
        <DisputeCard key={dispute.id} dispute={dispute} linked />
      ))}
    </div>
  );
}
