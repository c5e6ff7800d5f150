/** Copies text, or a link to a part of this report, and says so. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../shell/context";
import { printHash, type View } from "../view/schema";

interface Props {
  label: string;
  /** What is copied, in words for the announcement. */
  what: string;
  link?: Partial<View>;
  text?: string;
}

export function CopyButton({ label, what, link, text }: Props): JSX.Element {
  const { say } = usePage();
  const [done, setDone] = useState("");
  const copy = async (): Promise<void> => {
    const content = text ?? `${location.href.split("#")[0] ?? ""}${printHash(link ?? {})}`;
    const worked = await toClipboard(content);
    say(worked ? `${what} copied.` : "This browser does not let the page copy.");
    setDone(worked ? "Copied" : "Not copied");
    setTimeout(() => setDone(""), 1500);
  };
  return (
    <button class="link copy" type="button" onClick={() => void copy()}>
      {done || label}
    </button>
  );
}

async function toClipboard(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    // Pages from disk may have no clipboard of the new kind.
    const area = document.createElement("textarea");
    area.value = content;
    document.body.append(area);
    area.select();
    const worked = document.execCommand("copy");
    area.remove();
    return worked;
  }
}
