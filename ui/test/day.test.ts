import { describe, expect, it } from "vitest";
import { dayRange, fromCivil, isoDay, longDay, parseDay, stretch, toCivil } from "../src/data/day";
import { ticks } from "../src/time/ticks";

describe("days", () => {
  it("count from 1970 and come back, over leap years and centuries", () => {
    expect(parseDay("1970-01-01")).toBe(0);
    expect(parseDay("2022-09-12")).toBe(19247);
    for (let day = fromCivil(1896, 1, 1); day < fromCivil(2105, 1, 1); day += 1) {
      const { year, month, day: d } = toCivil(day);
      expect(fromCivil(year, month, d)).toBe(day);
    }
    expect(isoDay(fromCivil(2024, 2, 28) + 1)).toBe("2024-02-29");
    expect(isoDay(fromCivil(1900, 2, 28) + 1)).toBe("1900-03-01");
  });

  it("refuse what is no day", () => {
    for (const text of ["", "2022", "2022-02-30", "2022-13-01", "12.9.2022", "2022-09-12T00:00"])
      expect(parseDay(text)).toBeNull();
    expect(parseDay(null)).toBeNull();
  });

  it("are told in words", () => {
    const day = (iso: string): number => parseDay(iso) as number;
    expect(longDay(day("2022-09-12"))).toBe("12 September 2022");
    expect(dayRange(day("2022-09-10"), day("2022-09-11"))).toBe("10–11 Sep 2022");
    expect(dayRange(day("2022-08-30"), day("2022-09-02"))).toBe("30 Aug – 2 Sep 2022");
    expect(dayRange(day("2022-12-28"), day("2023-01-03"))).toBe("28 Dec 2022 – 3 Jan 2023");
    expect([1, 27, 30, 92, 800].map(stretch)).toEqual([
      "1 day",
      "27 days",
      "4 weeks",
      "3 months",
      "2 years",
    ]);
  });
});

describe("ticks", () => {
  it("fit their room and never lie outside the slider", () => {
    for (const days of [1, 9, 40, 200, 1100, 9000])
      for (const width of [300, 640, 1400]) {
        const first = fromCivil(2021, 9, 9);
        const found = ticks(first, first + days - 1, width);
        expect(found.length).toBeLessThanOrEqual(Math.floor(width / 58) + 1);
        expect(found.every((t) => t.day >= first && t.day < first + days)).toBe(true);
      }
  });
});
