/** A claim as one line of plain text that leads back to the very characters. */
import type { Book } from "../data/book";
import { dayRange, parseDay } from "../data/day";
import type { Claim } from "../data/types";

export function cite(book: Book, claim: Claim): string {
  const doc = book.data.documents[claim.document];
  const start = parseDay(doc?.dating?.time.start);
  const end = parseDay(doc?.dating?.time.end);
  const source = [
    doc?.title ?? claim.document,
    doc?.source,
    start !== null && end !== null ? `written ${dayRange(start, end)}` : null,
    doc?.url,
  ];
  const where = `claim ${claim.id}, characters ${claim.quote.start} to ${claim.quote.end} of document ${claim.document}`;
  const hash = doc?.sha256 ? `, original SHA-256 ${doc.sha256}` : "";
  return `“${claim.quote.text}” (${source.filter(Boolean).join(", ")}). Holdfast ${where}${hash}.`;
}
