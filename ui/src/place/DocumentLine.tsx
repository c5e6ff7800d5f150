/** Which document words stand in, and on which day it was written. */
import type { JSX } from "preact";
import { dayRange, parseDay } from "../data/day";
import type { Doc } from "../data/types";
import { usePage } from "../shell/context";

export function DocumentLine({ id }: { id: string }): JSX.Element {
  const { book } = usePage();
  const doc = book.data.documents[id];
  if (!doc)
    return (
      <p class="claim-document">
        <bdi>{id}</bdi>
      </p>
    );
  return (
    <div class="claim-document">
      <p>
        <SafeLink url={doc.url}>{doc.title ?? doc.id}</SafeLink>
        {doc.source && (
          <>
            , <bdi>{doc.source}</bdi>
          </>
        )}
      </p>
      <Dated doc={doc} />
    </div>
  );
}

export function Dated({ doc }: { doc: Doc }): JSX.Element {
  const { dating } = doc;
  const start = parseDay(dating?.time.start);
  const end = parseDay(dating?.time.end);
  const day = start === null || end === null ? "on a day not known" : dayRange(start, end);
  if (!dating)
    return (
      <p class="dated">
        Its day is not known.
        {doc.published && (
          <>
            {" "}
            The page says “<bdi>{doc.published}</bdi>”.
          </>
        )}
      </p>
    );
  return (
    <details class="quiet-details dated">
      <summary>
        Written {day}
        {dating.overruled && <strong class="overruled"> the page’s own date was overruled</strong>}
      </summary>
      {doc.published && (
        <p>
          The page itself says “<bdi>{doc.published}</bdi>”.
        </p>
      )}
      <ul>
        {dating.evidence.map((words) => (
          <li key={words}>
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
      <p>Chance that this is right: {Math.round(dating.confidence * 100)} %.</p>
    </details>
  );
}

/** A link only where it leads to the web: what else a document may call its address stays text. */
export function SafeLink({ url, children }: { url: string | null; children: string }): JSX.Element {
  if (!url || !isWeb(url)) return <bdi>{children}</bdi>;
  return (
    <a href={url} rel="noopener noreferrer" target="_blank">
      <bdi>{children}</bdi>
    </a>
  );
}

export function isWeb(url: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
