/** A contradiction: what it is about, and the positions side by side in their own words. */
import type { JSX } from "preact";
import { claimDays, sideName, type Book } from "../data/book";
import { dayRange, parseDay } from "../data/day";
import type { Dispute } from "../data/types";
import { usePage } from "../shell/context";
import { CopyButton } from "./CopyButton";
import { QuoteBlock } from "./QuoteBlock";
import { when } from "./words";

/** Quotes of a position shown at once. */
const SHOWN = 3;
const ABOUT: Record<string, string> = {
  outcome: "Who holds it",
  framing: "What it is called",
  existence: "Whether it happened",
  number: "How many",
};

interface Props {
  dispute: Dispute;
  chosen?: boolean;
  /** Folded until it is asked for or chosen. */
  folded?: boolean;
  /** With the way to its place and day. */
  linked?: boolean;
}

export function DisputeCard({
  dispute,
  chosen = false,
  folded = false,
  linked = false,
}: Props): JSX.Element {
  const start = parseDay(dispute.start);
  const end = parseDay(dispute.end);
  const days = start === null || end === null ? "day not known" : dayRange(start, end);
  const about = ABOUT[dispute.kind] ?? dispute.kind;
  const head = (
    <>
      <span class="tag">{about}</span>{" "}
      <strong>
        <bdi>{dispute.place?.name ?? "No place named"}</bdi>
      </strong>
      , {days}
    </>
  );
  const body = <Body dispute={dispute} linked={linked} />;
  const name = `dispute${chosen ? " chosen" : ""}`;
  if (folded)
    return (
      <details tabIndex={-1} class={name} open={chosen || undefined} id={`dispute-${dispute.id}`}>
        <summary>
          {head}
          <span class="dispute-why">{dispute.why}</span>
        </summary>
        {body}
      </details>
    );
  return (
    <article
      tabIndex={-1}
      class={name}
      id={`dispute-${dispute.id}`}
      aria-label={`Dispute: ${about}`}
    >
      <h3 class="dispute-head">{head}</h3>
      <p class="dispute-why">{dispute.why}</p>
      {body}
    </article>
  );
}

function Body({ dispute, linked }: { dispute: Dispute; linked: boolean }): JSX.Element {
  const { go } = usePage();
  const open = (): void =>
    go({ tab: "map", dispute: dispute.id, claim: null, place: null, t: null, q: "" });
  return (
    <>
      <div class="positions">
        {dispute.positions.map((side) => (
          <Position key={side.position} position={side.position} claims={side.claims} />
        ))}
      </div>
      <p class="claim-foot">
        {linked && (
          <button class="link go" type="button" onClick={open}>
            {dispute.place ? "Show the place on that day" : "Open beside the map"}
          </button>
        )}
        <code class="id">{dispute.id}</code>
        <CopyButton label="Copy link" what="Link to this dispute" link={{ dispute: dispute.id }} />
      </p>
    </>
  );
}

function Position({ position, claims }: { position: string; claims: string[] }): JSX.Element {
  const { book, go } = usePage();
  const found = claims.flatMap((id) => book.data.claims[id] ?? []);
  const quote = (claim: (typeof found)[number]): JSX.Element => (
    <li key={claim.id}>
      <QuoteBlock quote={claim.quote} />
      <p class="position-by">
        <bdi>{speaker(book, claim)}</bdi>, {claimDays(claim) ? when(claim) : "day not known"}{" "}
        <button
          class="link id"
          type="button"
          onClick={() =>
            go({
              tab: "map",
              claim: claim.id,
              place: claim.place_id,
              t: claimDays(claim)?.[1] ?? null,
            })
          }
        >
          {claim.id}
        </button>
      </p>
    </li>
  );
  return (
    <section class="position">
      <h4>
        <bdi>{sides(book, position)}</bdi> <span class="position-count">{claims.length}</span>
      </h4>
      <ul>{found.slice(0, SHOWN).map(quote)}</ul>
      {found.length > SHOWN && (
        <details class="quiet-details">
          <summary>{found.length - SHOWN} more</summary>
          <ul>{found.slice(SHOWN).map(quote)}</ul>
        </details>
      )}
    </section>
  );
}

/** "held by UA" is told with the side's name. */
function sides(book: Book, position: string): string {
  const match = /^held by (.+)$/.exec(position);
  return match?.[1] !== undefined ? `held by ${sideName(book, match[1])}` : position;
}

function speaker(book: Book, claim: { speakers: { name: string }[]; document: string }): string {
  const doc = book.data.documents[claim.document];
  return claim.speakers.at(-1)?.name ?? doc?.source ?? doc?.title ?? claim.document;
}
