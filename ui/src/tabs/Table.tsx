/** The map's twin: the same places and states of the same day, to sort, narrow and take away. */
import type { JSX } from "preact";
import { longDay, isoDay, shortDay, stretch } from "../data/day";
import { sideName } from "../data/book";
import { percent } from "../place/words";
import { usePage } from "../shell/context";
import { Mark } from "../symbols/Mark";
import { download } from "./download";
import { FilterBox } from "./FilterBox";
import { columns, csv, rows, type Column, type Row } from "./rows";

export function Table(): JSX.Element {
  const { book, view, webgl, say } = usePage();
  const shown = rows(book, view.t, view.q, view.sort);
  const save = (): void => {
    // The mark at the start makes spreadsheets read the letters of all scripts.
    download(
      `holdfast-${isoDay(view.t)}-${shown.length}-places.csv`,
      `\ufeff${csv(book, view.t, shown)}`,
      "text/csv",
    );
    say(`${shown.length} rows saved as CSV.`);
  };
  return (
    <section class="table-tab" aria-label="Table of places">
      {!webgl && (
        <p class="notice" role="note">
          The map needs WebGL, which this browser does not offer here. This table holds the same
          places and states.
        </p>
      )}
      <div class="table-tools">
        <FilterBox label="Filter the table" />
        <span class="table-count" role="status">
          {shown.length} of {book.places.length} places on {shortDay(view.t)}
        </span>
        <button type="button" class="quiet" onClick={save}>
          Download CSV
        </button>
      </div>
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Places, scrollable">
        <table>
          <caption class="sr">Who holds what on {longDay(view.t)}</caption>
          <thead>
            <tr>
              {columns(book).map((column) => (
                <Head key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Line key={row.place.id} row={row} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p class="hint">No place matches.</p>}
      </div>
    </section>
  );
}

function Head({ column }: { column: Column }): JSX.Element {
  const { view, go } = usePage();
  const up = view.sort === column.key;
  const down = view.sort === `-${column.key}`;
  // Numbers are first wanted from the top.
  const order = column.numeric
    ? [`-${column.key}`, column.key, ""]
    : [column.key, `-${column.key}`, ""];
  const next = order[(order.indexOf(view.sort) + 1) % 3] ?? "";
  return (
    <th
      scope="col"
      class={column.numeric ? "number" : undefined}
      aria-sort={up ? "ascending" : down ? "descending" : "none"}
    >
      <button type="button" class="sort" onClick={() => go({ sort: next }, "replace")}>
        {column.name} <span aria-hidden="true">{up ? "▲" : down ? "▼" : "↕"}</span>
      </button>
    </th>
  );
}

function Line({ row }: { row: Row }): JSX.Element {
  const { book, view, go, ink } = usePage();
  const { place } = row;
  return (
    <tr class={place.id === view.place ? "chosen" : undefined}>
      <th scope="row">
        <button
          type="button"
          class="link name"
          onClick={() => go({ place: place.id, claim: null, dispute: null })}
        >
          <Mark spec={row.spec} ink={ink} size={place.area ? 24 : 18} />
          <bdi>{place.name}</bdi>
        </button>
      </th>
      <td>{row.state}</td>
      <td>{row.side === null ? "" : sideName(book, row.side)}</td>
      <td class="number">{row.state === "unknown" ? "" : percent(row.share)}</td>
      <td class="number">
        {row.newest === null ? (
          "none"
        ) : (
          <>
            {shortDay(row.newest)}{" "}
            <span class="age">
              {row.newest === view.t ? "same day" : `${stretch(view.t - row.newest)} old`}
            </span>
          </>
        )}
      </td>
      <td class="number">{row.reports}</td>
      <td class="number">{row.origins}</td>
    </tr>
  );
}
