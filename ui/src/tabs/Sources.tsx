/** What was read, how each document was dated, and what was left out and why. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { dayRange, parseDay } from "../data/day";
import type { Doc } from "../data/types";
import { ClaimCard } from "../place/ClaimCard";
import { Dated, SafeLink } from "../place/DocumentLine";
import { count } from "../place/words";
import { matches } from "../shell/fold";
import { usePage } from "../shell/context";
import { FilterBox } from "./FilterBox";

export function Sources(): JSX.Element {
  const { book, view } = usePage();
  const fits = (d: Doc): boolean =>
    matches(view.q, d.id, d.title, d.source, d.url, d.unread, ...d.unplaced);
  const read = book.documents.filter((d) => d.unread === null && fits(d));
  const unread = book.documents.filter((d) => d.unread !== null && fits(d));
  const refusals = book.data.refusals.filter((r) => matches(view.q, r));
  const { claims, origins } = book.data;
  const placed = Object.values(claims).filter((c) => c.origin !== null).length;
  return (
    <div class="page">
      <h2>Sources</h2>
      <p class="lead">
        {count(book.documents.length, "document")}, {count(Object.keys(claims).length, "claim")}, of
        which {placed} bear on the map, from{" "}
        {count(Object.keys(origins).length, "independent origin")}.
      </p>
      <div class="table-tools">
        <FilterBox label="Filter the sources" />
      </div>
      <section>
        <h3>
          Read <span class="tab-count">{read.length}</span>
        </h3>
        {read.map((doc) => (
          <Entry key={doc.id} doc={doc} />
        ))}
        {read.length === 0 && <p class="hint">None.</p>}
      </section>
      <section>
        <h3>
          Not read <span class="tab-count">{unread.length}</span>
        </h3>
        {unread.length === 0 && <p class="hint">None.</p>}
        {unread.map((doc) => (
          <Entry key={doc.id} doc={doc} />
        ))}
      </section>
      <section>
        <h3>
          Files refused <span class="tab-count">{refusals.length}</span>
        </h3>
        {refusals.length === 0 && <p class="hint">None.</p>}
        <ul class="plain">
          {refusals.map((r) => (
            <li key={r}>
              <bdi>{r}</bdi>
            </li>
          ))}
        </ul>
      </section>
      <Unplaced />
    </div>
  );
}

function Entry({ doc }: { doc: Doc }): JSX.Element {
  const { book } = usePage();
  const [opened, setOpened] = useState(false);
  const claims = book.claimsOf.get(doc.id) ?? [];
  return (
    <article class="source">
      <h4>
        <SafeLink url={doc.url}>{doc.title ?? doc.id}</SafeLink>
      </h4>
      <p class="source-facts">
        {doc.source && (
          <span>
            <bdi>{doc.source}</bdi>
          </span>
        )}
        {doc.theatre && <span>theatre {doc.theatre}</span>}
        <span class="hash" title={doc.sha256}>
          SHA-256 {doc.sha256.slice(0, 12)}…
        </span>
        <code class="id">{doc.id}</code>
      </p>
      {doc.unread !== null && (
        <p class="unread">
          Not read: <bdi>{doc.unread}</bdi>
        </p>
      )}
      <Dated doc={doc} />
      {doc.unplaced.length > 0 && (
        <p class="hint">
          Names that could not be placed: <bdi>{doc.unplaced.join(", ")}</bdi>
        </p>
      )}
      {claims.length > 0 && (
        <details class="quiet-details" onToggle={(e) => setOpened(e.currentTarget.open)}>
          <summary>
            {count(claims.length, "claim")}
            {days(claims.flatMap((c) => [c.time?.start, c.time?.end]))}
          </summary>
          {opened && claims.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}
        </details>
      )}
      {claims.length === 0 && doc.unread === null && <p class="hint">No claim was found in it.</p>}
    </article>
  );
}

function days(isos: (string | null | undefined)[]): string {
  const found = isos.flatMap((iso) => parseDay(iso) ?? []);
  return found.length ? `, of ${dayRange(Math.min(...found), Math.max(...found))}` : "";
}

/** Names that no gazetteer holds, the commonest first: nothing is dropped silently. */
function Unplaced(): JSX.Element {
  const { book } = usePage();
  const counts = new Map<string, number>();
  for (const doc of book.documents)
    for (const name of doc.unplaced) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return (
    <section>
      <h3>
        Names without a place <span class="tab-count">{names.length}</span>
      </h3>
      {names.length === 0 && <p class="hint">None.</p>}
      <ul class="names">
        {names.map(([name, n]) => (
          <li key={name}>
            <bdi>{name}</bdi>
            {n > 1 && ` (${n} documents)`}
          </li>
        ))}
      </ul>
    </section>
  );
}
