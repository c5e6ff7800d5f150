/** The words of a document, exactly, with the claim's own words marked. All of it is text: Preact
 * makes text nodes of strings, and nothing of a document is ever taken as markup. */
import type { JSX } from "preact";
import type { Quote } from "../data/types";

export function QuoteBlock({ quote }: { quote: Quote }): JSX.Element {
  return (
    <blockquote dir="auto">
      {quote.before}
      <mark>{quote.text}</mark>
      {quote.after}
    </blockquote>
  );
}
