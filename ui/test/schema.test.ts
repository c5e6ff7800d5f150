import { describe, expect, it } from "vitest";
import { DEFAULTS, parseHash, printHash, type View } from "../src/view/schema";

const view: View = {
  t: 19247,
  place: "geonames:707292",
  claim: "cex7n32nzkp",
  dispute: null,
  tab: "table",
  q: "a & b = ü #1",
  sort: "-probability",
  window: 91,
  map: { zoom: 6.25, lat: 49.2, lon: -37.25 },
};

describe("the address", () => {
  it("holds the whole view", () => {
    expect(parseHash(printHash(view))).toEqual(view);
  });

  it("is empty for the default view", () => {
    expect(printHash(DEFAULTS)).toBe("");
    expect(parseHash("")).toEqual(DEFAULTS);
  });

  it("can be read aloud", () => {
    expect(printHash({ t: 19247, place: "geonames:707292" })).toBe(
      "#t=2022-09-12&place=geonames:707292",
    );
  });

  it("falls back to the default for each part that is not sound", () => {
    const broken =
      "#t=2022-02-30&tab=secret&map=99/0/0&window=-5&__proto__=x&constructor=y&claim=%E0%A4%A&junk";
    expect(parseHash(broken)).toEqual({ ...DEFAULTS, claim: "%E0%A4%A" });
  });
});
