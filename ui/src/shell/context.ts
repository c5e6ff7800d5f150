/** What every part of the page can reach: the data, the view, and how to change it. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Book } from "../data/book";
import type { Ink } from "../symbols/shapes";
import type { Whole } from "../view/resolve";
import type { View } from "../view/schema";
import type { Mode } from "../view/store";

export interface Page {
  book: Book;
  view: Whole;
  go: (change: Partial<View>, mode?: Mode) => void;
  /** Dark colours are on. */
  dark: boolean;
  /** The reader asked for no motion. */
  still: boolean;
  /** The map can be drawn. */
  webgl: boolean;
  ink: Ink;
  /** Says a sentence to screen readers. */
  say: (sentence: string) => void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("used outside the page");
  return page;
}
