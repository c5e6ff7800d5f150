/** The page: header, the open tab, the panel beside it and the days below it. */
import type { JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Book } from "../data/book";
import { shortDay } from "../data/day";
import { hasWebGL } from "../map/worker";
import { inkOf } from "../map/palette";
import { MapView } from "../map/MapView";
import { Panel } from "../place/Panel";
import { About } from "../tabs/About";
import { Disputes } from "../tabs/Disputes";
import { Sources } from "../tabs/Sources";
import { Table } from "../tabs/Table";
import { Timeline } from "../time/Timeline";
import { usePlayer } from "../time/play";
import { resolve } from "../view/resolve";
import type { Store } from "../view/store";
import { Announcer, useSpokenView } from "./Announcer";
import { PageContext, type Page } from "./context";
import { Header } from "./Header";
import { KeysDialog } from "./KeysDialog";
import { useKeys } from "./keyboard";
import { useMedia, useTheme } from "./theme";

export function App({ book, store }: { book: Book; store: Store }): JSX.Element {
  const [raw, setRaw] = useState(store.view);
  useLayoutEffect(() => store.subscribe(() => setRaw(store.view)), [store]);
  const view = useMemo(() => resolve(book, raw), [book, raw]);
  const { theme, dark, setTheme } = useTheme();
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const [webgl, setWebgl] = useState(hasWebGL);
  const [said, say] = useState("");
  const [keysOpen, setKeysOpen] = useState(false);
  const find = useRef<HTMLInputElement>(null);
  const go = useCallback<Page["go"]>((change, mode) => store.go(change, mode), [store]);
  const ink = useMemo(() => inkOf(book, dark), [book, dark]);
  const page: Page = { book, view, go, dark, still, webgl, ink, say };
  const player = usePlayer(page);
  useKeys(page, { find, player, openKeys: () => setKeysOpen(true) });
  useSpokenView(page, player.playing);
  const place = view.place === null ? undefined : book.place.get(view.place);
  useEffect(() => {
    const theatres = book.data.theatres.join(", ") || "report";
    document.title = `${place ? `${place.name}, ${shortDay(view.t)}` : theatres} · Holdfast`;
  }, [place, view.t]);

  const dated = view.tab === "map" || view.tab === "table";
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Header find={find} theme={theme} setTheme={setTheme} openKeys={() => setKeysOpen(true)} />
      <main id="main" tabIndex={-1} class={dated ? "desk" : "sheet"} data-tab={view.tab}>
        {webgl && <MapView hidden={view.tab !== "map"} onFail={() => setWebgl(false)} />}
        {(view.tab === "table" || (view.tab === "map" && !webgl)) && <Table />}
        {dated && <Timeline player={player} />}
        {dated && <Panel />}
        {view.tab === "disputes" && <Disputes />}
        {view.tab === "sources" && <Sources />}
        {view.tab === "about" && <About />}
      </main>
      <Announcer sentence={said} />
      <KeysDialog open={keysOpen} close={() => setKeysOpen(false)} />
    </PageContext.Provider>
  );
}

/** The address is the view's, so the link moves the focus by itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
