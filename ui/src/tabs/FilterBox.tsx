/** The box that narrows a list; its words are part of the address. */
import type { JSX } from "preact";
import { usePage } from "../shell/context";

export function FilterBox({ label }: { label: string }): JSX.Element {
  const { view, go } = usePage();
  return (
    <label class="filter">
      <span>{label}</span>
      <input
        type="search"
        value={view.q}
        autocomplete="off"
        spellcheck={false}
        onInput={(e) => go({ q: e.currentTarget.value }, "glide")}
      />
    </label>
  );
}
