/** How this was made, in plain words. */
import type { JSX } from "preact";
import { shortDay } from "../data/day";
import { count } from "../place/words";
import { LegendRows } from "../shell/Legend";
import { usePage } from "../shell/context";

export function About(): JSX.Element {
  const { book } = usePage();
  const held = Math.round(book.held * 100);
  const { claims, documents, disputes, version } = book.data;
  return (
    <div class="page prose">
      <h2>How this was made</h2>
      <p class="lead">
        Holdfast reads reports of all sides and asks of each place: who holds it, since when, who
        says so, who disputes it, and how sure can one be. It tells what sources say. It takes no
        side, and no claim is shown as fact because of who made it.
      </p>
      <h3>From sentences to claims</h3>
      <p>
        Every sentence that says something happened or holds becomes a claim. A claim keeps its
        exact words, the chain of speakers from the paper to the one who answers for it, its place,
        its day, and how it was told: certain or possible, done or planned, asserted or denied. The
        same rules read all sides. Open “How it was read” under any claim to see which rules read
        it.
      </p>
      <h3>From claims to the map</h3>
      <p>
        A claim is taken as an observation that may be wrong: the sentence may have been read
        wrongly, and the speaker may be wrong. How much it weighs depends on who speaks and for
        whose gain:
      </p>
      <ul>
        <li>A side’s admission against its own interest counts most.</li>
        <li>
          A side’s own word for its own gain counts least, and so does what unnamed sources say.
        </li>
        <li>“Possible” counts less than “certain”; part of a place less than the whole.</li>
        <li>
          Copies are counted once: ten papers that quote one spokesman are one origin. The panel
          tells both numbers.
        </li>
        <li>
          Only what is told as done or going on moves the map. Plans, wishes and forecasts can be
          read, and have no weight.
        </li>
      </ul>
      <p>
        From the first lines known, each place’s history is followed day by day. Control rarely
        changes, so yesterday’s answer is likely today’s until reports say otherwise, and reports
        from later days are heard too. Every probability is a sum of reasons: what stood before any
        report, the passing of time, and each origin’s push. The panel lists them with their signs,
        and they add up to the number shown.
      </p>
      <h3>Four different answers</h3>
      <p>
        A place is <strong>held</strong> where one side has at least {held} % of the probability,{" "}
        <strong>contested</strong> where none has, <strong>unknown</strong> where nobody has said
        anything, and <strong>stale</strong> where no evidence lies within {book.staleDays} days.
      </p>
      <LegendRows />
      <h3>What this is not</h3>
      <p>
        It is an instrument for studying reporting, at the pace of reporting. It does not track
        units and gives no live picture. The reader makes mistakes: check the words before relying
        on a claim. A point on the map is a place’s centre, and says nothing about where a line
        runs. Borders are drawn for orientation, as Natural Earth gives them, dashed where states
        disagree about them; they are no statement about whose a place is.
      </p>
      <h3>In this report</h3>
      <p>
        {book.data.theatres.join(", ") || "No theatre"}, {shortDay(book.start)} to{" "}
        {shortDay(book.end)}. {count(book.places.length, "place")},{" "}
        {count(Object.keys(claims).length, "claim")} from{" "}
        {count(Object.keys(documents).length, "document")}, {count(disputes.length, "dispute")}.
        Made with Holdfast {version}. The file holds everything it shows and asks no server for
        anything.
      </p>
      <p class="hint">
        Map drawn with MapLibre (BSD licence) from Natural Earth (public domain). Place names from
        GeoNames (CC BY 4.0).
      </p>
    </div>
  );
}
