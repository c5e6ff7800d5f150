/** The search field for places, and for claims and disputes by their ids: an ARIA combobox. */
import type { JSX, RefObject } from "preact";
import { useState } from "preact/hooks";
import { beliefOn } from "../data/belief";
import type { Book } from "../data/book";
import { headline, stateWords } from "../place/words";
import { Mark } from "../symbols/Mark";
import { specOf, type SymbolSpec } from "../symbols/shapes";
import type { Whole } from "../view/resolve";
import type { View } from "../view/schema";
import { usePage } from "./context";
import { fold } from "./fold";

/** Names shown at once; more are found by typing more. */
const SHOWN = 10;

interface Option {
  key: string;
  name: string;
  note: string;
  spec: SymbolSpec | null;
  change: Partial<View>;
}

export function Find({ input }: { input: RefObject<HTMLInputElement> }): JSX.Element {
  const { book, view, go, ink } = usePage();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const options = open ? search(book, view, text) : [];
  const chosen = options[Math.min(active, options.length - 1)];

  const take = (option: Option | undefined): void => {
    if (!option) return;
    go(option.change, "push");
    setText("");
    setOpen(false);
    // The panel that opens takes the focus that nobody has.
    input.current?.blur();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && options.length) {
      event.preventDefault();
      setActive((active + step + options.length) % options.length);
    } else if (event.key === "Enter") take(chosen);
    else if (event.key === "Escape") {
      event.stopPropagation();
      if (text) setText("");
      else input.current?.blur();
      setOpen(false);
    }
  };

  return (
    <div class="find">
      <label class="sr" for="find">
        Find a place
      </label>
      <input
        id="find"
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="Find a place"
        aria-keyshortcuts="/"
        aria-expanded={options.length > 0}
        aria-controls="find-list"
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `find-${chosen.key}` : undefined}
        value={text}
        onInput={(e) => {
          setText(e.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id="find-list" role="listbox" aria-label="Places found" hidden={!options.length}>
        {options.map((option) => (
          <li
            key={option.key}
            id={`find-${option.key}`}
            role="option"
            aria-selected={option === chosen}
            onMouseDown={(e) => {
              e.preventDefault();
              take(option);
            }}
          >
            {option.spec ? (
              <Mark spec={option.spec} ink={ink} size={16} />
            ) : (
              <span class="find-id">id</span>
            )}
            <span class="find-name">
              <bdi>{option.name}</bdi>
            </span>
            <span class="find-note">{option.note}</span>
          </li>
        ))}
      </ul>
      {open && text && !options.length && (
        <p class="find-none" role="status">
          No place of that name in this report.
        </p>
      )}
    </div>
  );
}

function search(book: Book, view: Whole, text: string): Option[] {
  const wanted = fold(text.trim());
  const starts = book.places.filter((place) => fold(place.name).startsWith(wanted));
  const holds = wanted
    ? book.places.filter((p) => !starts.includes(p) && fold(p.name).includes(wanted))
    : [];
  const places = [...starts, ...holds].slice(0, SHOWN).map((place): Option => {
    const belief = beliefOn(book, place, view.t);
    return {
      key: place.id,
      name: place.name,
      note: stateWords(book, belief.state, belief.side),
      spec: specOf(book, belief, place.area),
      change: {
        place: place.id,
        claim: null,
        dispute: null,
        tab: view.tab === "table" ? "table" : "map",
      },
    };
  });
  return [...byId(book, text.trim()), ...places];
}

function byId(book: Book, id: string): Option[] {
  const claim = book.data.claims[id];
  if (claim)
    return [
      {
        key: id,
        name: headline(book, claim),
        note: "claim",
        spec: null,
        change: { claim: id, place: null, t: null, dispute: null, tab: "map" },
      },
    ];
  const dispute = book.disputes.get(id);
  if (dispute)
    return [
      {
        key: id,
        name: dispute.why,
        note: "dispute",
        spec: null,
        change: { dispute: id, place: null, t: null, claim: null, tab: "map" },
      },
    ];
  return [];
}
