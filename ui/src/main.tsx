/** Starts the page. */
import { render } from "preact";
import "maplibre-gl/dist/maplibre-gl.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/map.css";
import "./style/timeline.css";
import "./style/panel.css";
import "./style/claims.css";
import "./style/tabs.css";
import "./style/print.css";
import { makeBook } from "./data/book";
import { loadData } from "./data/load";
import { App } from "./shell/App";
import { Store } from "./view/store";

const root = document.getElementById("app");
if (root) {
  const data = loadData();
  if (data) {
    const book = makeBook(data);
    render(<App book={book} store={new Store()} />, root);
  } else {
    render(
      <p class="empty">
        This page holds no report yet. Write one with <code>holdfast report -o report.html</code>,
        then open that file.
      </p>,
      root,
    );
  }
}
