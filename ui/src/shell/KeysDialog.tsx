/** The cheat sheet of keys. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { KEYS } from "./keyboard";

export function KeysDialog({ open, close }: { open: boolean; close: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-labelledby="keys-title"
      onClose={close}
      onClick={(e) => {
        if (e.target === dialog.current) close();
      }}
    >
      <h2 id="keys-title">Keys</h2>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>{keys.map((key) => (key === "…" ? " to " : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">
        On the slider, the arrow keys step a day and Page Up and Page Down further. On the map,
        arrows move and + and − zoom.
      </p>
      <button type="button" onClick={close}>
        Close
      </button>
    </dialog>
  );
}
