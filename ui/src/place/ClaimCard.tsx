/** One claim with everything that stands behind it: who, what, when, how told, and the words. */
import type { JSX } from "preact";
import { sideName, type Book } from "../data/book";
import type { Claim, Speaker } from "../data/types";
import { usePage } from "../shell/context";
import { Mark } from "../symbols/Mark";
import { cite } from "./cite";
import { CopyButton } from "./CopyButton";
import { DocumentLine } from "./DocumentLine";
import { QuoteBlock } from "./QuoteBlock";
import { count, headline, manner, signed, when, whyStill } from "./words";

interface Props {
  claim: Claim;
  chosen?: boolean;
  /** Its push on the answer of the day's stretch. */
  weight?: number | undefined;
}

export function ClaimCard({ claim, chosen = false, weight }: Props): JSX.Element {
  const { book, ink } = usePage();
  const index = book.sides.get(claim.side ?? "")?.index;
  const still = whyStill(claim);
  return (
    <article
      tabIndex={-1}
      class={`claim${chosen ? " chosen" : ""}`}
      id={`claim-${claim.id}`}
      aria-label={`Claim: ${headline(book, claim)}`}
      aria-current={chosen || undefined}
    >
      <p class="claim-who">
        <Speakers claim={claim} />
      </p>
      <h4>
        {index !== undefined && (
          <Mark spec={{ state: "held", a: index, b: -1, area: false }} ink={ink} size={14} />
        )}
        <bdi>{headline(book, claim)}</bdi>
      </h4>
      <p class="claim-facts">
        <span>{when(claim)}</span>
        {manner(claim).map((words) => (
          <span key={words} class={words === "denied" ? "tag denied" : "tag"}>
            {words}
          </span>
        ))}
        {claim.framing && (
          <span class="tag">
            called “<bdi>{claim.framing}</bdi>”
          </span>
        )}
        {claim.quantity && (
          <span class="tag">
            <bdi>{claim.quantity}</bdi>
          </span>
        )}
      </p>
      <QuoteBlock quote={claim.quote} />
      <DocumentLine id={claim.document} />
      {weight !== undefined && (
        <p class="claim-weight">
          Its push on the answer: <strong>{signed(weight)}</strong>
        </p>
      )}
      {still && <p class="hint">{still}</p>}
      <OriginLine claim={claim} weighed={weight !== undefined} />
      <details class="quiet-details">
        <summary>How it was read</summary>
        <p>
          Rules:{" "}
          {claim.because.map((rule) => (
            <code key={rule}>{rule}</code>
          ))}
        </p>
        <p>
          Read rightly with a chance of {Math.round(claim.confidence * 100)} % (how likely it is
          true is another question). Characters {claim.quote.start} to {claim.quote.end} of the
          document.
        </p>
      </details>
      <p class="claim-foot">
        <code class="id">{claim.id}</code>
        <CopyButton label="Copy link" what="Link to this claim" link={{ claim: claim.id }} />
        <CopyButton label="Copy citation" what="Citation" text={cite(book, claim)} />
      </p>
    </article>
  );
}

/** From the outermost speaker to the one who answers for the words. */
function Speakers({ claim }: { claim: Claim }): JSX.Element {
  const { book } = usePage();
  if (claim.speakers.length === 0) return <span>The text, in its own voice</span>;
  return (
    <>
      {claim.speakers.map((speaker, i) => (
        <span key={i}>
          {i > 0 && (
            <span class="arrow">
              {" "}
              → <span class="sr">quoting </span>
            </span>
          )}
          <strong>
            <bdi>{speaker.name}</bdi>
          </strong>{" "}
          <span class="speaker-note">{speakerNote(book, speaker)}</span>
        </span>
      ))}
    </>
  );
}

function speakerNote(book: Book, speaker: Speaker): JSX.Element {
  const written = speaker.written !== speaker.name ? speaker.written : null;
  const kind = speaker.kind.replaceAll("_", " ");
  const side = speaker.side === null ? null : `side of ${sideName(book, speaker.side)}`;
  return (
    <>
      (
      {written && (
        <>
          “<bdi>{written}</bdi>”,{" "}
        </>
      )}
      {[kind, side].filter(Boolean).join(", ")})
    </>
  );
}

function OriginLine({ claim, weighed }: { claim: Claim; weighed: boolean }): JSX.Element | null {
  const { book, go } = usePage();
  const origin = claim.origin === null ? undefined : book.data.origins[claim.origin];
  if (!origin) return null;
  const others = origin.claims.filter((id) => id !== claim.id);
  return (
    <p class="claim-origin">
      Origin: <bdi>{origin.label}</bdi>, told by {count(origin.claims.length, "report")}
      {others.length > 0 && (
        <>
          , counted once{weighed ? "" : " through another of them"}:{" "}
          {others.slice(0, 12).map((id) => (
            <button
              key={id}
              class="link id"
              type="button"
              onClick={() => go({ claim: id, place: book.data.claims[id]?.place_id ?? null })}
            >
              {id}
            </button>
          ))}
          {others.length > 12 && ` and ${others.length - 12} more`}
        </>
      )}
    </p>
  );
}
