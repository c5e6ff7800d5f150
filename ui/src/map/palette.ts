/** The map's colours, by day and by night; the page's own are in style/tokens.css. */
import type { Ink } from "../symbols/shapes";
import type { Book } from "../data/book";

export interface Palette {
  sea: string;
  land: string;
  coast: string;
  border: string;
  country: string;
  label: string;
  labelHalo: string;
  select: string;
  ink: Omit<Ink, "sides">;
}

export const LIGHT: Palette = {
  sea: "#dfe7ea",
  land: "#f6f3ec",
  coast: "#aebbc0",
  border: "#b3aa98",
  country: "#857c6c",
  label: "#1d2026",
  labelHalo: "#fbf9f4",
  select: "#1d2026",
  ink: { line: "#23262c", halo: "#ffffff" },
};

export const DARK: Palette = {
  sea: "#0c1116",
  land: "#20252b",
  coast: "#39434c",
  border: "#545c66",
  country: "#8d96a1",
  label: "#f1eee6",
  labelHalo: "#14181d",
  select: "#fff6df",
  ink: { line: "#f1eee6", halo: "#14181d" },
};

export function inkOf(book: Book, dark: boolean): Ink {
  return { ...(dark ? DARK : LIGHT).ink, sides: book.data.sides.map((side) => side.colour) };
}
