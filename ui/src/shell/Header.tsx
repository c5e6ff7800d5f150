/** Name, tabs, search and switches. */
import type { JSX, RefObject } from "preact";
import { shortDay } from "../data/day";
import { TABS, type Tab } from "../view/schema";
import { usePage } from "./context";
import { Find } from "./Find";
import { THEMES, type Theme } from "./theme";

const NAMES: Record<Tab, string> = {
  map: "Map",
  table: "Table",
  disputes: "Disputes",
  sources: "Sources",
  about: "About",
};
const THEME_NAMES: Record<Theme, string> = { auto: "as the system", light: "light", dark: "dark" };
const THEME_SIGNS: Record<Theme, string> = { auto: "◐", light: "☀", dark: "☾" };

interface Props {
  find: RefObject<HTMLInputElement>;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  openKeys: () => void;
}

export function Header({ find, theme, setTheme, openKeys }: Props): JSX.Element {
  const { book } = usePage();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
  const title = book.data.theatres.join(" · ") || "Who holds what";
  return (
    <header class="head">
      <div class="brand">
        <span class="brand-name">Holdfast</span>
        <h1>
          {title}
          <span class="brand-days">
            {" "}
            {shortDay(book.start)} to {shortDay(book.end)}
          </span>
        </h1>
      </div>
      <TabList />
      <div class="tools">
        <Find input={find} />
        <button
          class="quiet square"
          type="button"
          onClick={() => setTheme(next)}
          title={`Colours: ${THEME_NAMES[theme]}`}
        >
          <span aria-hidden="true">{THEME_SIGNS[theme]}</span>
          <span class="sr">
            Colours: {THEME_NAMES[theme]}; switch to {THEME_NAMES[next]}
          </span>
        </button>
        <button class="quiet square" type="button" onClick={openKeys} title="Keys (?)">
          <span aria-hidden="true">?</span>
          <span class="sr">Show the keys</span>
        </button>
      </div>
    </header>
  );
}

function TabList(): JSX.Element {
  const { book, view, go } = usePage();
  const counts: Partial<Record<Tab, number>> = {
    disputes: book.data.disputes.length,
    sources: book.documents.length,
  };
  return (
    <nav class="tabs" aria-label="Views">
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={view.tab === tab ? "page" : undefined}
          onClick={() => go({ tab, q: "" })}
        >
          {NAMES[tab]}
          {counts[tab] !== undefined && <span class="tab-count"> {counts[tab]}</span>}
        </button>
      ))}
    </nav>
  );
}
