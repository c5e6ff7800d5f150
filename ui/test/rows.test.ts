import { describe, expect, it } from "vitest";
import { parseDay } from "../src/data/day";
import { isWeb } from "../src/place/DocumentLine";
import { percent, signed } from "../src/place/words";
import { matches } from "../src/shell/fold";
import { csv, rows } from "../src/tabs/rows";
import { book, claim, span } from "./book";

const day = parseDay("2022-06-01") as number;

describe("the table as CSV", () => {
  it("quotes what needs it and disarms formulas", () => {
    const made = book([span("2022-01-01", "2022-12-31", {})], [claim("c1", "2022-02-10")]);
    const place = made.places[0];
    if (place) place.name = '=cmd|"x", y';
    const lines = csv(made, day, rows(made, day, "", ""))
      .trimEnd()
      .split("\r\n");
    expect(lines[0]).toBe(
      "date,place_id,place,kind,lat,lon,state,side,probability,newest_evidence,reports,origins,p_A,p_B,p_contested",
    );
    expect(lines[1]).toBe(
      `2022-06-01,p,"'=cmd|""x"", y",PPL,1,2,held,A,0.9,2022-02-10,1,1,0.9,0.06,0.04`,
    );
  });
});

describe("words", () => {
  it("never round a chance into a certainty", () => {
    expect([0, 0.0004, 0.004, 0.5, 0.996, 0.9999].map(percent)).toEqual([
      "0 %",
      "< 0.1 %",
      "0.4 %",
      "50 %",
      "99.6 %",
      "> 99.9 %",
    ]);
    expect([1.234, -0.35, -0.001].map(signed)).toEqual(["+1.23", "−0.35", "0.00"]);
  });

  it("are found without case and marks", () => {
    expect(matches("IZIÚM held", "Izium", "held")).toBe(true);
    expect(matches("izium stale", "Izium", "held")).toBe(false);
  });

  it("make no link of what does not lead to the web", () => {
    expect(["https://a.example/", "http://a.example"].every(isWeb)).toBe(true);
    expect(
      ["javascript:alert(1)", "data:text/html,x", "file:///etc", "//a.example", "a.example"].some(
        isWeb,
      ),
    ).toBe(false);
  });
});
