/** The data out of the page's slot. */
import type { Data } from "./types";

export const SLOT_ID = "holdfast-data";

/** The report's data; null where the slot is empty, as in a page that no report was written to. */
export function loadData(from: Document = document): Data | null {
  const text = from.getElementById(SLOT_ID)?.textContent?.trim() || "{}";
  const found = JSON.parse(text) as Partial<Data>;
  return Array.isArray(found.places) ? (found as Data) : null;
}
